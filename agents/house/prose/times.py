"""Values of a profile in words, and what holds of them on an occasion or in a season alone."""

from collections.abc import Iterator, Mapping, Sequence

from agents.house.phrases import load_names, load_phrases, load_table
from agents.house.prose.kinds import kind_words
from agents.house.prose.names import colour_noun, fabric_word, pattern_nouns
from agents.house.prose.pen import joined
from agents.house.prose.scene import occasion_name
from stores.vocabulary import Language


def value_slots(key: str, values: Sequence[object], language: Language) -> Mapping[str, str | None]:
    """What a clause may say of values of a profile: only what our tables have words for, and a place as it was said."""
    names, said = load_names(language), [value for value in values if isinstance(value, str)]
    colours = [colour_noun(value, language) for value in said if value in names.colours]
    fabrics = [fabric_word(value, language) for value in said if value in names.fabrics]
    kinds = kind_words([value for value in said if value in names.garments], language)
    return {
        "change_colour": joined(colours, language) or None,
        "change_fabric": joined(fabrics, language) or None,
        "change_pattern": joined(pattern_nouns(said, language), language) or None,
        "change_kind": joined(kinds, language) or None,
        "change_place": said[0] if key == "place" and said else None,
    }


def at_times(facts: Sequence[str], language: Language) -> Iterator[str]:
    """Facts of `Profile.at_times`, a clause for each time and kind: "at work you don't wear skirts"."""
    rows, phrases = [fact.split(":") for fact in facts], load_phrases(language)
    for when, key in dict.fromkeys((when, key) for when, key, _ in rows):
        values = [value for at, name, value in rows if (at, name) == (when, key)]
        named = {slot: text for slot, text in value_slots(key, values, language).items() if text}
        if named:
            yield phrases[f"at_times.{key}"][0].format(told_when=_time(when, language), **named)


def _time(when: str, language: Language) -> str:
    """ "at work", « en été », 上班."""
    names: dict[str, str] = load_table(f"names_{language}")["times"]
    return names.get(when) or names["any"].format(occasion=occasion_name(when, language) or when)
