/** The room of the person: what is set by hand, what was learned and from which sentence, and all of it out or gone. */

import { ask, signOut, signedIn } from "./api.js";
import { button, fill, h } from "./dom.js";
import { sure } from "./dialog.js";
import { t } from "./i18n.js";
import { learned, opinions } from "./learned.js";
import { loaded, tried } from "./notice.js";
import { page } from "./page.js";
import { profileForm } from "./profile.js";
import { records } from "./records.js";

export function enter(main) {
  const place = h("div", { class: "stack" });
  fill(
    main,
    h("div", { class: "room you" }, h("header", {}, h("h1", {}, t("you.title")), h("p", {}, t("you.lead"))), place),
  );
  refresh(place);
}

function refresh(place) {
  return loaded(place, async () => {
    const [profile, facts, given, agreed] = await Promise.all([
      ask("/v1/profile"),
      ask("/v1/profile/facts"),
      ask("/v1/feedback?limit=50"),
      ask("/v1/me/records"),
    ]);
    const again = () => refresh(place);
    return h(
      "div",
      { class: "halves" },
      h("div", { class: "stack" }, profileForm(profile, again)),
      h("div", { class: "stack" }, learned(facts, again), opinions(given, again), records(agreed, again), data(), door()),
    );
  });
}

/** Everything out, everything gone, and what is kept in the first place. */
function data() {
  const erase = async () => {
    if (!(await sure(t("you.erase"), t("you.erase_sure"), t("you.erase_yes")))) return;
    if (!(await tried(() => ask("/v1/me", { method: "DELETE" })))) return;
    location.hash = "#/chat";
    location.reload();
  };
  return h(
    "section",
    { class: "section" },
    h("h2", {}, t("you.data")),
    h("p", { class: "soft" }, t("you.privacy_words")),
    h("p", { class: "soft" }, t("you.ai_words")),
    h(
      "div",
      { class: "row" },
      h("a", { class: "button", href: "/v1/me/export", download: "maison.zip" }, t("you.export")),
      button(t("you.erase"), erase, { kind: "quiet" }),
    ),
  );
}

/** The way out, where one came in by a key. */
function door() {
  if (!signedIn()) return null;
  const out = async () => {
    if (await tried(signOut, t("door.left"))) page.signOut();
  };
  return h("section", { class: "section" }, h("div", {}, button(t("door.leave"), out)));
}
