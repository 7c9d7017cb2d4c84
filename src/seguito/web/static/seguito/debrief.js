// The debrief: one line at a time, kept on the server as soon as Enter is pressed. While the server cannot be reached,
// lines wait in this browser, in their order, and go when it answers again; the same line twice counts once there.

import { $, $$, fill, hour, now } from "./page.js";
import { all, find, forget, layBy } from "./shelf.js";

const form = $("[data-debrief]"), line = $("#line"), words = form.dataset;
const address = form.getAttribute("action");
const prefix = `debrief:${words.interview}:`, unfinished = `line:${words.interview}`;
const MARKS = { '"': "insight", "“": "insight", "«": "insight", "~": "aside", "?": "question", "!": "promise", "*": "why_here", "+": "why_here" };
const tell = (text) => { $("[data-saved]").textContent = text; };
let sending = null;

function choose(name, value) {
	const choice = $$(`[name=${name}]`, form).find((one) => one.value === value);
	if (choice) choice.checked = true;
	return Boolean(choice);
}

/** A sign at the beginning moves the choice as soon as it is typed: @tom, ~. */
function readSigns() {
	const said = /^@(\p{L}[\p{L}’'-]*)\s/u.exec(line.value);
	if (said) {
		const wanted = said[1].toLocaleLowerCase();
		const person = $$("[name=person]", form).find((one) => one.dataset.name?.toLocaleLowerCase().startsWith(wanted));
		if (person) {
			person.checked = true;
			line.value = line.value.slice(said[0].length);
		}
	}
	if (line.value.length > 1 && MARKS[line.value[0]] && choose("kind", MARKS[line.value[0]]))
		line.value = line.value.slice(1).trimStart();
}

line.addEventListener("input", (event) => {
	if (event.isComposing) return;
	readSigns();
	layBy(unfinished, line.value);
});

line.addEventListener("keydown", (event) => {
	if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
	event.preventDefault();
	form.requestSubmit();
});

form.addEventListener("submit", async (event) => {
	event.preventDefault();
	const said = line.value.trim();
	line.focus();
	if (!said) return;
	const data = new FormData(form);
	const entry = { person: data.get("person") ?? "", kind: data.get("kind") ?? "", line: said };
	const key = prefix + String(Date.now()).padStart(15, "0") + Math.random().toString(36).slice(2, 8);
	line.value = ""; // at once: one types on while this one is being kept
	choose("kind", "insight");
	tell(words.keeping);
	const isSafe = await layBy(key, entry);
	forget(unfinished);
	if (isSafe) send();
	else if (!(await post(entry))) line.value = [entry.line, line.value].filter(Boolean).join(" ");
});

/** One after another, in the order in which they were said. */
function send() {
	sending ??= (async () => {
		for (let [first] = await all(prefix); first; [first] = await all(prefix)) {
			const [key, entry] = first;
			if (!(await post(entry))) return;
			await forget(key);
		}
	})().finally(() => { sending = null; });
	return sending;
}

/** Whether the server has it. What it refuses is shown, and put back into the form. */
async function post(entry) {
	const body = new URLSearchParams({ ...entry, csrfmiddlewaretoken: form.csrfmiddlewaretoken.value });
	const answer = await fetch(address, { method: "POST", body }).catch(() => null);
	if (!answer || answer.status >= 500 || answer.status === 403) {
		await waiting();
		return false;
	}
	const page = new DOMParser().parseFromString(await answer.text(), "text/html");
	if (!answer.ok) {
		tell($(".problem", page)?.textContent ?? "");
		if (!line.value) line.value = entry.line;
		return true;
	}
	$("#kept").replaceWith($("#kept", page));
	tell(fill(words.kept, { hour: hour(now()) }));
	return true;
}

async function waiting() {
	tell(fill(words.offline, { n: (await all(prefix)).length }));
	setTimeout(send, 2_000);
}

addEventListener("online", send);
find(unfinished).then((left) => { if (left && !line.value) line.value = left; });
send();
