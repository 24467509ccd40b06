/** What the critic and the advisor found, a packing list, and what a wardrobe lacks: each as what it is. */

import { h } from "./dom.js";
import { picture } from "./flatlay.js";
import { capital, known, money, number, pieceName, t, typeset } from "./i18n.js";

/** The critic's reading: a verdict, what works, and at most three things to mend. */
export function rated(critique) {
  const parts = Object.entries(critique.sub).map(([part, { score, why }]) => {
    const name = known(`rubric.${part}`) ? t(`rubric.${part}`) : part;
    const meter = h("meter", { min: 0, max: 10, value: score, low: 5, "aria-label": name });
    return [h("dt", {}, name), h("dd", {}, meter, h("span", {}, typeset(why)))];
  });
  return h(
    "section",
    { class: "reading", "aria-label": t("critic.title") },
    h(
      "header",
      { class: "row apart baseline" },
      h("h3", {}, t(`critic.${critique.verdict}`)),
      h("p", { class: "mark price" }, t("critic.score", { score: number(Math.round(critique.score)) })),
    ),
    critique.strengths.length > 0 &&
      h(
        "ul",
        { class: "ticks" },
        critique.strengths.map((one) => h("li", {}, typeset(capital(one)))),
      ),
    critique.fixes.length > 0 &&
      h(
        "ol",
        { class: "fixes" },
        critique.fixes.map((fix) =>
          h("li", {}, h("span", {}, typeset(capital(fix.what))), h("span", { class: "small soft" }, typeset(fix.why))),
        ),
      ),
    h("details", { class: "scores small" }, h("summary", {}, t("critic.parts")), h("dl", {}, parts)),
  );
}

/** The advisor's word: what stays, what changes places with what, what joins. */
export function advised(advice, looks, owned) {
  const known = new Map([...owned, ...looks.flatMap((look) => look.items)].map((piece) => [piece.id, piece]));
  const group = (key, rows) =>
    rows.length > 0 && h("div", { class: "advice-group" }, h("h4", {}, t(`advice.${key}`)), h("ul", {}, rows));
  const keep = advice.keep.map((one) => line([known.get(one.id)], one.why));
  const swap = advice.swap.map((one) => line([known.get(one.out), known.get(one.in)], one.why));
  const add = advice.add.map((one) => line([known.get(one.id)], one.why));
  const moves = advice.moves.map((move) => h("li", {}, h("span", {}, typeset(capital(move)))));
  const groups = [group("moves", moves), group("keep", keep), group("swap", swap), group("add", add)];
  return groups.some(Boolean) && h("section", { class: "advice", "aria-label": t("advice.title") }, groups);
}

function line(pieces, why) {
  const there = pieces.filter(Boolean).map((piece) => h("span", { class: "thumb" }, picture(piece)));
  const names = pieces.filter(Boolean).map(pieceName).join(" → ");
  return h("li", {}, there, h("span", {}, names, h("span", { class: "small soft" }, typeset(why))));
}

/** What goes into the case, each piece once, and what is worn on which day. */
export function packed(packing, looks) {
  const titles = new Map(looks.map((look) => [look.id, look.title]));
  const price = (item) => (item.source === "wardrobe" ? t("price.yours") : money(item.price, item.currency));
  const pieces = packing.pieces.map((item) =>
    h(
      "li",
      {},
      picture(item),
      h("span", { class: "small" }, pieceName(item)),
      h("span", { class: "small price" }, price(item)),
    ),
  );
  const days = packing.days.map((one) =>
    h(
      "li",
      {},
      h("span", { class: "soft" }, t("packing.day", { number: one.day })),
      h("span", {}, titles.get(one.look) ?? ""),
    ),
  );
  return h(
    "section",
    { class: "packing", "aria-label": t("packing.title") },
    h(
      "header",
      { class: "row apart" },
      h("h3", {}, t("packing.pieces", { count: packing.pieces.length })),
      packing.total > 0 && h("p", { class: "tag price" }, money(packing.total, packing.currency)),
    ),
    h("ul", { class: "tiles" }, pieces),
    h("ol", { class: "days" }, days),
  );
}

/** What would do most for the wardrobe, and how many outfits each makes with what hangs there. */
export function lacking(gaps) {
  const rows = gaps.map((gap) => {
    const item = gap.example.items.find((one) => one.id === gap.id);
    return (
      item &&
      h(
        "li",
        {},
        h("span", { class: "thumb" }, picture(item)),
        h("span", {}, pieceName(item), h("span", { class: "small soft" }, t("gaps.outfits", { count: gap.outfits }))),
        h("span", { class: "price" }, money(item.price, item.currency)),
      )
    );
  });
  return h(
    "section",
    { class: "advice gaps", "aria-label": t("gaps.title") },
    h("h3", {}, t("gaps.title")),
    h("ul", {}, rows),
  );
}

/** The picture of a look, with what it is: laid out, or made by a model. */
export function previewed(preview) {
  const label = [
    preview.label,
    preview.ai_generated ? t("preview.generated") : t("preview.board"),
    preview.note,
  ].filter(Boolean);
  return h(
    "figure",
    { class: "preview" },
    h("img", { src: preview.url, alt: preview.label, width: 1200, height: 1500 }),
    h("figcaption", { class: "small soft" }, label.join(" · ")),
  );
}
