/** A photo that shows nothing for certain: what is on it? */

import { ask } from "./api.js";
import { sheet } from "./dialog.js";
import { button, h } from "./dom.js";
import { field, select } from "./garment.js";
import { named, t } from "./i18n.js";
import { tried } from "./notice.js";

/** A row that asks; `photo` is `{photo, number, may_be}`, and is settled where there is nothing to hang in. */
export function doubt(photo, refresh) {
  const name = t("photo.number", { number: photo.number });
  const settle = () => {
    photo.settled = true;
    refresh();
  };
  const guesses = photo.may_be.map((kind) =>
    button(named("categories", kind), async () => (await hang(photo.photo, kind)) && refresh()),
  );
  return h(
    "li",
    {},
    h("div", { class: "ask-picture" }, h("img", { src: `/v1/photos/${photo.photo}`, alt: name })),
    h(
      "div",
      { class: "stack" },
      h("p", {}, h("strong", {}, t("doubt.question", { name }))),
      h(
        "div",
        { class: "row" },
        guesses,
        button(t("doubt.other"), async () => (await nameIt(photo.photo)) && refresh()),
        button(t("doubt.nothing"), settle, { kind: "quiet" }),
      ),
    ),
  );
}

/** A sheet in which one says what a photo shows; resolves with true where it hangs there now. */
export function nameIt(id) {
  return sheet(t("doubt.title"), (close) => {
    const kind = select("categories", "", t("garment.unknown"));
    const save = async (event) => {
      event.preventDefault();
      if (kind.value && (await hang(id, kind.value))) close(true);
    };
    return h(
      "form",
      { class: "stack", onsubmit: save },
      h("img", { class: "whole-photo", src: `/v1/photos/${id}`, alt: "" }),
      field(t("garment.category"), kind),
      h("div", { class: "actions" }, h("button", { class: "button primary" }, t("doubt.hang"))),
    );
  });
}

const hang = (photo, kind) =>
  tried(() => ask("/v1/wardrobe/named", { method: "POST", json: { photo, kind } }), t("garment.saved"));
