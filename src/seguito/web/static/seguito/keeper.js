// Keeping a text on the server while it is written: at every pause, one request at a time, and in this browser while
// the server cannot be reached. Words of another window are never written over unseen.

import { find, forget, layBy } from "./shelf.js";

const PAUSE = 900, LAY_BY = 150, AGAIN = 3_000; // milliseconds

export class Keeper {
	#ask; #timer; #shelf; #dirty = false; #sending = null;
	theirs = null; // what another window wrote, until somebody has chosen

	constructor(ask) { this.#ask = ask; }

	async begin() {
		const left = await find(this.#ask.key);
		if (left && JSON.stringify(left.fields) !== JSON.stringify(this.#ask.fields())) {
			this.#ask.base.value = left.base;
			this.#ask.restore(left.fields);
		} else if (left) forget(this.#ask.key);
		addEventListener("pagehide", () => this.#leave());
		addEventListener("online", () => this.#keep());
	}

	changed() {
		this.#dirty = true;
		this.#ask.tell("keeping");
		clearTimeout(this.#shelf);
		this.#shelf = setTimeout(() => this.#layBy(), LAY_BY);
		this.#later(PAUSE);
	}

	get isSettled() { return !this.#dirty && !this.#sending && !this.theirs; }

	/** Keep it now. Whether everything that stands there is kept. */
	async flush() {
		while (this.#sending) await this.#sending;
		if (this.#dirty) await this.#keep();
		return this.isSettled;
	}

	/** What stands here is to stand, in full knowledge of the other window's. */
	async keepMine(now = true) {
		this.#ask.base.value = this.theirs.revision;
		this.theirs = null;
		this.#dirty = true;
		if (now) await this.flush();
	}

	#later(pause) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#keep(), pause);
	}

	#layBy() {
		return layBy(this.#ask.key, { base: this.#ask.base.value, fields: this.#ask.fields() });
	}

	#body() {
		const fixed = { base: this.#ask.base.value, csrfmiddlewaretoken: this.#ask.token.value };
		return new URLSearchParams({ ...this.#ask.fields(), ...fixed });
	}

	#keep() {
		if (this.#sending || this.theirs || !this.#dirty) return this.#sending;
		this.#sending = this.#send().finally(() => { this.#sending = null; });
		return this.#sending;
	}

	async #send() {
		const body = this.#body();
		this.#dirty = false;
		const answer = await fetch(this.#ask.url, { method: "POST", body }).catch(() => null);
		if (answer?.ok) return this.#kept(await answer.json());
		this.#dirty = true;
		if (answer?.status === 409) {
			this.theirs = await answer.json();
			this.#ask.tell(this.theirs.problem);
			this.#ask.elsewhere(this.theirs);
			return undefined;
		}
		const told = answer && (await answer.json().catch(() => null));
		if (told?.problem) {
			this.#ask.tell(told.problem);
			return undefined;
		}
		this.#ask.tell((await this.#layBy()) ? "offline" : "keeping");
		this.#later(AGAIN);
		return undefined;
	}

	#kept(answer) {
		this.#ask.base.value = answer.revision;
		if (this.#dirty) return this.#later(PAUSE);
		clearTimeout(this.#shelf);
		forget(this.#ask.key);
		this.#ask.tell("kept", { hour: answer.hour });
		return undefined;
	}

	#leave() {
		if (!this.#dirty || this.theirs) return;
		this.#layBy();
		fetch(this.#ask.url, { method: "POST", body: this.#body(), keepalive: true }).catch(() => {});
	}
}
