// The stationery as it would be, while one chooses. What is kept is what the form sends.

import { $, $$ } from "./page.js";

const AFTER = 150; // milliseconds after the last change
const form = $("[data-paper]"), trouble = $("[data-trouble]");
let waiting = null;

form.addEventListener("input", () => {
	clearTimeout(waiting);
	waiting = setTimeout(draw, AFTER);
});

async function draw() {
	const chosen = new URLSearchParams(new FormData(form));
	chosen.delete("csrfmiddlewaretoken");
	for (const image of $$("[data-sample]")) {
		const address = `${image.src.split("?")[0]}?${chosen}`;
		const answer = await fetch(address).catch(() => null);
		image.closest("figure").hidden = !answer?.ok;
		if (answer?.ok) image.src = address;
		else if (answer?.status !== 404) trouble.textContent = answer ? await answer.text() : "";
		trouble.hidden = answer?.ok || answer?.status === 404;
		if (!trouble.hidden) return;
	}
}
