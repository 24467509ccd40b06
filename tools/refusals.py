"""What a person refuses, or wears alone, on some occasions or in a season: no black in summer, only skirts at work."""

from collections.abc import Iterator

from stores.categories import load_categories
from stores.vocabulary import COLOUR_FAMILIES, Brief, Conditions, Profile, Slot
from tools.seasons import seasons_of

# Occasions on which one is at work.
AT_WORK = frozenset({"office", "business_meeting", "conference"})
# What is worn on the legs, of which a day has one.
LEGS: frozenset[Slot] = frozenset({"bottom", "one_piece"})


def profile_on(profile: Profile, brief: Brief, conditions: Conditions | None) -> Profile:
    """The profile as it is on the occasion and in the season of a brief: what is refused then is refused."""
    if not profile.at_times:
        return profile
    times = {*_times(brief, conditions)}
    due = [(field, value) for when, field, value in (one.split(":") for one in profile.at_times) if when in times]
    held = {
        field: [value for name, value in due if name == field] for field in dict.fromkeys(field for field, _ in due)
    }
    for only, others in (("only_colours", _other_colours), ("only_categories", _other_categories)):
        if alone := held.pop(only, []):
            refused = only.replace("only", "avoid")
            held[refused] = [*held.get(refused, []), *others({*alone})]
    return profile.model_copy(update={name: [*getattr(profile, name), *values] for name, values in held.items()})


def _times(brief: Brief, conditions: Conditions | None) -> Iterator[str]:
    """The occasion by each of its names, the `wedding` of `beach_wedding` too, and the seasons of the day's clothes."""
    if brief.occasion:
        yield brief.occasion
        yield from brief.occasion.split("_")
        yield from AT_WORK if brief.occasion in AT_WORK else ()
    yield from seasons_of(brief, conditions)


def _other_colours(worn: set[str]) -> list[str]:
    return [family for family in COLOUR_FAMILIES if family not in worn]


def _other_categories(worn: set[str]) -> list[str]:
    """What is worn in place of these: of the legs or the feet alone, since one kind of top goes over another."""
    slots = {load_categories()[one].slot for one in worn}
    places = {*slots, *(LEGS if slots & LEGS else ())} & {*LEGS, "footwear"}
    return [one.name for one in load_categories().values() if one.slot in places and one.name not in worn]
