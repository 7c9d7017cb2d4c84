// On every page: time that moves, and tabs. Everything reads and works without it.
// Texts come from the page (data-*), translated; places come from the server and move by the same formula.

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

const opened = performance.now();
const began = Date.parse(document.body.dataset.now);

/** The domain's time: it ticks on from when the page was made, whatever this machine's clock says. */
export const now = () => began + performance.now() - opened;

export function hour(instant) {
	const zone = document.body.dataset.zone;
	return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(instant);
}

/** A length in its two largest units, as the server tells it: 2 h 5 min. */
function lasting(milliseconds) {
	const minutes = Math.max(0, Math.round(milliseconds / 60_000));
	const units = document.body.dataset.units.split("|");
	const counts = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
	const told = units.map((unit, place) => counts[place] && fill(unit, { n: counts[place] })).filter(Boolean).slice(0, 2);
	return told.join(" ") || fill(units[2], { n: 0 });
}

const BEND = 14; // minutes; the same as in tone.py

function fade(minutes, total) {
	const within = Math.min(Math.max(minutes, 0), total);
	return (100 * Math.log(1 + within / BEND)) / Math.log(1 + total / BEND);
}

function moveTone(figure) {
	const start = Date.parse(figure.dataset.start);
	const total = (Date.parse(figure.dataset.closes) - start) / 60_000;
	const x = fade((now() - start) / 60_000, total);
	$("[data-spent]", figure).setAttribute("width", `${x}%`);
	for (const end of ["x1", "x2"]) $("[data-nowline]", figure).setAttribute(end, `${x}%`);
	const label = $("[data-nowtext]", figure), late = x > 72;
	label.setAttribute("x", `${x}%`);
	label.setAttribute("text-anchor", late ? "end" : "start");
	label.setAttribute("dx", late ? -8 : 8);
	label.textContent = fill(figure.dataset.words, { hour: hour(now()) });
}

function tick() {
	for (const figure of $$("[data-tone]")) moveTone(figure);
	for (const place of $$("[data-left]")) place.textContent = lasting(Date.parse(place.dataset.left) - now());
	turn();
}

/** A window has opened or closed: read the page again, and put what it says now in place of what it said. */
async function turn() {
	const part = $("[data-turns-at]");
	if (!part || now() < Date.parse(part.dataset.turnsAt) || part.contains(document.activeElement)) return;
	part.removeAttribute("data-turns-at");
	const answer = await fetch(location.href).catch(() => null);
	if (!answer?.ok) return;
	const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
	if (fresh) part.replaceWith(fresh);
}

/** Tabs, with the arrows of the keyboard. */
export function tabs(list, picked) {
	const all = $$("[role=tab]", list);
	const pick = (tab) => {
		for (const other of all) {
			const on = other === tab;
			other.setAttribute("aria-selected", on);
			other.tabIndex = on ? 0 : -1;
			document.getElementById(other.getAttribute("aria-controls")).hidden = !on;
		}
		picked?.(tab);
	};
	list.addEventListener("click", (event) => {
		const tab = event.target.closest("[role=tab]");
		if (tab) pick(tab);
	});
	list.addEventListener("keydown", (event) => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (!step) return;
		event.preventDefault();
		const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
		next.focus();
		pick(next);
	});
}

for (const hidden of $$("[data-scripted]")) hidden.hidden = false;
if (matchMedia("(width < 72rem)").matches) for (const details of $$("[data-wideopen]")) details.open = false;
tick();
setInterval(tick, 15_000);
