"""What a turn asks of what is known of the person: to hear a fact again, or to have it forgotten.

A fact is spoken of by what it is ("my shoe size", "where I live") or by its value ("that I like grey").
"""

from collections.abc import Iterable, Iterator

from agents.house.reading.described import families
from agents.house.reading.facts import spared
from agents.house.reading.liking import asks_liking
from agents.house.reading.mentions import GARMENTS, Reading
from agents.house.reading.turn import Turn
from stores.vocabulary import Change

LIKES = ("colours", "only_colours", "fabrics", "patterns", "categories")
DISLIKES = ("avoid_colours", "avoid_fabrics", "avoid_patterns", "avoid_categories")
TASTES = (*LIKES, *DISLIKES)
KEYS = {"likes": LIKES, "dislikes": (*DISLIKES, "at_times"), "tastes": (*TASTES, "at_times")}
ALL, NOTHING, UNTOLD = "all", "nothing", "untold"
# What suits these is asked for advice, not for what is known of them: "what suits my hair colour?".
_ADVISED = frozenset({"contrast"})
_WISHES = ("outfit", "find", "complete", "swap", "add", "preview", "other", "give_me")


def facts_asked(turn: Turn) -> list[str]:
    """Keys of the profile that a question asks back: "what size do I wear?", « où est-ce que j'habite ? », 我住哪里."""
    reading = turn.reading
    asks = reading.text.rstrip().endswith(("?", "？")) or reading.has("question", "profile_show", "remind")
    if (
        not asks
        or turn.budget
        or turn.occasion not in {None, "everyday"}
        or turn.references.ids
        or reading.has(*_WISHES, "buying")
        or _repeats(reading)
    ):
        return []
    if asks_liking(reading) and _names_values(turn):
        return _likings(turn)
    named = [m for m in reading.of(*GARMENTS, "colour", "fabric") if not any(fact.holds(m) for fact in reading.facts)]
    if any(reading.meanings.slot(m.kind, m.key) != "footwear" if m.kind in GARMENTS else True for m in named):
        return []
    shown = reading.has("profile_show", "remind")
    return [key for key in _keys(turn) if shown or key not in _ADVISED]


def told_when(turn: Turn) -> list[str]:
    """The facts of which it is asked when they were told, each as its key and its value: "when did I say so?"."""
    if not turn.reading.has("asks_when"):
        return []
    named = [f"{key}:{value}" for key, value in values_named(turn, TASTES)]
    return named or _keys(turn)


def _repeats(reading: Reading) -> bool:
    """Whether something is to be shown again; the "again" that closes "what's my size again?" repeats nothing."""
    return any(reading.word(cue.last) != "?" for cue in reading.cues.get("again", ()))


def _likings(turn: Turn) -> list[str]:
    """The keys under which the profile holds what is named; where it is under none, that it was never told."""
    known = turn.request.profile
    held = [key for key, value in values_named(turn, TASTES) if value in getattr(known, key)]
    return list(dict.fromkeys(held)) or [UNTOLD]


def forgotten(turn: Turn) -> list[Change]:
    """What is to be forgotten of a person; where none of it is known, a change that comes to nothing."""
    reading = turn.reading
    whole = reading.cues.get("forget_all", [])
    if whole and not any(reading.apart(wish, whole) for wish in (*_WISHES, "again")):
        return _forgotten_of_all(turn)
    if reading.has("moved_out") and turn.request.profile.place:
        return [_forget("place", turn)]
    orders = turn.asked or (turn.occasion and not turn.request.profile.at_times) or turn.place or turn.budget
    if reading.has("relents") and _names_values(turn) and not orders:
        return list(_values(turn, DISLIKES)) or [_forget(NOTHING, turn)]
    verbs = reading.apart("forget", [*reading.cues.get("no_budget", []), *reading.cues.get("belated", [])])
    if not verbs or (turn.occasion and not turn.request.profile.at_times) or reading.has(*_WISHES, "again"):
        return []
    if _names_values(turn):
        return list(_values(turn, TASTES)) or ([_forget(NOTHING, turn)] if reading.facts else [])
    return [_forget(key, turn) for key in _keys(turn)]


def _forgotten_of_all(turn: Turn) -> list[Change]:
    """Everything, or what is named behind it: "forget what I told you about yellow" leaves all the rest."""
    reading = turn.reading
    if _names_values(turn):
        return list(_values(turn, TASTES)) or [_forget(NOTHING, turn)]
    whole = reading.cues["forget_all"]
    told = [key for fact in reading.facts if not any(all_.holds(fact) for all_ in whole) for key in _keys_of(fact.key)]
    return [_forget(key, turn) for key in dict.fromkeys(told)] or [_forget(ALL, turn)]


def _names_values(turn: Turn) -> bool:
    return bool(turn.reading.of(*GARMENTS, "colour", "tone", "fabric", "pattern") or spared(turn.reading))


def _keys(turn: Turn) -> list[str]:
    return list(dict.fromkeys(key for fact in turn.reading.facts for key in _keys_of(fact.key)))


def _keys_of(fact: str) -> tuple[str, ...]:
    return KEYS.get(fact, (fact,))


def _values(turn: Turn, keys: tuple[str, ...]) -> Iterator[Change]:
    """The colours, fabrics and kinds of piece that are named, wherever the profile has them."""
    known = turn.request.profile
    named = [*values_named(turn, keys)]
    held = [(key, value) for key, value in named if value in getattr(known, key)]
    timed = [("at_times", one) for one in known.at_times if _is_named(one, named, turn.occasion or turn.season)]
    for key, value in timed if turn.occasion or turn.season else [*held, *timed]:
        yield Change(target="profile", action="remove", key=key, value=value, said=turn.reading.text)


def _is_named(fact: str, named: Iterable[tuple[str, str]], at: str | None) -> bool:
    """Whether a fact of a time is spoken of: what it refuses or has worn alone, at that time where one is told."""
    when, key, value = fact.split(":")
    stem = key.removeprefix("avoid_").removeprefix("only_")
    kinds = {name.removeprefix("avoid_").removeprefix("only_"): one for name, one in named if one == value}
    return stem in kinds and at in {None, when}


def values_named(turn: Turn, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The colours, fabrics, patterns and kinds of piece that a turn names, under each of these keys."""
    reading = turn.reading
    said: dict[str, list[str]] = {
        "colours": [*families(reading.mentions, reading), *families(reading.mentions, reading, denied=True)],
        "fabrics": [*(mention.key for mention in reading.of("fabric")), *spared(reading)],
        "patterns": [mention.key for mention in reading.of("pattern")],
        "categories": [c for m in reading.garments for c in reading.meanings.categories(m.kind, m.key)],
    }
    for key in keys:
        yield from ((key, value) for value in dict.fromkeys(said[key.removeprefix("avoid_").removeprefix("only_")]))


def _forget(key: str, turn: Turn) -> Change:
    return Change(target="profile", action="forget", key=key, said=turn.reading.text)
