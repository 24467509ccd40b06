"""Lasting facts that a person tells of themselves: size, home, purse, what they like, will not wear, and how they feel.

Keys are those of `vocabulary.Profile`. What they ask to be forgotten is no fact; see `reading_known`.
"""

from collections.abc import Collection, Iterator
from itertools import chain

from agents.house.reading.at_times import when_refused
from agents.house.reading.changes import dresses_another, own_presentation, wearers
from agents.house.reading.colouring import contrast_told
from agents.house.reading.described import families
from agents.house.reading.liking import asks_liking
from agents.house.reading.mentions import ATTRIBUTES, COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.places import home_of
from agents.house.reading.text import read
from agents.house.reading.turn import Turn
from agents.house.reading.unseen import told_of_one, unseen
from agents.house.reading.whether import ends_asked
from stores.categories import load_categories
from stores.vocabulary import PATTERNS, Change, Pattern
from tools.refusals import LEGS

# Degrees by which a person who says that they always feel the cold is dressed warmer, and by which one day counts.
TRAIT_C, VOTE_C = 2.0, 0.5
# The first half of a French denial.
_NE = frozenset({"ne", "n"})
_WARMER, _COOLER = ("feels_cold", "was_cold"), ("feels_warm", "was_warm")
_LIKED_WITHIN = 10
PRINTED: tuple[Pattern, ...] = tuple(pattern for pattern in PATTERNS if pattern != "solid")


def facts_told(turn: Turn, known: Collection[Mention] = ()) -> Iterator[Change]:
    """Who the person is, what they like and cannot wear, but for the `known` pieces, which were shown.

    A budget only where it is usual; of "my husband hates yellow" nothing.
    """
    reading = turn.reading
    presentation = own_presentation(reading) or (turn.presentation if reading.has("henceforth") else None)
    if presentation:
        yield _set("presentation", presentation, turn)
    of_another = presentation is None and reading.has("another") and not reading.has("turns_to_me")
    alone = bool(wearers(reading)) and not dresses_another(reading)  # "My uncle's funeral. Man, XL"
    if turn.sizes.own and not ((of_another and not alone) or _sizes_another(turn)):
        yield _set("sizes", turn.sizes.sizes.model_dump(exclude_none=True), turn)
    if place := home_of(reading):
        yield _set("place", place, turn)
    if turn.budget and tells_usual(reading):
        yield _set("budget", turn.budget.model_dump(), turn)
    for language in ("en", "fr", "zh"):
        if reading.has(f"speak_{language}") and not reading.has("translates"):
            yield _set("language", language, turn)
    if not of_another:
        yield from _warmth(turn)
        if contrast := contrast_told(reading):
            yield _set("contrast", contrast, turn)
    if not (of_another or asks_liking(reading)):
        yield from _dislikes(turn, known)
        yield from _only_flats(turn)
        yield from _only_then(turn)
        yield from _likes(turn)


def _sizes_another(turn: Turn) -> bool:
    """Whether sizes are those of somebody else, who is dressed since they were spoken of: "for my husband", "XL"."""
    before = (read(text, turn.reading.lexicon) for text in reversed([*turn.request.earlier, *turn.request.previous]))
    for said in chain([turn.reading], before):
        if own_presentation(said) or said.has("turns_to_me"):
            return False
        if dresses_another(said):
            return True
    return False


def traits(reading: Reading) -> list[Mention]:
    """Where it is told how a person feels whatever the weather: "I'm always cold"."""
    return [cue for key in ("feels_cold", "feels_warm") for cue in reading.cues.get(key, ())]


def votes(reading: Reading) -> list[Mention]:
    """Where it is told how warm somebody was in what they wore: "I was cold"."""
    return [cue for key in ("was_cold", "was_warm") for cue in reading.cues.get(key, ())]


def tells_usual(reading: Reading) -> bool:
    """Whether something is told as it always is; not the "always" of "I'm always cold", nor 平时穿, for every day."""
    usual = reading.apart("usual", traits(reading))
    return any(reading.lexicon.language != "zh" or reading.word(one.last) != "穿" for one in usual)


def _warmth(turn: Turn) -> Iterator[Change]:
    """ "I'm always cold" is a trait of a person, "I was cold" a vote on how warm they were dressed (0.5 C each)."""
    for cues, sign in ((_WARMER, 1), (_COOLER, -1)):
        trait, vote = cues
        if turn.reading.has(trait):
            yield _set("warmth_offset_c", sign * TRAIT_C, turn)
        elif turn.reading.has(vote):
            yield _add("warmth_offset_c", sign * VOTE_C, turn)


