"""What things are called: categories, colours, cloths and patterns by the words that the API knows them by."""

from fastapi import APIRouter, Response
from pydantic import BaseModel

from agents.house.phrases import load_names
from agents.house.prose_names import VOWEL, category_word, colour_word, fabric_word, grammar_of, pattern_nouns
from server.desk import Person
from server.documented import ANYWHERE
from stores.categories import load_categories
from stores.vocabulary import COLOUR_FAMILIES, PATTERNS, Language

router = APIRouter(prefix="/v1/words", tags=["words"], responses=ANYWHERE)

MINE: dict[Language, dict[str, str]] = {
    "en": {"s": "my ", "p": "my "},
    "fr": {"ms": "mon ", "fs": "ma ", "mp": "mes ", "fp": "mes "},
    "zh": {"s": "我的"},
}
LASTING = {"Cache-Control": "private, max-age=3600"}


class Words(BaseModel):
    """Names for people, without article; `colours` are families, `shades` what pieces of a family may be called.

    `mine` are categories as their owner speaks of them: "my jeans", « mon jean », 我的牛仔裤.
    """

    categories: dict[str, str]
    mine: dict[str, str]
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
        mine={category: my(category, language) for category in categories},
        colours={family: colour_word(family, language) for family in COLOUR_FAMILIES},
        shades={shade: forms[0] for shade, forms in names.shades.items()},
        fabrics={fabric: fabric_word(fabric, language) for fabric in names.fabrics},
        patterns={pattern: noun for pattern in PATTERNS for noun in pattern_nouns([pattern], language)},
    )


def my(category: str, language: Language) -> str:
    noun, grammar = category_word(category, language), grammar_of(category, language)
    if grammar == "fs" and VOWEL.match(noun):
        grammar = "ms"
    return MINE[language].get(grammar, MINE[language].get("s", "")) + noun
