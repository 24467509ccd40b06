/** The page's words in the person's language, and how that language writes money, days, sizes and lists. */

import { ask } from "./api.js";

export const LANGUAGES = { en: "English", fr: "Français", zh: "中文" };
const LOCALES = { en: "en-GB", fr: "fr-FR", zh: "zh-CN" };
const KEPT = "maison.language";
// How the house writes currencies; the others stand behind the sum.
const SIGNS = { EUR: "€", USD: "$", GBP: "£", CNY: "¥" };
const FIRST = { en: ["USD", "GBP", "CNY"], fr: [], zh: ["CNY"] };
export const ONE_SIZE = "ONE";

const now = { language: "en", texts: {}, names: null };

/** What the person chose, else what their browser prefers, else English. */
export function preferred() {
  const asked = [localStorage.getItem(KEPT), ...navigator.languages].map((tag) => (tag ?? "").slice(0, 2));
  return asked.find((tag) => tag in LANGUAGES) ?? "en";
}

export async function load(language) {
  const response = await fetch(`/page/i18n/${language}.json`);
  Object.assign(now, { language, texts: await response.json(), names: null });
  document.documentElement.lang = language === "zh" ? "zh-Hans" : language;
}

export async function choose(language) {
  localStorage.setItem(KEPT, language);
  await load(language);
  await loadNames();
}

/** What categories, colours and cloths are called; asked for after sign-in, since the server tells persons only. */
export async function loadNames() {
  now.names = await ask(`/v1/words?language=${now.language}`);
}

export const language = () => now.language;

/** A text by its key, with `{name}` filled in; `count` chooses between `key.one` and `key.other`. */
export function t(key, values = {}) {
  const text = now.texts[key + ("count" in values ? form(key, values.count) : "")] ?? now.texts[key];
  if (text === undefined) throw new Error(`no text for ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** Chinese has a form of its own for one only where the catalogue gives it. */
function form(key, count) {
  const one = new Intl.PluralRules(now.language).select(count) === "one" || (count === 1 && known(`${key}.one`));
  return one ? ".one" : ".other";
}

export const known = (key) => key in now.texts;

/** A price as the replies write it: `89 €`, `$1,200`, « 39,90 € », `89 欧`; cents only where there are any. */
export function money(amount, currency) {
  if (amount === null || amount === undefined) return t("price.unknown");
  const cents = Math.round(amount * 100) % 100 ? 2 : 0;
  const options = { useGrouping: now.language !== "zh", minimumFractionDigits: cents, maximumFractionDigits: cents };
  const sum = new Intl.NumberFormat(LOCALES[now.language], options).format(amount);
  const sign = now.language === "zh" && currency !== "CNY" ? chinese(currency) : (SIGNS[currency] ?? currency);
  return FIRST[now.language].includes(currency) ? sign + sum : `${sum}\u00a0${sign}`;
}

const chinese = (currency) =>
  currency === "EUR" ? "欧" : new Intl.DisplayNames(LOCALES.zh, { type: "currency" }).of(currency);

/** A day as the replies write it: `12 June`, « 1er juin », `6 月 12 日`. */
export function day(iso, options = { day: "numeric", month: "long" }) {
  const text = new Intl.DateTimeFormat(LOCALES[now.language], options).format(new Date(iso));
  if (now.language === "fr") return text.replace(/\b1(?= \p{L})/u, "1er");
  return now.language === "zh" ? text.replace(/(\d+)([年月日])(?=(.?))/g, spaced) : text;
}

const spaced = (_, figures, unit, next) => `${figures} ${unit}${/[\d星]/.test(next) ? " " : ""}`;

/** What somebody else wrote, set as the house sets it: apostrophes that are curved, no French sign alone on a line. */
export const typeset = (text) =>
  text
    .replace(/(\p{L})'(?=\p{L})/gu, "$1’")
    .replace(/ (?=[;!?])/g, "\u202f")
    .replace(/ (?=[:»])|(?<=«) /g, "\u00a0");

export const sizeName = (size) => (size === ONE_SIZE ? t("size.one") : t("size", { size }));

export const list = (parts) => new Intl.ListFormat(LOCALES[now.language], { type: "conjunction" }).format(parts);
export const number = (value) => new Intl.NumberFormat(LOCALES[now.language]).format(value);

export const capital = (text) => text.slice(0, 1).toLocaleUpperCase(now.language) + text.slice(1);

/** A word of the API's tables as people say it: `kind` is categories, colours, shades, fabrics or patterns. */
export function named(kind, word) {
  return capital(now.names?.[kind]?.[word] ?? word.replaceAll("_", " "));
}

export const table = (kind) => now.names?.[kind] ?? {};

/** A piece's title: in English as the shop calls it, else its kind; what a person owns is called by its kind. */
export function pieceName(piece) {
  const owned = piece.source === "wardrobe" || "origin" in piece;
  return now.language === "en" && !owned ? capital(piece.name) : named("categories", piece.category);
}

export function colourName(colour) {
  const shade = now.names?.shades?.[colour.name];
  return shade ?? now.names?.colours?.[colour.family] ?? colour.name;
}

/** A piece of a colour and kind, as any of it, in the order of the language: "an olive coat", « un manteau olive ». */
export function coloured(piece) {
  const [colour, kind] = [colourName(piece.colours[0]), table("one")[piece.category] ?? named("categories", piece.category)];
  if (now.language === "fr") return `${kind} couleur ${colour}`; // which agrees with every noun
  if (now.language === "zh") return colour + kind;
  const noun = kind.replace(/^an? /, "");
  const one = /^[aeiou]/.test(colour) ? "an" : "a";
  return noun === kind ? `${colour} ${noun}` : `${one} ${colour} ${noun}`;
}
