"""What a turn is dressed for: occasion, culture, activities, formality, modesty."""

from typing import cast

from agents.house.reading.described import families
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.numbers import YEARS, Number, numbers
from stores.categories import load_categories
from stores.vocabulary import ColourFamily, Range, ReservedUse
from tools.trades import trades, work_code

_GROWN = 14
_WESTERN = "western"
_CYCLING = "cycling"
_GROWN_UPS = frozenset({"woman", "man", "female", "male", "femme", "homme", "女", "男", "女士", "男士", "女生", "男生"})
_NEAR = 5
# Whose family it is in is no occasion beside a ceremony.
_HOSTS = frozenset({"parents_in_law"})
# Between "my daughter" and what she is: « ma fille, étudiante », « ma fille qui est au lycée ».
_SOON = 3
_FOR = frozenset({"for", "dress", "pour", "habiller", "给", "帮", "为"})
_OF = frozenset({"de"})
# Who speaks of what they want themselves.
_SELF = frozenset({"i", "je", "j", "我"})
_AGED = frozenset({"is", "s", "aged", "turned"})
_POSSESSIVES = frozenset({"my", "our", "mes", "mon", "ma", "nos", "的"})
# Before children who are taken somewhere: 带孩子, 送孩子.
_LED = frozenset(
    {
        "带",
        "送",
        "接",
        "陪",
        "taking",
        "take",
        "bringing",
        "emmener",
        "amener",
        "accompagner",
        "promener",
        "emmene",
        "amene",
        "accompagne",
        "depose",
        "deposer",
        "recuperer",
        "recupere",
        "garder",
    }
)
# "Children to drop off", « des enfants à déposer »; "for two years" is nobody's age.
_TO = frozenset({"to", "a"})
_SINCE = frozenset({"for", "since", "past", "last", "fait", "depuis", "pendant", "dans"})


def occasion_of(reading: Reading) -> str | None:
    """The most telling occasion; two that make a third are joined ("wedding" on a "beach")."""
    table = reading.meanings
    found = [key for key in reading.keys("occasion") if key not in _workplaces(reading) | _where_kept(reading)]
    named = [*found, *reading.keys("culture")]
    for pair, joined in table.combined.items():
        if {*pair.split("+")} <= {*named}:
            return joined
    if feasts := {*found} & table.occasions["feasts"]:
        done = {table.activities[activity] for activity in reading.keys("activity") if activity in table.activities}
        away = table.occasions["by_day"] & {*found, *done}
        # Who goes skiing over the New Year is dressed for the snow.
        found = [key for key in found if key not in feasts] if away else found
    ridden = bool({*found} & table.occasions["ridden_to"])
    found = [key for key in found if not (ridden and key == _CYCLING)]
    events = {*found} - table.occasions["weak"] - table.occasions["backdrop"] - {*table.activities.values()}
    passed = table.occasions["weak"] | (table.occasions["backdrop"] if events else frozenset())
    telling = [occasion for occasion in found if occasion not in passed]
    coded = [occasion for occasion in found if occasion in table.occasions["coded"]]
    danced = found if "dancing" in reading.keys("activity") else []  # one dances at a party as well
    said = next(iter([*coded, *telling, *danced]), None)
    said = said or _of_activity(reading, ridden=ridden) or next(iter(found), None)
    if said is None and reading.has("trade_kitchen") and reading.has("kitchen"):
        return "office"  # A cook's kitchen is where the work is done.
    return None if said in _HOSTS and reading.has("rite", "ceremony") else said


def _workplaces(reading: Reading) -> set[str]:
    """Occasions that are but where somebody works: 在画廊上班."""
    said = reading.of("occasion")
    work = {m.first for m in said if m.key == "office"}
    return {m.key for m in said if m.last in work and m.key in reading.meanings.occasions["elsewhere"]} - {"office"}


def _where_kept(reading: Reading) -> set[str]:
    """The home that is but where pieces are, or stay: "I've got shoes at home", "leave the bag at home"."""
    told = (*reading.garments, *reading.of("colour", "fabric", "pattern")) if reading.has("own") else ()
    ends = {mention.last for mention in (*told, *(one for one in reading.garments if one.denied))}
    return {m.key for m in reading.of("occasion") if m.key == "home" and m.first in ends}


