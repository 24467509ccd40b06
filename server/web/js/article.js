/** An article of the shop: as a tile, and in a sheet with all that is known of it. */

import { button, h } from "./dom.js";
import { sheet } from "./dialog.js";
import { picture } from "./flatlay.js";
import { ONE_SIZE, coloured, colourName, language, money, named, pieceName, sizeName, t } from "./i18n.js";
import { sayInChat } from "./page.js";

/** `alike(id)` is called when more like it are wanted. */
export function articleTile(article, alike) {
  const open = async () => {
    if ((await articleSheet(article)) === "alike") alike(article.id);
  };
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", onclick: open },
      h("span", { class: "mat" }, picture(article)),
      h("span", {}, pieceName(article)),
      h(
        "span",
        { class: "row apart small" },
        h("span", { class: "soft" }, about(article)),
        h("span", { class: "price" }, money(article.price, article.currency)),
      ),
    ),
  );
}

/** What tells it from others of its kind: an English name has the colour in it. */
function about(article) {
  const colour = (language() !== "en" || !article.brand) && colourName(article.colours[0]);
  return [colour, article.brand].filter(Boolean).join(" · ");
}

function articleSheet(article) {
  return sheet(
    pieceName(article),
    (close) => {
      const sizes = article.sizes.filter((one) => one.stock > 0).map((one) => one.size);
      const facts = [
        [t("facet.colour"), article.colours.map(colourName).join(", ")],
        article.fabrics.length && [
          t("facet.fabric"),
          article.fabrics.map((fabric) => named("fabrics", fabric)).join(", "),
        ],
        sizes.length && [t("facet.size"), sizes.map((one) => (one === ONE_SIZE ? sizeName(one) : one)).join(" · ")],
        article.brand && [t("search.brand"), article.brand],
      ].filter(Boolean);
      const dress = () => {
        close();
        sayInChat(t("say.dress", { piece: coloured(article) }));
      };
      return h(
        "div",
        { class: "article" },
        h("div", { class: "garment-picture" }, picture(article, { eager: true })),
        h(
          "div",
          { class: "stack" },
          h("p", { class: "tag price" }, money(article.price, article.currency)),
          language() === "en" && article.description && h("p", {}, article.description),
          h(
            "dl",
            { class: "facts small" },
            facts.map(([name, value]) => [h("dt", { class: "soft" }, name), h("dd", {}, value)]),
          ),
          h(
            "div",
            { class: "row" },
            button(t("article.dress"), dress, { kind: "primary" }),
            button(t("looks.more"), () => close("alike")),
            /^https?:/.test(article.url ?? "") &&
              h(
                "a",
                { class: "button", href: article.url, target: "_blank", rel: "noreferrer noopener" },
                t("looks.buy"),
              ),
          ),
        ),
      );
    },
    { wide: true },
  );
}
