"""What pieces, categories and colours are called: "the navy linen blazer", « le blazer en lin bleu marine ».

A name is built from attributes alone, so that it is true of the piece whatever its feed calls it. Knows no request.
"""

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from agents.contracts import PieceFacts
from agents.house.phrases import kind_of, load_names, load_table
from stores.vocabulary import PATTERNS, ColourFamily, Language, Pattern, Piece, Slot

LEAD: tuple[Slot, ...] = (
    "one_piece", "mid", "base_top", "bottom", "outer", "footwear", "headwear", "bag", "accessory", "hosiery",
)  # fmt: skip
FRENCH_FORMS = ("ms", "fs", "mp", "fp")
UN = {"ms": "un", "fs": "une", "mp": "des", "fp": "des"}
VOWEL = re.compile(r"[aeiouéèêâîô]", re.IGNORECASE)
TOUCHING = re.compile(r"(?<=[\u3400-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u3400-\u9fff])")


class Nameable(Protocol):
    """The attributes that a name is made of."""

    slot: Slot
    category: str
    colour: ColourFamily
    colour_name: str
    fabric: str | None
    pattern: Pattern


def worn_facts(piece: Piece) -> PieceFacts:
    """What a name is made of, of a piece that a person owns."""
    return PieceFacts(
        slot=piece.slot,
        source="wardrobe",
        category=piece.category,
        colour=piece.colours[0].family,
        colour_name=piece.colours[0].name,
        fabric=next(iter(piece.fabrics), None),
        pattern=piece.pattern,
        formality=piece.formality,
        clo=piece.clo,
    )


def piece_name(piece: Nameable, language: Language) -> str:
    """A piece with its article, colour, cloth and pattern; Chinese has no article."""
    return article(piece.category, language, _described(piece, language))


def piece_label(piece: Nameable, language: Language) -> str:
    """A piece as a list names it: without article, with a capital."""
    name = _described(piece, language)
    return name[:1].upper() + name[1:]


def one_of(piece: Nameable, language: Language) -> str:
    """A piece as one of its kind: "a navy blazer", "grey trousers", « une jupe noire »."""
    return one_called(_described(piece, language), piece.category, language)


def one_called(name: str, category: str, language: Language) -> str:
    """A name of this category with its indefinite article."""
    grammar = grammar_of(category, language)
    if language == "en":
        return name if grammar == "p" else indefinite(name)
    return f"{UN[grammar]} {name}" if language == "fr" else name


def category_word(category: str, language: Language) -> str:
    """The noun of a category, without article."""
    return _noun(category, language)[1]


def grammar_of(category: str, language: Language) -> str:
    """Number, and in French gender, of a category's noun: `s`, `p`, `ms`, `fs`, `mp`, `fp`."""
    return _noun(category, language)[0]


def colour_word(family: str, language: Language, grammar: str = "ms") -> str:
    """A colour family as an adjective; in French it agrees with `grammar`."""
    return _agreeing(load_names(language).colours[family], grammar)


def colour_noun(family: str, language: Language) -> str:
    """A colour family as a thing one likes: "green", « le vert », « l'orange »."""
    word = colour_word(family, language)
    if language != "fr":
        return word
    return f"l'{word}" if VOWEL.match(word) else f"le {word}"


def fabric_word(fabric: str, language: Language) -> str:
    """A cloth as a noun, without the preposition that a French name needs."""
    word = load_names(language).fabrics.get(fabric, fabric.replace("_", " "))
    return word.removeprefix("en ") if language == "fr" else word


def fabric_noun(fabric: str, language: Language) -> str:
    """A cloth as the subject of a sentence: "linen", « le lin », « la viscose », « l'élasthanne »."""
    word = fabric_word(fabric, language)
    if language != "fr":
        return word
    feminine = fabric in load_table("names_fr")["feminine"]["fabrics"]
    return f"l'{word}" if VOWEL.match(word) else f"{'la' if feminine else 'le'} {word}"


def pattern_nouns(patterns: Sequence[str], language: Language) -> list[str]:
    """Patterns as things that one likes: "stripes", « les rayures », 条纹; one word where all of them are meant."""
    nouns: dict[str, str] = load_table(f"names_{language}")["pattern_nouns"]
    if {*PATTERNS} - {"solid", "other"} <= {*patterns}:
        return [nouns["all"]]
    return [nouns[one] for one in patterns if one in nouns]


def article(category: str, language: Language, noun: str | None = None) -> str:
    """The noun, or a longer name that begins with it, with its definite article."""
    grammar, plain = _noun(category, language)
    name = noun or plain
    if language == "en":
        return f"the {name}"
    if language == "zh":
        return name
    if grammar.endswith("p"):
        return f"les {name}"
    if VOWEL.match(name):
        return f"l'{name}"
    return f"{'le' if grammar == 'ms' else 'la'} {name}"


