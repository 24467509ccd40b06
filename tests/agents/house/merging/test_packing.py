import re
from typing import Any

import pytest

from agents.contracts import LookFacts, MergeRequest, PackingFacts, StopFacts
from agents.gate import Facts, objection
from agents.house.merge import write
from agents.house.prose.names import piece_name
from agents.known import known_of, worn_of
from graph.wardrobe_facts import counted
from stores.vocabulary import Budget, Conditions, Language
from tests.agents.house.merge_requests import LANGUAGES, piece, rendered, request

SKY = Conditions(temp_min_c=14, temp_max_c=23)
CITY = [
    piece("base_top", "shirt", "blue", "cotton"),
    piece("bottom", "chinos", "beige", "cotton"),
    piece("mid", "cardigan", "navy", "wool"),
    piece("footwear", "leather_sneakers", "white", "leather"),
]
HIKE = [
    piece("base_top", "sport_top", "grey"),
    piece("bottom", "hiking_trousers", "olive", "nylon"),
    piece("footwear", "hiking_boots", "brown", "leather"),
]
WOMEN = [
    piece("one_piece", "summer_dress", "green", "cotton"),
    piece("footwear", "sandals", "beige", "leather"),
    piece("headwear", "sun_hat", "beige", "straw"),
]


def facts_of(language: Language, pieces: int, days: int, looks: int, total: str | None) -> dict[str, str]:
    counts = {"count": (pieces, "piece"), "days": (days, "day"), "looks": (looks, "look")}
    found = {f"packing.{key}": counted(count, noun, language) for key, (count, noun) in counts.items()}
    return found | ({"packing.total": total} if total else {})


def packed(language: Language, stops: dict[str, list[Any]], total: str | None = "408 €", **more: Any) -> MergeRequest:
    """A trip whose first stop is a day; every look has pieces of its own."""
    looks = list(stops.values())
    tokens = [f"{n}.{place}" for n, look in enumerate(looks, 1) for place in range(1, len(look) + 1)]
    own = [[key for key in tokens if key.startswith(f"{number}.")] for number in range(1, len(looks) + 1)]
    packing = PackingFacts(
        day=next(iter(stops)),
        pieces=tokens,
        stops=[StopFacts(occasion=name, pieces=keys) for name, keys in zip(stops, own, strict=True)],
    )
    asked = request(language, looks, sky=SKY, packing=packing, **more)
    counts = facts_of(language, len(tokens), 5, len(looks), total)
    return asked.model_copy(update={"facts": asked.facts | counts})


def gap(language: Language, looks: int = 3, **more: Any) -> MergeRequest:
    new = [[piece("outer", "winter_coat", "navy", "wool")], [piece("footwear", "loafers", "black", "leather")],
           [piece("base_top", "shirt", "white", "cotton")]][:looks]  # fmt: skip
    mine = [one.model_copy(update={"source": "wardrobe", "colour_name": one.colour}) for one in CITY[:2]]
    asked = request(language, new, intent="find", gap=True, **more)
    number = looks + 1
    keyed = {f"{number}.{place}": one for place, one in enumerate(mine, 1)}
    example = [LookFacts(number=number, kind="outfit", title="", pieces=keyed)]
    names = {f"{key}.name": piece_name(one, language) for key, one in keyed.items()}
    counts = {f"gap.{place}": counted(9 - place, "new", language) for place in range(1, looks + 1)}
    return asked.model_copy(update={"facts": asked.facts | names | counts, "examples": example if looks else []})


def objections(asked: MergeRequest) -> list[str]:
    looks = [*asked.looks, *asked.examples]
    worn = {key: worn_of(one) for look in looks for key, one in look.pieces.items()}
    colours = {key: one.colours for key, one in worn.items()}
    facts = Facts(asked.language, asked.facts, colours, known=known_of(asked, worn, frozenset()))
    return [reason for sentence in write(asked) if (reason := objection(sentence, facts))]


CASES = {
    "town": {"city_trip": CITY},
    "town and hike": {"city_trip": CITY, "hike": HIKE},
    "dresses": {"city_trip": WOMEN, "dinner": CITY, "hike": HIKE},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_a_suitcase_passes_the_gate_whatever_phrase_is_drawn(language: Language, case: str) -> None:
    for number in range(12):
        for total in ("408 €", None):
            asked = packed(language, CASES[case], total, text=f"pack {number}")
            assert objections(asked) == []
            assert "{" not in rendered(asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_piece_is_named_and_every_event(language: Language) -> None:
    asked = packed(language, {"city_trip": WOMEN, "dinner": CITY, "hike": HIKE})
    tokens = set(re.findall(r"\[\[(\d+\.\d+)", "".join(write(asked))))
    assert asked.packing and tokens == set(asked.packing.pieces)
    dinner, hike = {"en": ("the dinner", "the hike"), "fr": ("le dîner", "la randonnée"), "zh": ("晚餐", "徒步")}[
        language
    ]
    assert dinner in rendered(asked).lower() and hike in rendered(asked).lower()


def test_what_is_owned_costs_nothing_and_what_is_not_is_summed() -> None:
    mine = [one.model_copy(update={"source": "wardrobe", "colour_name": one.colour}) for one in CITY]
    assert "packing.total" not in "".join(write(packed("en", {"city_trip": mine})))
    some = "".join(write(packed("en", {"city_trip": [*mine[:3], CITY[3]]})))
    sum_said = next(sentence for sentence in some.split(". ") if "[[packing.total]]" in sentence)
    assert "the sneakers" in sum_said and "chinos" not in sum_said


def test_a_budget_that_is_kept_is_said_to_be() -> None:
    texts = [
        rendered(packed("en", {"city_trip": CITY}, text=f"pack {n}", budget=Budget(max=150, currency="EUR")))
        for n in range(6)
    ]
    assert all("150 €" in text for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("looks", [1, 2, 3])
def test_a_gap_passes_the_gate_and_counts(language: Language, looks: int) -> None:
    for number in range(12):
        asked = gap(language, looks, text=f"what is missing {number}")
        assert objections(asked) == []
        text = "".join(write(asked))
        assert "[[gap.1]]" in text and f"[[{looks + 1}.1.name]]" in text
        assert ("[[gap.2]]" in text) is (looks > 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_enough_is_an_answer_and_so_is_not_knowing(language: Language) -> None:
    texts = {
        rendered(gap(language, 0, notes=["already:nothing_to_buy"])),
        rendered(gap(language, 0)),
        rendered(gap(language, 0).model_copy(update={"facts": {"wardrobe": "a tee"}})),
    }
    assert len(texts) == 3 and all(texts)


@pytest.mark.parametrize(
    ("count", "noun", "language", "text"),
    [
        (1, "piece", "en", "one piece"), (11, "piece", "en", "eleven pieces"), (13, "day", "en", "13 days"),
        (1, "new", "fr", "une tenue de plus"), (2, "day", "zh", "两天"), (12, "piece", "zh", "十二件"),
    ],
)  # fmt: skip
def test_small_numbers_are_words(count: int, noun: str, language: Language, text: str) -> None:
    assert counted(count, noun, language) == text
