"""What things are called: categories, colours, cloths and patterns by the words that the API knows them by."""

from fastapi import APIRouter, Response
from pydantic import BaseModel

from agents.house.phrases import load_names
from agents.house.prose.names import VOWEL, category_word, colour_word, fabric_word, grammar_of, pattern_nouns
from server.desk import Person
from server.documented import ANYWHERE
from stores.categories import load_categories
from stores.vocabulary import COLOUR_FAMILIES, PATTERNS, Language

router = APIRouter(prefix="/v1/words", tags=["words"], responses=ANYWHERE)

# What stands before a noun, by its grammar; `v` before one in the singular that begins with a vowel.
Determiners = dict[Language, dict[str, str]]
MINE: Determiners = {
    "en": {"s": "my ", "p": "my "},
    "fr": {"v": "mon ", "ms": "mon ", "fs": "ma ", "mp": "mes ", "fp": "mes "},
    "zh": {"s": "我的"},
}
ONE: Determiners = {
    "en": {"v": "an ", "s": "a "},
    "fr": {"ms": "un ", "fs": "une ", "mp": "des ", "fp": "des "},
    "zh": {},
}
THE: Determiners = {
    "en": {"s": "the ", "p": "the "},
    "fr": {"v": "l’", "ms": "le ", "fs": "la ", "mp": "les ", "fp": "les "},
    "zh": {},
}
LASTING = {"Cache-Control": "private, max-age=3600"}


class Words(BaseModel):
    """Names for people, without article; `colours` are families, `shades` what pieces of a family may be called.

    `mine` are categories as their owner speaks of them: "my jeans", « mon jean », 我的牛仔裤; `one` as any of the kind:
    "a coat", « un manteau »; `the` as one that was spoken of: "the coat", « le manteau ».
    """

    categories: dict[str, str]
    mine: dict[str, str]
    one: dict[str, str]
    the: dict[str, str]
    colours: dict[str, str]
    shades: dict[str, str]
    fabrics: dict[str, str]
    patterns: dict[str, str]


@router.get("")
async def read(response: Response, caller: Person, language: Language = "en") -> Words:
    response.headers.update(LASTING)
    names, categories = load_names(language), load_categories()
    return Words(
        categories={category: category_word(category, language) for category in categories},
        mine={category: determined(category, language, MINE) for category in categories},
        one={category: determined(category, language, ONE) for category in categories},
        the={category: determined(category, language, THE) for category in categories},
        colours={family: colour_word(family, language) for family in COLOUR_FAMILIES},
        shades={shade: forms[0] for shade, forms in names.shades.items()},
        fabrics={fabric: fabric_word(fabric, language) for fabric in names.fabrics},
        patterns={pattern: noun for pattern in PATTERNS for noun in pattern_nouns([pattern], language)},
    )


def determined(category: str, language: Language, determiners: Determiners) -> str:
    noun, grammar, before = category_word(category, language), grammar_of(category, language), determiners[language]
    if "v" in before and grammar.endswith("s") and VOWEL.match(noun):
        grammar = "v"
    return before.get(grammar, "") + noun
