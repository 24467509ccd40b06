/** Sheets above the page: opened, answered, closed by Escape; the focus goes back to where it was. */

import { button, h } from "./dom.js";
import { t } from "./i18n.js";

/** Shows a sheet; `build(close)` gives its content. Resolves with what it was closed with, null by Escape. */
export function sheet(title, build, { wide = false } = {}) {
  return new Promise((resolve) => {
    const frame = h("dialog", { class: wide ? "wide" : "", "aria-label": title });
    let answer = null;
    const close = (value = null) => {
      answer = value;
      frame.close();
    };
    const shut = button(t("action.close"), () => close(), { icon: "close", only: true, kind: "quiet" });
    frame.append(
      h("div", { class: "stack" }, h("div", { class: "row apart" }, h("h2", {}, title), shut), build(close)),
    );
    frame.addEventListener("click", (event) => event.target === frame && close());
    frame.addEventListener("close", () => {
      frame.remove();
      resolve(answer);
    });
    document.body.append(frame);
    frame.showModal();
  });
}

/** Asks before something is done that cannot be undone; true where the person means it. */
export async function sure(title, text, action) {
  const answer = await sheet(title, (close) => [
    h("p", {}, text),
    h(
      "div",
      { class: "actions" },
      button(t("action.cancel"), () => close(false)),
      button(action, () => close(true), { kind: "primary" }),
    ),
  ]);
  return answer === true;
}