def _of_activity(reading: Reading, *, ridden: bool) -> str | None:
    """What is done, where that is one thing, and not how one gets there: "I cycle to work"."""
    done = [activity for activity in reading.keys("activity") if not (ridden and activity == _CYCLING)]
    occasions = [reading.meanings.activities.get(activity) for activity in done]
    return occasions[0] if len(occasions) == 1 else None


def done(reading: Reading) -> list[str]:
    """What is done that day; "I can't walk in heels" tells of no walk, "I walk to work" is no threat."""
    threatens = any(garment.denied for garment in reading.garments)
    denials = [denial for denial in reading.of("negation") if denial.key != "threat" or threatens]
    told = [one for one in reading.of("activity") if not any(d.first <= one.first < d.last for d in denials)]
    return list(dict.fromkeys(one.key for one in told))


def culture_of(reading: Reading) -> str | None:
    """The culture that is told; of one from the West beside another, the other, whose customs are the stricter."""
    told = reading.keys("culture")
    return next((culture for culture in told if culture != _WESTERN), next(iter(told), None))


def host_colours_of(reading: Reading) -> list[ColourFamily]:
    """The colours that the hosts ask their guests to wear: "the bride asked everyone to wear red"."""
    asked = [one.last for one in reading.of("aside") if one.key == "hosts"]
    named = [m for m in reading.of("colour", "tone") if not m.denied]
    said = [m for m in named if any(_is_told_in(m, last, reading) for last in asked)]
    return families(said, reading)


def _is_told_in(colour: Mention, start: int, reading: Reading) -> bool:
    """Whether a colour is still part of what hosts ask for, and no wish beside: "it says cocktail, I love red"."""
    between = {*reading.between(start, colour.first)}
    return start <= colour.first and not (SENTENCE_ENDS | _SELF) & between


def trade_of(reading: Reading, occasion: str | None) -> str | None:
    """The trade that work is dressed for: "an interview at a law firm", « un entretien dans une banque »."""
    named = [trade for trade in trades() if reading.has(f"trade_{trade}") and work_code(occasion or "", trade)]
    meant = [
        trade for trade in named if not all(_is_set_against(cue, reading) for cue in reading.cues[f"trade_{trade}"])
    ]
    return next(iter(meant or named), None)


def _is_set_against(trade: Mention, reading: Reading) -> bool:
    """Whether a trade is but what it is not to look like: "a startup; I don't want to look like a bank"."""
    ahead = [denial.last for denial in reading.of("negation") if denial.last <= trade.first]
    return bool(ahead) and not (COMMAS | SENTENCE_ENDS) & {*reading.between(max(ahead), trade.first)}


def formality_of(reading: Reading) -> Range | None:
    """What all named levels share; where they share nothing, what lies between them or else the last one named.

    The "formal" of "more formal" is a step and no level.
    """
    steps = [*reading.cues.get("dressier", []), *reading.cues.get("plainer", [])]
    levels = [m for m in reading.of("style") if not any(step.holds(m) and step != m for step in steps)]
    ranges = [reading.meanings.formality[key] for key in dict.fromkeys(level.key for level in levels)]
    if not ranges:
        return None
    low, high = max(r[0] for r in ranges), min(r[1] for r in ranges)
    if low >= high and any(limit.key == "between" for limit in reading.of("limit")):
        return (high, low)
    return (low, high) if low < high else ranges[-1]


def is_modest(reading: Reading) -> bool:
    """Whether shoulders and knees are to be covered: by a word for it, a limb near "cover", or where it is custom.

    An occasion at a mosque is also a visit to one.
    """
    limbs, covers = reading.cues.get("limb", ()), reading.cues.get("covering", ())
    covers = [
        cover for cover in covers if not any(limb.holds(cover) for limb in limbs)
    ]  # the 盖 of 膝盖 covers nothing
    near = any(max(a.first, b.first) - min(a.last, b.last) <= _NEAR for a in limbs for b in covers)
    custom = _is_held_at_worship(reading) or bool({*reading.keys("culture")} & reading.meanings.occasions["covering"])
    return near or custom or reading.has("rite") or any(not mention.denied for mention in reading.of("modest"))


