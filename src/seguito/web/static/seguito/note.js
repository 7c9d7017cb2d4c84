// The note: a plain textarea, and behind it a ghost of the same words that carries the underlines.
// Places are UTF-16 units of textarea.value, the same as a string's indices here.

import { $, $$, fill, tabs } from "./page.js";
import { Keeper } from "./keeper.js";

const LOOK_AFTER = 60; // milliseconds after the last key
const bench = $("[data-note]"), words = bench.dataset;
const letter = $("#text"), subject = $("#subject"), form = $("#words");
const ghost = $("[data-ghost]").appendChild(document.createTextNode(""));
const say = (text) => { $("[data-say]").textContent = text; };
const canPaint = "highlights" in CSS && typeof Highlight === "function";

let marks = JSON.parse($("#marks").textContent);
let before = letter.value;
let at = null; // the id of the finding that one is at
let seq = 0;
let asking = null;
let waiting = null;

/* ---- underlines */

function range(mark) {
	const made = new Range();
	made.setStart(ghost, mark.start);
	made.setEnd(ghost, mark.end);
	return made;
}

function paint() {
	ghost.data = letter.value + "\n";
	if (!canPaint) return;
	const drawn = marks.filter((mark) => mark.open && mark.end <= letter.value.length);
	for (const look of [1, 2, 3])
		CSS.highlights.set(`look-${look}`, new Highlight(...drawn.filter((mark) => mark.look === look).map(range)));
	const here = new Highlight(...drawn.filter((mark) => mark.id === at).map(range));
	here.priority = 1;
	CSS.highlights.set("look-at", here);
}

/** An edit moves what lies after it and takes away what it touches, until the looks have answered. */
function shift() {
	const after = letter.value, most = Math.min(before.length, after.length);
	let head = 0, tail = 0;
	while (head < most && before[head] === after[head]) head++;
	while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	const cut = before.length - tail, by = after.length - before.length;
	marks = marks
		.filter((mark) => mark.start >= cut || mark.end <= head)
		.map((mark) => (mark.start >= cut ? { ...mark, start: mark.start + by, end: mark.end + by } : mark));
	before = after;
}

/* ---- the looks, as one types: the last answer wins */

function askSoon() {
	seq++;
	clearTimeout(waiting);
	waiting = setTimeout(ask, LOOK_AFTER);
}

async function ask() {
	asking?.abort();
	asking = new AbortController();
	const sent = seq;
	const body = new URLSearchParams({ text: letter.value, seq: sent, csrfmiddlewaretoken: form.csrfmiddlewaretoken.value });
	const answer = await fetch(words.look, { method: "POST", body, signal: asking.signal }).catch(() => null);
	if (!answer?.ok || sent !== seq) return;
	const found = await answer.json();
	if (sent === seq) show(found);
}

function show(found) {
	marks = found.marks;
	paint();
	for (const [id, html] of [["looks", found.looks], ["source", found.source], ["twin", found.twin]]) put(id, html);
	$("#usedn").textContent = $("#source [data-used]")?.dataset.used ?? "";
	gate(found.ready, found.whynot);
	markHere();
}

/** What somebody is just using is not taken from under their fingers. */
function put(id, html) {
	const place = document.getElementById(id);
	if (place.contains(document.activeElement)) {
		place.addEventListener("focusout", () => setTimeout(() => put(id, html)), { once: true });
		return;
	}
	if (place.innerHTML !== html) place.innerHTML = html;
}

function gate(isReady, why) {
	const button = $("[data-approve]");
	if (!button) return;
	button.toggleAttribute("aria-disabled", !isReady);
	if (!isReady) button.setAttribute("aria-disabled", "true");
	$("#whynot").textContent = why;
	$("[data-anyway]").hidden = isReady;
}

/* ---- going from finding to finding */

const openFindings = () => {
	const place = (item) => marks.find((mark) => mark.id === item.dataset.finding)?.start ?? -1;
	return $$("[data-finding][data-open]").sort((one, other) => place(one) - place(other));
};

function markHere() {
	for (const item of $$("[data-finding]")) item.classList.toggle("at", item.dataset.finding === at);
}

function go(item, count = "") {
	at = item.dataset.finding;
	const mark = marks.find((one) => one.id === at);
	markHere();
	paint();
	if ($("#v-w").hidden) $("#t-w").click();
	if (mark) {
		letter.focus();
		letter.setSelectionRange(mark.start, mark.end);
	} else {
		item.tabIndex = -1;
		item.focus();
	}
	item.scrollIntoView({ block: "nearest" });
	const message = [$(".quote", item)?.textContent, $("p", item)?.textContent].filter(Boolean).join(". ");
	say(count ? fill(words.finding, { ...count, words: message }) : message);
}

