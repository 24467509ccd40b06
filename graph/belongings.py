"""What is known of a person, as facts in their language: the wardrobe, the sizes, what they like, avoid and choose."""

from collections.abc import Iterator, Sequence

from agents.contracts import PieceFacts
from agents.house.lexicon import load_meanings
from agents.house.phrases import load_table
from agents.house.prose.kinds import kind_words
from agents.house.prose.names import colour_noun, fabric_word, one_of, pattern_nouns
from agents.house.prose.pen import joined
from agents.house.prose.times import at_times
from graph.wording import place_text, price_text
from stores.vocabulary import COLOUR_FAMILIES, ColourFamily, Language, Profile, Taste
from tools.taste import leans_to

MOST_NAMED, MOST_CHOSEN = 8, 2


def known_rows(
    profile: Profile, owned: Sequence[PieceFacts], taste: Taste, language: Language
) -> Iterator[tuple[str, str]]:
    """Facts of a person, each only where it is known: `wardrobe` lists what they own, `known.*` are of the profile.

    But `known.taste`, which their choices tell.
    """
    if chosen := [*_colours_chosen(profile, taste, language), *_kinds_chosen(profile, taste, language)]:
        yield "known.taste", joined(chosen, language)
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
    if profile.contrast:
        yield f"known.contrast_{profile.contrast}", profile.contrast
    yield from _tastes_told(profile, language)
    if profile.place:
        yield "known.place", place_text(profile.place, profile.place, language)
    if profile.budget:
        yield "known.budget", price_text(profile.budget.max, profile.budget.currency, language)


def _tastes_told(profile: Profile, language: Language) -> Iterator[tuple[str, str]]:
    """What they like and refuse, and what of it holds at times alone."""
    words = {
        "colours": colour_nouns, "fabrics": fabric_words, "patterns": pattern_nouns, "categories": kind_words,
    }  # fmt: skip
    for key, said in words.items():
        for name in (key, f"only_{key}", f"avoid_{key}"):
            if held := getattr(profile, name, None):
                yield f"known.{name}", joined(said(held, language), language)
    if timed := [*at_times(profile.at_times, language)]:
        yield "known.at_times", joined(timed, language)


def _colours_chosen(profile: Profile, taste: Taste, language: Language) -> list[str]:
    """The colours that a person's choices lean to, the most liked first, but for those they spoke of."""
    told = {*profile.colours, *profile.avoid_colours}
    liked = {one: leans_to(taste, [f"family:{one}"]) for one in COLOUR_FAMILIES if one not in told}
    return colour_nouns(sorted(filter(liked.get, liked), key=lambda one: -liked[one])[:MOST_CHOSEN], language)


def _kinds_chosen(profile: Profile, taste: Taste, language: Language) -> list[str]:
    """The kinds of piece they lean to: several categories of one kind by its name, the widest first, else one alone."""
    told, names = {*profile.categories, *profile.avoid_categories}, load_table(f"names_{language}")["kinds"]
    categories = [key.removeprefix("category:") for key in taste.likes if key.startswith("category:")]
    liked = [one for one in categories if one not in told and taste.likes[f"category:{one}"] > 0]
    found: list[str] = []
    for kind, members in sorted(load_meanings().kinds.items(), key=lambda row: -len(row[1])):
        held = [one for one in liked if one in members]
        if kind in names and len(held) > 1 and leans_to(taste, [f"category:{one}" for one in held]):
            found.append(names[kind])
            liked = [one for one in liked if one not in held]
    alone = {one: leans_to(taste, [f"category:{one}"]) for one in liked}
    return [*found, *kind_words(sorted(filter(alone.get, alone), key=lambda one: -alone[one]), language)][:MOST_CHOSEN]


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