def spared(reading: Reading) -> list[str]:
    """The fabrics that somebody goes without for what they say they are: vegan, vegetarian, allergic to nickel."""
    told = [cue for cue in reading.meanings.spared if reading.has(cue) or _is_among_reactions(cue, reading)]
    return [fabric for cue in told for fabric in reading.meanings.spared[cue]]


def _is_among_reactions(cue: str, reading: Reading) -> bool:
    """Whether something stands in a list of what is not borne: "allergic to latex and nickel", 对镍和羊毛过敏."""
    named, reacts = reading.cues.get(f"{cue}_named", ()), reading.cues.get("reacts", ())
    pairs = (sorted((name, word), key=lambda one: one.first) for name in named for word in reacts)
    return any(not SENTENCE_ENDS & {*reading.between(first.last, second.first)} for first, second in pairs)


def refuses_prints(reading: Reading) -> bool:
    """Whether every pattern is refused: "I hate prints", « je n'aime pas les motifs », 我不喜欢印花图案."""
    plain = [mention for mention in reading.of("pattern") if mention.key == "solid" and not mention.denied]
    if any(_is_judged(no, prints, reading) for no in reading.of("negation") for prints in _prints(reading)):
        return True
    return any(
        any(_leads(no, prints, reading) for prints in _prints(reading)) or any(_meet(no, one) for one in plain)
        for no in reading.cues.get("dislike", ())
    )


def _is_judged(denial: Mention, prints: Mention, reading: Reading) -> bool:
    """Whether a denial stands right before prints or right behind: « rien à motifs », "prints aren't me"."""
    stops = (SENTENCE_ENDS | COMMAS) & {*reading.between(denial.last, prints.first)}
    before = denial.key == "no" and 0 <= prints.first - denial.last <= 1 and not stops
    behind = denial.first >= prints.last and {*reading.between(prints.last, denial.first)} <= _NE
    return before or (denial.key == "after" and behind)


def _prints(reading: Reading) -> list[Mention]:
    """Where patterns of any kind are spoken of; the prints of "floral prints" are of one kind."""
    kinds, cues = reading.of("pattern"), reading.cues.get("prints", ())
    return [cue for cue in cues if not any(_meet(one, cue, 1) and not cue.holds(one) for one in kinds)]


def _meet(first: Mention, second: Mention, apart: int = -1) -> bool:
    """Whether two mentions overlap, or have no more words than `apart` between them."""
    return first.first - apart <= second.last and second.first <= first.last + apart


def _dislikes(turn: Turn, known: Collection[Mention]) -> Iterator[Change]:
    reading = turn.reading
    yield from (_add("avoid_fabrics", fabric, turn) for fabric in spared(reading))
    if reading.has("dislike"):
        known = {*known, *unseen(turn), *told_of_one(turn)}
        denied = [one for one in reading.mentions if one.denied and one not in known and not _is_asked(one, reading)]
        times = {one: when_refused(one, reading) for one in denied}
        for when in dict.fromkeys(times.values()):
            yield from _refused([one for one in denied if times[one] == when], when, turn)
        if refuses_prints(reading):
            yield _add("avoid_patterns", [*PRINTED], turn)


def _refused(denied: list[Mention], when: str | None, turn: Turn) -> Iterator[Change]:
    """What is never worn, or not on an occasion or in a season."""
    reading = turn.reading
    pairs: list[tuple[str, str]] = [
        *(("avoid_colours", family) for family in families(denied, reading, denied=True)),
        *((f"avoid_{m.kind}s", m.key) for m in denied if m.kind in {"fabric", "pattern"}),
        *(("avoid_categories", c) for m in denied for c in reading.meanings.categories(m.kind, m.key)),
    ]
    for key, value in pairs:
        yield _add("at_times", f"{when}:{key}:{value}", turn) if when else _add(key, value, turn)


