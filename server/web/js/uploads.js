/** Many photos at once: each with how far it is, then what was seen on them, then what came of all. */

import { ask, uploadPhoto } from "./api.js";
import { button, fill, h } from "./dom.js";
import { t } from "./i18n.js";
import { said } from "./notice.js";

const AT_ONCE = 4; // photos that are made out with one request

/** `{opener, element, take}`; `done(doubts)` is called when `take(files)` brought something to see, or to ask. */
export function uploads(done) {
  const element = h("section", { class: "uploads", "aria-live": "polite", hidden: true });
  const file = h("input", {
    type: "file",
    accept: "image/*",
    multiple: true,
    id: "wardrobe-photos",
    hidden: true,
    onchange: () => take([...file.files]),
  });
  const opener = h(
    "div",
    {},
    button(t("wardrobe.add"), () => file.click(), { kind: "primary", icon: "photo" }),
    file,
  );

  async function take(files) {
    file.value = "";
    if (!files.length) return;
    const total = h("progress", { max: files.length, value: 0, "aria-label": t("uploads.progress") });
    const line = h("p", {}, t("uploads.sending", { done: 0, count: files.length }));
    const faults = h("ul", { class: "small" });
    fill(element, line, total, faults).hidden = false;
    const photos = await sent(files, faults, (at, share) => {
      total.value = at + share;
      line.textContent = t("uploads.sending", { done: Math.min(at + 1, files.length), count: files.length });
    });
    const { found, doubts } = await seen(photos, line, faults);
    line.textContent = t("uploads.done", {
      photos: t("uploads.photos", { count: photos.length }),
      garments: t("uploads.garments", { count: found }),
    });
    total.remove();
    done(doubts);
  }
  return { opener, element, take };
}

/** Sends one after the other; what cannot be taken is told by name. */
async function sent(files, faults, progress) {
  const photos = [];
  for (const [at, file] of files.entries()) {
    try {
      photos.push(await uploadPhoto(file, (share) => progress(at, share)));
    } catch (problem) {
      faults.append(h("li", {}, t("learned.line", { what: file.name, value: said(problem) })));
    }
    progress(at, 1);
  }
  return photos;
}

/** How many garments were made out, and the photos that it has to be asked of: `{photo, number, may_be}`. */
async function seen(photos, line, faults) {
  const ids = new Set();
  const asked = [];
  for (let at = 0; at < photos.length; at += AT_ONCE) {
    line.textContent = t("uploads.looking", { done: at, count: photos.length });
    try {
      const json = { photos: photos.slice(at, at + AT_ONCE).map((photo) => photo.id) };
      const { garments, doubts } = await ask("/v1/wardrobe/caption", { method: "POST", json });
      garments.forEach((garment) => ids.add(garment.id));
      asked.push(...doubts);
    } catch (problem) {
      faults.append(h("li", {}, said(problem)));
    }
  }
  return { found: ids.size, doubts: asked };
}
