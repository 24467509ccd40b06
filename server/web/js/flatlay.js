/** The big picture of a look: its pieces as if laid on a table, each at its place and in its proportion. */

import { h } from "./dom.js";
import { colourName, pieceName } from "./i18n.js";

/** Where a slot lies: left, top and width in percent of a table of 4 to 5, and how it is turned, in degrees. */
const DRESSED = {
  one_piece: [-5, 6, 82, -1],
  mid: [44, 2, 56, 2],
  outer: [42, 1, 60, 2],
  base_top: [50, 4, 46, 2],
  bottom: [8, 40, 56, -1],
  footwear: [58, 70, 37, -3],
  bag: [65, 46, 28, 3],
  headwear: [72, 50, 22, -4],
  accessory: [4, 79, 22, 4],
  hosiery: [38, 79, 20, -2],
};
const SEPARATES = {
  base_top: [1, 2, 54, -2],
  mid: [42, 1, 57, 2],
  outer: [41, 0, 61, 2],
  bottom: [-3, 40, 70, -1],
  footwear: [57, 71, 38, -3],
  bag: [64, 48, 29, 3],
  headwear: [72, 51, 22, -4],
  accessory: [58, 50, 21, 5],
  hosiery: [42, 80, 19, -2],
};
const NUDGE = 9; // percent, for a second piece of a slot

export function flatlay(look, { eager = false } = {}) {
  const whole = look.items.some((item) => item.slot === "one_piece") ? DRESSED : SEPARATES;
  const seen = {};
  const pieces = look.items.map((item) => {
    const again = seen[item.slot] ?? 0;
    seen[item.slot] = again + 1;
    return laid(item, whole[item.slot] ?? DRESSED[item.slot], again, look.items.length, eager);
  });
  const alone = look.items.length === 1 ? "alone" : "";
  return h(
    "div",
    { class: `flatlay ${alone}`, role: "img", "aria-label": look.items.map(pieceName).join(", ") },
    pieces,
  );
}

function laid(item, [left, top, width, turn], again, count, eager) {
  const vars = {
    "--x": `${left - again * NUDGE}%`,
    "--y": `${top - again * NUDGE}%`,
    "--w": `${width}%`,
    "--turn": `${turn}deg`,
  };
  return h("span", { class: `piece at-${item.slot}`, vars }, picture(item, { eager }));
}

/** Where a piece's picture is: from this server alone. */
export function pictureOf(item) {
  const id = encodeURIComponent(item.id);
  if (item.source !== "wardrobe" && !item.origin) return `/v1/catalog/${id}/image`;
  if (item.image?.startsWith("/v1/")) return item.image;
  const { hex } = item.colour ?? item.colours[0];
  const told = new URLSearchParams({ of: item.category, in: hex }); // a corrected one has another address
  return `/v1/wardrobe/${id}/drawing?${told}`;
}

/** A piece as it is drawn by kind and colour: what has no picture here, and what was only told of. */
function sketchOf(item) {
  const { family, hex } = item.colour ?? item.colours[0];
  return `/v1/drawings/${item.category}?${new URLSearchParams({ family, hex, pattern: item.pattern ?? "solid" })}`;
}

/** A piece's picture; where it cannot be had it is drawn, and where that cannot be either, it is its colour. */
export function picture(item, { eager = false, alt = "" } = {}) {
  const colour = item.colour ?? item.colours[0];
  const image = h("img", {
    src: pictureOf(item),
    alt,
    loading: eager ? "eager" : "lazy",
    decoding: "async",
    width: 600,
    height: 600,
  });
  const swatch = () =>
    image.replaceWith(h("span", { class: "swatch", vars: { "--dot": colour.hex }, title: colourName(colour) }));
  const sketch = () => {
    image.addEventListener("error", swatch, { once: true });
    image.src = sketchOf(item);
  };
  image.addEventListener("error", sketch, { once: true });
  return image;
}