def _is_held_at_worship(reading: Reading) -> bool:
    named = {*reading.keys("occasion")}
    return bool(named & reading.meanings.occasions["worship"]) and len(named) > 1


def reserved_of(reading: Reading, categories: list[str]) -> list[ReservedUse]:
    """Uses that come in only when asked for, and are asked for here."""
    table = load_categories()
    uses = [table[category].reserve for category in categories]
    said = [m.key for m in reading.of("reserve") if not m.denied and (m.key != "children" or _is_child(reading, m))]
    return list(dict.fromkeys([*(use for use in uses if use), *cast(list[ReservedUse], said)]))


def _is_child(reading: Reading, said: Mention) -> bool:
    """Whether somebody is dressed in children's sizes: a son or daughter is where a small age or no other is said.

    Children who come along, or have the day, are not: "in the park with the kids", 带孩子去公园, 孩子满月酒.
    """
    is_wearer = any(cue.last == said.first for cue in reading.cues.get("self", ())) or _is_for_grown(reading)
    is_wearer |= any(0 <= cue.first - said.last <= _SOON for cue in reading.cues.get("teens", ()))
    has_the_day = reading.at("occasion", said.last + (reading.word(said.last) in _POSSESSIVES)) is not None
    if is_wearer or has_the_day or _comes_along(reading, said):
        return False
    told = (n for n in numbers(reading) if reading.word(n.first - 1) not in _SINCE)
    ages = [n.value for n in told if reading.word(n.last) in YEARS or _is_aged(reading, n)]
    if ages:
        return min(ages) < _GROWN
    relation = reading.at("presentation", said.first) is not None
    if relation and _is_of_age(reading):
        return False
    return _is_dressed(reading, said) if not relation else reading.word(said.first - 1) in _FOR


def _is_dressed(reading: Reading, said: Mention) -> bool:
    """Whether children are named as those who wear it: "for the kids", "kids' coats", 给孩子买, 孩子穿的."""
    first = said.first
    while reading.word(first - 1) in reading.lexicon.grammar.articles | _POSSESSIVES:
        first -= 1
    worn = [*reading.garments, *reading.cues.get("outfit", ())]
    near = any(0 <= m.first - said.last <= 1 or 0 <= first - m.last <= 1 or m.holds(said) for m in worn)
    return reading.word(first - 1) in _FOR or near


def _is_of_age(reading: Reading) -> bool:
    """Whether a son or daughter has a trade or wears a size of grown-ups: "my daughter is a solicitor, XS"."""
    works = any(reading.has(f"trade_{trade}") for trade in trades())
    return works or any(reading.said(size.first, size.last).isupper() for size in reading.of("size"))


def _is_for_grown(reading: Reading) -> bool:
    """Whether a clause says that a man or a woman is dressed: « ma fille est demoiselle d'honneur ; femme, M »."""
    ends = {"", *COMMAS, *SENTENCE_ENDS, ":", "(", ")"}
    alone = (
        m for m in reading.of("presentation") if reading.word(m.first - 1) in ends and reading.word(m.last) in ends
    )
    return any(reading.said(m.first, m.last).lower() in _GROWN_UPS for m in alone)


def _comes_along(reading: Reading, said: Mention) -> bool:
    words, first = reading.lexicon.grammar, said.first
    while reading.word(first - 1) in words.articles | _POSSESSIVES:
        first -= 1
    if reading.word(first - 1) in _OF and first > 1:  # « la garde de mes enfants », but « le manteau de mon fils »
        worn = [*reading.garments, *reading.cues.get("outfit", ())]
        return not any(first - 1 in (m.last, m.last + 1) or m.holds(said) for m in worn)
    counted = first - 1 if reading.word(first - 1).isdigit() else first
    beside = reading.word(counted - 1) in words.joiners - COMMAS and counted > 1
    taken = beside or (reading.word(said.last) in _TO and reading.word(said.last + 1) in _LED)
    return taken or reading.word(first - 1) in words.along | _LED


def _is_aged(reading: Reading, number: Number) -> bool:
    """Whether a bare number ends "he is 25"."""
    after = reading.word(number.last)
    return reading.word(number.first - 1) in _AGED and (not after or after in SENTENCE_ENDS | COMMAS)
