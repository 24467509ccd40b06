"""What is known of a person, as facts in their language: the wardrobe, the sizes, what they like and avoid."""

from collections.abc import Iterator, Sequence

from agents.contracts import PieceFacts
from agents.house.phrases import load_table
from agents.house.prose.kinds import kind_words
from agents.house.prose.names import colour_noun, fabric_word, one_of, pattern_nouns
from agents.house.prose.pen import joined
from graph.wording import place_text, price_text
from stores.vocabulary import ColourFamily, Language, Profile

MOST_NAMED = 8


def known_rows(profile: Profile, owned: Sequence[PieceFacts], language: Language) -> Iterator[tuple[str, str]]:
    """Facts of a person, each only where it is known: `wardrobe` lists what they own, `known.*` are of the profile."""
    if owned:
        yield "wardrobe", _listed(owned, language)
    if profile.presentation:
        yield "known.presentation", load_table(f"names_{language}")["cuts"][profile.presentation]
    if profile.sizes.clothes:
        yield "known.clothes", profile.sizes.clothes
    if profile.sizes.shoes:
        yield "known.shoes", profile.sizes.shoes
    if profile.warmth_offset_c:
        yield ("known.warmer" if profile.warmth_offset_c > 0 else "known.cooler"), str(profile.warmth_offset_c)
    words = {
        "colours": colour_nouns, "fabrics": fabric_words, "patterns": pattern_nouns, "categories": kind_words,
    }  # fmt: skip
    for key, said in words.items():
        for name in (key, f"only_{key}", f"avoid_{key}"):
            if held := getattr(profile, name, None):
                yield f"known.{name}", joined(said(held, language), language)
    if profile.place:
        yield "known.place", place_text(profile.place, profile.place, language)
    if profile.budget:
        yield "known.budget", price_text(profile.budget.max, profile.budget.currency, language)


def colour_nouns(families: Sequence[ColourFamily], language: Language) -> list[str]:
    return [colour_noun(one, language) for one in families]


def fabric_words(fabrics: Sequence[str], language: Language) -> list[str]:
    return [fabric_word(one, language) for one in fabrics]


def _listed(owned: Sequence[PieceFacts], language: Language) -> str:
    """The newest pieces by name, and how many there are beside them."""
    names = list(dict.fromkeys(one_of(piece, language) for piece in reversed(owned)))
    left = len(names) - MOST_NAMED
    more = [load_table(f"names_{language}")["more"].format(count=left)] if left > 0 else []
    return joined([*names[:MOST_NAMED], *more], language)
