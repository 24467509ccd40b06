"""The composer's reason keys as short human phrases, for the cards that an app shows beside a look."""

from agents.house.phrases import load_names, load_table
from agents.house.prose.names import category_word, colour_word, fabric_word
from agents.house.prose.scene import code_name, occasion_name
from stores.vocabulary import Language


def reason_text(key: str, language: Language) -> str:
    """A reason key in a few words, without capital or stop; of an unknown key, the empty string."""
    parts = key.split(":")
    cards: dict[str, str] = load_table(f"names_{language}")["cards"]
    phrase = cards.get(key) or cards.get(":".join(parts[:-1])) or ""
    if "{what}" not in phrase:
        return phrase
    word = _word(parts[0], parts[-1], language)
    return phrase.replace("{what}", word) if word else ""


def _word(kind: str, what: str, language: Language) -> str | None:
    """The last part of a key in the language's words; None where it is none of ours."""
    if kind == "event":
        return occasion_name(what, language)
    if kind == "code":
        return code_name(what, language)
    if kind == "owned":
        counts: list[str] = load_table(f"names_{language}")["counts"]
        return counts[min(int(what), len(counts)) - 1]
    names = load_names(language)
    if what in names.garments:
        return category_word(what, language)
    return colour_word(what, language) if what in names.colours else fabric_word(what, language)