def indefinite(noun: str) -> str:
    """An English noun with `a` or `an`, by its first sound."""
    silent = noun.lower().startswith(("hour", "honest"))
    glide = noun.lower().startswith(("uni", "eu", "one"))
    return f"{'an' if silent or (VOWEL.match(noun) and not glide) else 'a'} {noun}"


def look_title(pieces: Sequence[Nameable], language: Language) -> str:
    """A short title of the two pieces that make a look: "Sage dress, tan sandals"."""
    ranked = sorted(pieces, key=lambda piece: LEAD.index(piece.slot))
    lead = ranked[0]
    second = next((piece for piece in ranked[1:] if piece.slot == "footwear"), ranked[1] if ranked[1:] else None)
    short = [_short(piece, language) for piece in (lead, second) if piece]
    title = "配".join(short) if language == "zh" else ", ".join(short)
    return title[:1].upper() + title[1:]


def _noun(category: str, language: Language) -> tuple[str, str]:
    fallback = ("ms" if language == "fr" else "s", category.replace("_", " "))
    return load_names(language).garments.get(category, fallback)


def coloured(category: str, family: str, language: Language) -> str:
    """A category in a colour, without article: "blue dress shirt", « chemise habillée bleue »."""
    grammar, noun = _noun(category, language)
    return _beside(noun, colour_word(family, language, grammar), language)


def _short(piece: Nameable, language: Language) -> str:
    grammar, noun = _noun(piece.category, language)
    return _beside(noun, _colour(piece, language, grammar), language)


def _beside(noun: str, colour: str, language: Language) -> str:
    if language == "fr":
        return f"{noun} {colour}".strip()
    return _spaced(f"{colour}{noun}") if language == "zh" else f"{colour} {noun}".strip()


def _described(piece: Nameable, language: Language) -> str:
    return DESCRIBED[language](piece)


def _english(piece: Nameable) -> str:
    words = [_colour(piece, "en", "s"), _pattern(piece, "en"), _cloth(piece, "en"), _noun_beside_cloth(piece, "en")]
    return " ".join(word for word in words if word)


def _french(piece: Nameable) -> str:
    """A colour of one word stays beside the noun; one of several ("bleu marine") stands after the cloth."""
    grammar, noun = grammar_of(piece.category, "fr"), _noun_beside_cloth(piece, "fr")
    colour, cloth = _colour(piece, "fr", grammar), _cloth(piece, "fr")
    order = (noun, cloth, colour) if " " in colour else (noun, colour, cloth)
    return " ".join(word for word in (*order, _pattern(piece, "fr")) if word)


def _chinese(piece: Nameable) -> str:
    cloth, noun = _cloth(piece, "zh"), _noun_beside_cloth(piece, "zh")
    return _spaced(f"{_colour(piece, 'zh', 's')}{_pattern(piece, 'zh')}{cloth}{noun}")


DESCRIBED: dict[Language, Callable[[Nameable], str]] = {"en": _english, "fr": _french, "zh": _chinese}


def _spaced(text: str) -> str:
    """A space where Chinese and Latin letters meet."""
    return TOUCHING.sub(" ", text)


def _colour_forms(piece: Nameable, language: Language) -> tuple[str, ...]:
    names = load_names(language)
    return names.shades.get(piece.colour_name.lower()) or names.colours[piece.colour]


def _colour(piece: Nameable, language: Language, grammar: str) -> str:
    if (piece.colour == "multi" and piece.pattern != "solid") or is_nameless(piece):
        return ""
    return _agreeing(_colour_forms(piece, language), grammar)


def is_nameless(piece: Nameable) -> bool:
    """Whether a piece is somebody's own whose colour they have not said."""
    return isinstance(piece, PieceFacts) and piece.source == "wardrobe" and not piece.colour_name


def _agreeing(forms: tuple[str, ...], grammar: str) -> str:
    return forms[FRENCH_FORMS.index(grammar)] if len(forms) > 1 else forms[0]


def _pattern(piece: Nameable, language: Language) -> str:
    return load_names(language).patterns.get(piece.pattern, "")


def _cloth(piece: Nameable, language: Language) -> str:
    fabric = piece.fabric
    if not fabric or kind_of("silent", fabric) or kind_of("implied", piece.category) == fabric:
        return ""
    names, own = load_names(language), piece.category
    named_already = fabric == own or (own in names.bare and fabric in own.split("_"))
    return "" if named_already else names.fabrics.get(fabric, "")


def _noun_beside_cloth(piece: Nameable, language: Language) -> str:
    """A leather jacket of imitation leather is a jacket; its cloth stands beside it."""
    bare = load_names(language).bare.get(piece.category)
    return bare if bare and _cloth(piece, language) else category_word(piece.category, language)
