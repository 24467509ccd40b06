/** Elements out of data. Text always becomes text: nothing here, or anywhere on the page, reads a string as HTML. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element. `props` are attributes, except `on…` (listeners), `vars` (custom properties of its style) and
 * `value`, `checked`, `disabled` and the like, where true and false count.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "vars") for (const [key, held] of Object.entries(value)) element.style.setProperty(key, held);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...solid(children));
  return element;
}

/** What can be appended: nothing of null, false and "", lists flattened. */
function solid(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false && child !== "");
}

export function fill(element, ...children) {
  element.replaceChildren(...solid(children));
  return element;
}

/** Paragraphs of a text; the only marks that are read are blank lines, `*so*` and `**so**`. */
export function prose(text) {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim())
    .map((part) => h("p", {}, emphasised(part.trim())));
}

function emphasised(text) {
  return text.split(/(\*\*[^*\n]+\*\*|\*[^*\n]+\*)/).map((part) => {
    if (/^\*\*.+\*\*$/.test(part)) return h("strong", {}, part.slice(2, -2));
    if (/^\*.+\*$/.test(part)) return h("em", {}, part.slice(1, -1));
    return part;
  });
}

const STROKES = {
  chat: ["M4 5h16v11H10l-4 4v-4H4z"],
  wardrobe: ["M12 8V7a2 2 0 1 0-2-2", "M12 8l9 7.5c.8.7.4 2-.7 2H3.7c-1.1 0-1.500-1.300-.7-2z"],
  search: ["M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13z", "M15.500 15.500L20 20"],
  looks: ["M5 4h14v16H5z", "M9 4v16", "M12 8h4"],
  you: ["M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z", "M4.500 20c.8-4 3.600-6 7.500-6s6.700 2 7.500 6"],
  send: ["M12 19V5", "M6 11l6-6 6 6"],
  stop: ["M7 7h10v10H7z"],
  photo: [
    "M3.500 7.500h4l1.500-2.500h6l1.500 2.500h4v11.500h-17z",
    "M12 10a3.200 3.200 0 1 1 0 6.400 3.200 3.200 0 0 1 0-6.400z",
  ],
  close: ["M6 6l12 12", "M18 6L6 18"],
  check: ["M5 12.500l4.500 4.500L19 7.500"],
  up: ["M7 11v8H4v-8z", "M7 11l4-7c1.500 0 2.300 1 2 2.500L12.500 10H19l-1.500 9H7"],
  down: ["M17 13V5h3v8z", "M17 13l-4 7c-1.500 0-2.300-1-2-2.500l.5-3.500H5l1.500-9H17"],
  history: ["M4 6h16", "M4 12h16", "M4 18h10"],
  plus: ["M12 5v14", "M5 12h14"],
  sun: [
    "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z",
    "M12 2.500v2",
    "M12 19.500v2",
    "M2.500 12h2",
    "M19.500 12h2",
    "M5.300 5.300l1.400 1.400",
    "M17.300 17.300l1.400 1.400",
    "M5.300 18.700l1.400-1.400",
    "M17.300 6.700l1.400-1.400",
  ],
  moon: ["M19 14.500A7.500 7.500 0 0 1 9.500 5 7.500 7.500 0 1 0 19 14.500z"],
  more: ["M5 12h.01", "M12 12h.01", "M19 12h.01"],
};

/** A line drawing that says nothing to screen readers: whatever holds it has a name of its own. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  for (const d of STROKES[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

/** A button; with `icon` alone its `label` is read out only. */
export function button(label, onclick, { kind = "", icon: name, only = false, ...props } = {}) {
  const text = only ? h("span", { class: "hidden-text" }, label) : label;
  const title = only ? { title: label } : {};
  const look = `button ${kind} ${only ? "icon-only" : ""}`.trim();
  return h("button", { type: "button", class: look, onclick, ...title, ...props }, name && icon(name), text);
}
