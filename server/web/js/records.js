/** Whether replies of models are kept for learning: asked where the operator offers it, and withdrawn by one press. */

import { ask } from "./api.js";
import { button, h } from "./dom.js";
import { day, t } from "./i18n.js";
import { tried } from "./notice.js";

/** The question, or what was agreed to; null where nothing is offered and nothing was agreed. */
export function records({ offered, given, since, kept }, again) {
  if (!offered && !given) return null;
  const decide = async () => {
    const put = () => ask("/v1/me/records", { method: "PUT", json: { given: !given } });
    if (await tried(put, t(given ? "records.gone" : "records.thanks"))) again();
  };
  return h(
    "section",
    { class: "section" },
    h("h2", {}, t("records.title")),
    h("p", { class: "soft" }, given ? t("records.given", { since: day(since), count: kept }) : t("records.ask")),
    h("div", {}, button(t(given ? "records.withdraw" : "records.agree"), decide, { kind: "quiet" })),
  );
}