def _only_then(turn: Turn) -> Iterator[Change]:
    """What alone is worn on an occasion or in a season: "only skirts at work", « en été, je ne porte que du blanc »."""
    reading, times = turn.reading, _alone_at(turn)
    for when in dict.fromkeys(times.values()):
        worn = [m for m, at in times.items() if at == when]
        pieces = dict.fromkeys(c for m in worn for c in reading.meanings.categories(m.kind, m.key))
        values = [("categories", one) for one in pieces if load_categories()[one].slot in (*LEGS, "footwear")]
        values = values or [("colours", one) for one in families(worn, reading)]
        yield from (_add("at_times", f"{when}:only_{name}:{one}", turn) for name, one in values)


def _alone_at(turn: Turn) -> dict[Mention, str]:
    """What is said to be worn alone, and when."""
    reading, cues = turn.reading, turn.reading.cues.get("wears_only", ())
    kinds = reading.of("category", "kind", "colour")
    led = [m for m in kinds if not m.denied and any(_leads(cue, m, reading) for cue in cues)]
    return {m: when for m in led if (when := when_refused(m, reading))}


def _only_flats(turn: Turn) -> Iterator[Change]:
    """Heels are never worn by who wears flats alone: "I only wear flat shoes", 我只穿平底鞋."""
    reading, flat = turn.reading, ("flat_shoes", "ballet_flats")
    only = [*reading.cues.get("wears_only", ()), *reading.cues.get("only_wears", ())]
    if any(m.key in flat and not m.denied and _leads(cue, m, reading) for cue in only for m in reading.garments):
        heels = (c for kind in ("high_heels",) for c in reading.meanings.kinds[kind])
        yield from (_add("avoid_categories", category, turn) for category in heels)


def _is_asked(mention: Mention, reading: Reading) -> bool:
    """Whether it is only asked if something may be left out: 不穿裙子可以吗, 可以不穿高跟吗."""
    stops = SENTENCE_ENDS | COMMAS
    behind = [fit for fit in reading.cues.get("fitting", ()) if mention.last <= fit.first]
    leave = reading.opening("may_one") and ends_asked(reading)  # 可以不穿高跟吗
    asked = any(not stops & {*reading.between(mention.last, fit.first)} for fit in behind)
    return reading.lexicon.language == "zh" and (asked or bool(leave))


def _likes(turn: Turn) -> Iterator[Change]:
    reading, timed = turn.reading, _alone_at(turn)
    loose = [m for m in turn.loose if m.kind in ATTRIBUTES and not m.denied and m not in timed]
    liked = [m for m in loose if _follows_like(m, turn)]
    only = [m for m in liked if _is_all_that_is_worn(m, reading)]
    yield from (_add("only_colours", family, turn) for family in families(only, reading))
    rest = [m for m in liked if m not in only]
    yield from (_add("colours", family, turn) for family in families(rest, reading))
    yield from (_add(f"{m.kind}s", m.key, turn) for m in liked if m.kind in {"fabric", "pattern"})
    named = (reading.meanings.categories(m.kind, m.key) for m in turn.fancied if m not in timed)
    yield from (_add("categories", category, turn) for category in chain.from_iterable(named))


def _is_all_that_is_worn(colour: Mention, reading: Reading) -> bool:
    """Whether nothing but a colour is worn, and not on one occasion: "I only wear black", but not "… to balls"."""
    ever, stops = reading.cues.get("only_ever", ()), SENTENCE_ENDS | COMMAS
    only = [cue for cue in reading.cues.get("wears_only", ()) if any(_meet(cue, one, 0) for one in ever)]
    events = (e for e in reading.of("occasion") if colour.last <= e.first)
    limited = any(not stops & {*reading.between(colour.last, event.first)} for event in events)
    return colour.kind == "colour" and not limited and any(_leads(cue, colour, reading) for cue in only)


def _follows_like(mention: Mention, turn: Turn) -> bool:
    """Whether a liking leads a mention in the same sentence."""
    return any(_leads(like, mention, turn.reading) for like in turn.reading.cues.get("like", ()))


def _leads(cue: Mention, mention: Mention, reading: Reading) -> bool:
    near = cue.last <= mention.first <= cue.last + _LIKED_WITHIN
    return near and not SENTENCE_ENDS & {*reading.between(cue.last, mention.first)}


def _set(key: str, value: object, turn: Turn) -> Change:
    return Change(target="profile", action="set", key=key, value=value, said=turn.reading.text)


def _add(key: str, value: object, turn: Turn) -> Change:
    return Change(target="profile", action="add", key=key, value=value, said=turn.reading.text)
