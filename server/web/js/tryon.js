/** How a look is to be pictured, where there is a painter: laid out, or worn by the person of one of their photos. */

import { ask, uploadPhoto } from "./api.js";
import { sheet } from "./dialog.js";
import { button, h } from "./dom.js";
import { t } from "./i18n.js";
import { tried } from "./notice.js";

/** Resolves with `{photo}`, null in it for laid out; with null where the person thinks better of it. */
export async function fitting() {
  let photos = [];
  await tried(async () => (photos = await ask("/v1/photos")));
  return sheet(t("tryon.title"), (close) => {
    const add = async () => {
      const [one] = file.files;
      await tried(async () => close({ photo: (await uploadPhoto(one)).number }));
    };
    const file = h("input", { type: "file", accept: "image/*", id: "tryon-photo", hidden: true, onchange: add });
    const tile = (photo) => {
      const name = t("photo.number", { number: photo.number });
      const image = h("img", { src: `/v1/photos/${photo.id}`, alt: "", loading: "lazy" });
      const choose = () => close({ photo: photo.number });
      return h(
        "li",
        {},
        h("button", { type: "button", onclick: choose }, h("span", { class: "mat" }, image), h("span", {}, name)),
      );
    };
    return [
      h("p", {}, t("tryon.lead")),
      h("p", { class: "small soft" }, t("tryon.privacy")),
      photos.length > 0 && h("ul", { class: "tiles photos", "aria-label": t("tryon.choose") }, photos.map(tile)),
      h(
        "div",
        { class: "row" },
        button(t("tryon.add"), () => file.click(), { kind: "primary", icon: "photo" }),
        button(t("tryon.laid"), () => close({ photo: null })),
        file,
      ),
    ];
  });
}
