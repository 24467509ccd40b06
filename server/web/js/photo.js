/** One photo in a sheet of its own: what it shows, what goes with it, and away with it. */

import { ask } from "./api.js";
import { button, h } from "./dom.js";
import { sheet, sure } from "./dialog.js";
import { nameIt } from "./doubt.js";
import { pieceName, t } from "./i18n.js";
import { tried } from "./notice.js";
import { sayInChat } from "./page.js";

/** Resolves with true where the photo was deleted, or said what it shows. */
export function photoSheet(photo, shown) {
  const name = t("photo.number", { number: photo.number });
  return sheet(name, (close) => {
    const go = () => {
      close();
      sayInChat(t("say.photo", { number: photo.number }));
    };
    const remove = async () => {
      if (!(await sure(t("photo.remove"), t("photo.remove_sure", { name }), t("photo.remove")))) return;
      if (await tried(() => ask(`/v1/photos/${photo.id}`, { method: "DELETE" }))) close(true);
    };
    const say = async () => (await nameIt(photo.id)) && close(true);
    return [
      h("img", { class: "whole-photo", src: `/v1/photos/${photo.id}`, alt: name }),
      h("p", { class: "soft" }, shown.length ? shown.map(pieceName).join(", ") : t("photo.nothing")),
      h(
        "div",
        { class: "row" },
        button(t("garment.goes_with"), go, { kind: "primary" }),
        !shown.length && button(t("doubt.say"), say),
        button(t("photo.remove"), remove, { kind: "quiet" }),
      ),
    ];
  });
}
