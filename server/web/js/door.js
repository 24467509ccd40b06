/** The door: where the server knows persons by their keys, one signs in here. */

import { signIn } from "./api.js";
import { fill, h } from "./dom.js";
import { t } from "./i18n.js";
import { said } from "./notice.js";

/** Asks for a key; `problem` says why, where one was shown the door. */
export function door(main, problem, opened) {
  const field = h("input", { type: "password", name: "key", autocomplete: "current-password", required: true });
  const fault = h("p", { class: "small", role: "alert" }, problem?.code === "session_over" ? t("door.over") : "");
  const submit = async (event) => {
    event.preventDefault();
    try {
      await signIn(field.value.trim());
      opened();
    } catch (refused) {
      fault.textContent = refused.status === 401 ? t("door.wrong") : said(refused);
      field.select();
    }
  };
  fill(
    main,
    h(
      "form",
      { class: "room door", onsubmit: submit },
      h("header", {}, h("h1", {}, t("door.title")), h("p", {}, t("door.lead"))),
      h("input", { type: "text", name: "username", autocomplete: "username", value: "Maison", hidden: true }),
      h("label", { class: "field" }, h("span", {}, t("door.key")), field),
      fault,
      h("button", { class: "button primary" }, t("door.enter")),
      h("p", { class: "small soft" }, t("you.privacy_words")),
    ),
  );
  field.focus();
}
