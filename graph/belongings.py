"""What is known of a person, as facts in their language: the wardrobe, the sizes, what they like and avoid."""

from collections.abc import Iterator, Sequence

from agents.contracts import PieceFacts
from agents.house.phrases import load_table
from agents.house.prose_names import category_word, colour_noun, fabric_word, one_of
from agents.house.prose_pen import joined
from graph.wording import place_text, price_text
from stores.vocabulary import Language, Profile

MOST_NAMED = 8


def known_rows(profile: Profile, owned: Sequence[PieceFacts], language: Language) -> Iterator[tuple[str, str]]:
    """Facts of a person, each only where it is known: `wardrobe` lists what they own, `known.*` are of the profile."""
    if owned:
        yield "wardrobe", _listed(owned, language)
    if profile.presentation:
        yield "known.presentation", load_table(f"names_{language}")["cuts"][profile.presentation]
    if sizes := [size for size in (profile.sizes.clothes, profile.sizes.shoes) if size]:
        yield "known.sizes", joined(sizes, language)
    if profile.colours:
        yield "known.colours", joined([colour_noun(one, language) for one in profile.colours], language)
    if profile.avoid_colours:
        yield "known.avoid_colours", joined([colour_noun(one, language) for one in profile.avoid_colours], language)
    if profile.avoid_fabrics:
        yield "known.avoid_fabrics", joined([fabric_word(one, language) for one in profile.avoid_fabrics], language)
    if profile.avoid_categories:
        kinds = [category_word(one, language) for one in profile.avoid_categories]
        yield "known.avoid_categories", joined(kinds, language)
    if profile.place:
        yield "known.place", place_text(profile.place, profile.place, language)
    if profile.budget:
        yield "known.budget", price_text(profile.budget.max, profile.budget.currency, language)


def _listed(owned: Sequence[PieceFacts], language: Language) -> str:
    """The newest pieces by name, and how many there are beside them."""
    names = list(dict.fromkeys(one_of(piece, language) for piece in reversed(owned)))
    left = len(names) - MOST_NAMED
    more = [load_table(f"names_{language}")["more"].format(count=left)] if left > 0 else []
    return joined([*names[:MOST_NAMED], *more], language)
