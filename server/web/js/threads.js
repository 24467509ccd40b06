/** The conversations there were: found again, gone on with, forgotten. */

import { ask } from "./api.js";
import { button, h } from "./dom.js";
import { sheet, sure } from "./dialog.js";
import { day, t } from "./i18n.js";
import { loaded, tried } from "./notice.js";

const SHOWN = 50;

export function threads() {
  return sheet(t("threads.title"), (close) => {
    const place = h("div");
    loaded(place, async () => listed(await search(), close, place));
    return place;
  });
}

const search = () =>
  ask("/threads/search", { method: "POST", json: { limit: SHOWN, select: ["thread_id", "updated_at", "metadata"] } });

function listed(found, close, place) {
  if (!found.length) return h("p", { class: "soft" }, t("threads.none"));
  return h(
    "ul",
    { class: "threads" },
    found.map((thread) => entry(thread, close, place)),
  );
}

function entry(thread, close, place) {
  const { title, suggestions } = thread.metadata;
  const name = suggestions ? t("threads.today", { day: day(suggestions) }) : (title ?? t("threads.untitled"));
  const forget = async () => {
    if (!(await sure(t("threads.forget"), t("threads.forget_sure", { name }), t("threads.forget")))) return;
    if (await tried(() => ask(`/threads/${thread.thread_id}`, { method: "DELETE" }))) {
      loaded(place, async () => listed(await search(), close, place));
    }
  };
  const link = h(
    "a",
    { href: `#/chat/${thread.thread_id}`, onclick: () => close() },
    h("span", {}, name),
    h(
      "span",
      { class: "small soft" },
      day(thread.updated_at, { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" }),
    ),
  );
  return h("li", {}, link, button(t("threads.forget"), forget, { icon: "close", only: true, kind: "quiet" }));
}
