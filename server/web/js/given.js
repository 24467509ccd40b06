/** Photos that are dropped or pasted, anywhere on the page: they go to the room that is shown. */

import { page } from "./page.js";

const OVER = "over";
const images = (held) => [...(held?.files ?? [])].filter((one) => one.type.startsWith("image/"));
const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");

function give(files) {
  if (files.length && !document.querySelector("dialog[open]")) page.take?.(files);
}

/** Once for the whole page, so that no browser opens a dropped photo in the place of it. */
export function watch() {
  const mark = (is) => document.body.classList.toggle(OVER, is && page.take !== null);
  for (const kind of ["dragenter", "dragover"]) {
    addEventListener(kind, (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      mark(true);
    });
  }
  addEventListener("dragleave", (event) => event.relatedTarget || mark(false));
  addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    mark(false);
    give(images(event.dataTransfer));
  });
  addEventListener("paste", (event) => {
    const files = images(event.clipboardData);
    if (files.length) event.preventDefault();
    give(files);
  });
}
