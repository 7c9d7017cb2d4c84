// Dropping an invite anywhere on its sheet reads it at once.

import { $, fill } from "./page.js";

const form = $("[data-drop]"), sheet = $(".drop", form), input = $("input[type=file]", form), told = $("[data-dropmsg]");

sheet.addEventListener("dragover", (event) => { event.preventDefault(); sheet.classList.add("over"); });
sheet.addEventListener("dragleave", () => sheet.classList.remove("over"));
sheet.addEventListener("drop", (event) => {
	event.preventDefault();
	sheet.classList.remove("over");
	if (!event.dataTransfer.files.length) return;
	input.files = event.dataTransfer.files;
	read();
});
input.addEventListener("change", read);

function read() {
	const [file] = input.files;
	if (!file) return;
	told.textContent = fill(told.dataset.reading, { name: file.name });
	form.requestSubmit();
}