function goOn(step) {
	const open = openFindings();
	if (!open.length) return say(words.none);
	const here = open.findIndex((item) => item.dataset.finding === at);
	const next = here < 0 ? (step > 0 ? 0 : open.length - 1) : (here + step + open.length) % open.length;
	go(open[next], { n: next + 1, all: open.length });
}

/** Written as if it were typed, so that undo stays whole. */
function write(mark, text) {
	letter.focus();
	letter.setSelectionRange(mark.start, mark.end);
	const done = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
	if (!done) {
		letter.setRangeText(text, mark.start, mark.end, "end");
		letter.dispatchEvent(new Event("input", { bubbles: true }));
	}
	say(fill(words.written, { words: text }));
}

/* ---- keeping */

const keeper = new Keeper({
	url: words.keep,
	key: `note:${words.note}`,
	fields: () => ({ text: letter.value, subject: subject?.value ?? "" }),
	restore: (kept) => {
		letter.value = kept.text;
		if (subject) subject.value = kept.subject;
		changed();
		say(words.restored);
	},
	base: form.base,
	token: form.csrfmiddlewaretoken,
	tell: (state, values) => { $("[data-state]").textContent = fill(words[state] ?? state, values ?? {}); },
	elsewhere: (theirs) => { $("#elsewhere").innerHTML = theirs.html; for (const part of $$("#elsewhere [data-scripted]")) part.hidden = false; },
});

function changed() {
	shift();
	paint();
	count();
	askSoon();
	keeper.changed();
}

function count() {
	const found = letter.value.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
	$("[data-count]").textContent = fill(words.words, { n: found.length }) + ".";
}

letter.addEventListener("input", changed);
subject?.addEventListener("input", () => keeper.changed());

/* Every button of the letter's form keeps the words first; it waits until what is being kept has been kept. */
form.addEventListener("submit", async (event) => {
	const button = event.submitter;
	if (button?.getAttribute("aria-disabled") === "true") {
		event.preventDefault();
		const [first] = openFindings();
		if (first) go(first);
		return;
	}
	if (keeper.isSettled) return;
	event.preventDefault();
	if (await keeper.flush()) setTimeout(() => form.requestSubmit(button)); // not while this one is still being fired
});

document.addEventListener("click", (event) => {
	const use = event.target.closest("[data-use]"), place = event.target.closest("[data-go]");
	const item = event.target.closest("[data-finding]");
	if (use) {
		const mark = marks.find((one) => one.id === item.dataset.finding);
		if (!mark) return; // the form does it
		event.preventDefault();
		at = mark.id;
		write(mark, use.dataset.use);
	} else if (place) go(item);
	else if (event.target.closest("[data-mine]")) keeper.keepMine().then(() => $("#elsewhere").replaceChildren());
	else if (event.target.closest("[data-take]")) {
		const { text } = keeper.theirs;
		keeper.keepMine(false);
		write({ start: 0, end: letter.value.length }, text);
		$("#elsewhere").replaceChildren();
	}
});

document.addEventListener("keydown", (event) => {
	if (event.key === "F8") {
		event.preventDefault();
		goOn(event.shiftKey ? -1 : 1);
	} else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && bench.contains(document.activeElement)) {
		event.preventDefault();
		ask();
		keeper.flush();
	} else if (event.key === "Escape" && document.activeElement.closest("#looks")) letter.focus();
});

/* ---- seeing and hearing it */

tabs($("[role=tablist]"), () => {
	for (const mirror of $$("[data-mirror]")) mirror.textContent = letter.value;
	const line = $("[data-subject]");
	if (line) line.textContent = subject.value;
	if (!$("[data-card]")?.hidden) setCard();
});

/** The card as it will be printed: what stands in the letter is kept first, then its pictures are asked for. */
async function setCard() {
	const panel = $("[data-card]");
	if (!panel) return;
	panel.textContent = panel.dataset.setting;
	await keeper.flush();
	const answer = await fetch(panel.dataset.card).catch(() => null);
	const parts = answer && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("parts");
	panel.replaceChildren(...(parts ? parts.childNodes : []));
}
$("#v-w").setAttribute("role", "tabpanel");
$("#v-w").setAttribute("aria-labelledby", "t-w");

const listen = $("[data-listen]");
if ("speechSynthesis" in window) {
	const start = listen.textContent;
	listen.hidden = false;
	listen.addEventListener("click", () => {
		if (speechSynthesis.speaking) return speechSynthesis.cancel();
		const voice = new SpeechSynthesisUtterance(letter.value);
		voice.lang = letter.lang;
		voice.rate = 0.9; // slowly enough to hear a wrong word
		voice.onend = voice.onerror = () => { listen.textContent = start; };
		listen.textContent = listen.dataset.stop;
		speechSynthesis.speak(voice);
	});
	addEventListener("pagehide", () => speechSynthesis.cancel());
}

$("[data-again]").hidden = false;
paint();
count();
keeper.begin();
