"""Customs and unmet wishes in the person's language, for the cards that an app shows beside a reply.

The tables speak short English (`white is for the bride`, `blue dress shirt`, `no wool`). What is no word of ours, such
as another model's text or a sum, stays as it is.
"""

from agents.house.phrases import Table, load_names, load_table
from agents.house.prose.names import category_word, colour_word, coloured, fabric_word, one_called
from agents.house.prose.scene import code_name
from stores.vocabulary import Language, Taboo, Unmet


def custom_in(taboo: Taboo, language: Language) -> Taboo:
    """A taboo with its reason in the language."""
    return taboo.model_copy(update={"why": _table(language).get("customs", {}).get(taboo.why, taboo.why)})


def gap_in(gap: Unmet, language: Language) -> Unmet:
    """What was asked and the nearest that can be had, in the language."""
    nearest = gap.nearest if gap.nearest is None else _listed(gap.nearest, language)
    return gap.model_copy(update={"asked": _listed(gap.asked, language), "nearest": nearest})


def nearest_piece(gap: Unmet, language: Language) -> str | None:
    """The nearest piece as one of its kind: "a grey sweater", « un pull gris »; None where it is no piece."""
    return piece_called(gap.nearest or "", language)


def piece_called(text: str, language: Language) -> str | None:
    """A piece of the tables as one of its kind; None where a text names none."""
    word = text.partition(", ")[0].partition(" in ")[0].replace(" ", "_")
    colour, _, category = word.partition("_")
    names = load_names(language)
    if colour not in names.colours or category not in names.garments:
        return None
    return one_called(coloured(category, colour, language), category, language)


def _table(language: Language) -> Table:
    return load_table(f"limits_{language}") if language != "en" else {}


def _listed(text: str, language: Language) -> str:
    table = _table(language)
    return str(table["comma"]).join(_said(part, table, language) for part in text.split(", ")) if table else text


def _said(part: str, table: Table, language: Language) -> str:
    """One wish: a fixed word, a refusal, a piece in a size, or the name of a thing."""
    if part in table["unmet"]:
        return str(table["unmet"][part])
    if part.startswith("no "):
        return str(table["no"]).format(what=_said(part.removeprefix("no "), table, language))
    what, _, size = part.rpartition(" in ")
    if what:
        return str(table["in_size"]).format(what=_said(what, table, language), size=table["unmet"].get(size, size))
    return _named(part.rpartition(":")[2].lower().replace(" ", "_"), language) or part


def _named(word: str, language: Language) -> str | None:
    """The name of a piece, a coloured piece, a colour, a cloth, a dress code or a slot; None for any other word."""
    names, slots = load_names(language), load_table(f"names_{language}")["slots"]
    colour, _, category = word.partition("_")
    if word in names.garments:
        return category_word(word, language)
    if colour in names.colours and category in names.garments:
        return coloured(category, colour, language)
    if word in names.colours:
        return colour_word(word, language)
    if word in names.fabrics:
        return fabric_word(word, language)
    return code_name(word, language) or slots.get(word)
