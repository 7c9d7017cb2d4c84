// Words that the server has not kept yet, laid by in this browser until it answers again.
// IndexedDB with strict durability: on the disk, not in a buffer, before it says that it has them.

const opening = new Promise((resolve) => {
	try {
		const request = indexedDB.open("seguito", 1);
		request.onupgradeneeded = () => request.result.createObjectStore("words");
		request.onsuccess = () => resolve(request.result);
		request.onerror = request.onblocked = () => resolve(null);
	} catch {
		resolve(null); // a private window of some browsers has none
	}
});

async function within(mode, ask) {
	const database = await opening;
	if (!database) return undefined;
	return new Promise((resolve, reject) => {
		const transaction = database.transaction("words", mode, { durability: "strict" });
		const request = ask(transaction.objectStore("words"));
		transaction.oncomplete = () => resolve(request.result);
		transaction.onerror = transaction.onabort = () => reject(transaction.error);
	});
}

/** Whether they really lie there now. */
export async function layBy(key, value) {
	if (!(await opening)) return false;
	return within("readwrite", (store) => store.put(value, key)).then(() => true, () => false);
}

export const find = (key) => within("readonly", (store) => store.get(key)).catch(() => undefined);
export const forget = (key) => within("readwrite", (store) => store.delete(key)).catch(() => undefined);

/** Everything whose key begins so, in the order of the keys: [[key, value], …]. */
export async function all(prefix) {
	const range = IDBKeyRange.bound(prefix, prefix + "\uffff");
	const keys = await within("readonly", (store) => store.getAllKeys(range)).catch(() => []);
	const values = await within("readonly", (store) => store.getAll(range)).catch(() => []);
	return (keys ?? []).map((key, place) => [key, values[place]]);
}
