/** Short words at the foot of the page, and what to say of a fault. */

import { fill, h } from "./dom.js";
import { known, language, t } from "./i18n.js";

const LASTS_MS = 6000;

/** Says something for a while; `action` is `{label, act}` for a way back. */
export function notice(text, action = null) {
  const shown = h("p", { class: "notice" }, h("span", {}, text));
  if (action) {
    const act = () => {
      shown.remove();
      action.act();
    };
    shown.append(h("button", { type: "button", onclick: act }, action.label));
  }
  document.querySelector(".notices").append(shown);
  setTimeout(() => shown.remove(), LASTS_MS);
}

/** Faults that are told in the words of another. */
const TOLD_AS = {
  photo_empty: "photo_unreadable",
  photo_polyglot: "photo_unreadable",
  photo_too_complex: "photo_unreadable",
  photo_too_many_pixels: "photo_too_large",
  photo_too_narrow: "photo_too_small",
  too_many_files: "too_many_rows",
  unsafe_archive: "bad_archive",
  no_table: "bad_archive",
  too_large: "file_too_large",
  no_photo: "gone",
  no_garment: "gone",
  no_article: "gone",
  no_item: "gone",
  no_fact: "gone",
  no_feedback: "gone",
  no_image: "gone",
  no_preview: "gone",
  no_run: "gone",
  run_ended: "gone",
  run_under_way: "thread_busy",
  thread_exists: "thread_busy",
  stopping: "away",
  too_slow: "away",
  issuer_unreachable: "away",
  files_unreachable: "server",
  not_local: "not_allowed",
  wrong_origin: "not_allowed",
  csrf: "not_allowed",
  unknown_currency: "currency",
  not_supported: "not_allowed",
};

/** What happened, and what to do, in the person's language. */
export function said(problem) {
  if (problem.status === 429) return problem.wait ? t("trouble.wait", { count: problem.wait }) : t("trouble.often");
  const told = faultOf(problem.code);
  if (told) return told;
  if (problem.status >= 500 || problem.status === undefined) return t("trouble.server");
  return language() === "en" ? t("trouble.detail", { detail: problem.detail }) : t("trouble.refused");
}

/** The words for a fault by its code; null where there are none, as for a program's faults, told in English alone. */
export function faultOf(code) {
  const told = TOLD_AS[code] ?? code;
  return known(`trouble.${told}`) ? t(`trouble.${told}`) : null;
}

/** Does something and says so where it fails; true where it did not. */
export async function tried(act, done = "") {
  try {
    await act();
  } catch (problem) {
    if (problem.status !== 401) notice(said(problem));
    if (problem.status === undefined) console.error(problem);
    return false;
  }
  if (done) notice(done);
  return true;
}

/** A room's content once it is there; while it is not, a word; where it fails, what to do, and once more. */
export async function loaded(place, load) {
  place.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => fill(place, h("p", { class: "soft" }, t("trouble.slow"))), 1500);
  try {
    fill(place, await load());
  } catch (problem) {
    if (problem.status === undefined) console.error(problem);
    fill(
      place,
      trouble(problem, () => loaded(place, load)),
    );
  } finally {
    clearTimeout(slow);
    place.removeAttribute("aria-busy");
  }
}

export function trouble(problem, retry = null) {
  const again = retry && h("button", { type: "button", class: "button", onclick: retry }, t("action.retry"));
  return h("div", { class: "trouble", role: "alert" }, h("p", {}, said(problem)), again);
}
