"""What people say of the clothes they own, in three languages, and what is no such thing."""

from datetime import date
from typing import Any

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.garments import GarmentRow
from stores.vocabulary import Brief, Garment

TODAY = date(2026, 11, 22)


def garment(key: str, category: str, colour: str, photo: int | None = None) -> Garment:
    seen = {"photo": photo, "origin": "photo", "confirmed": False} if photo else {}
    return GarmentRow.model_validate({"id": key, "category": category, "colours": [colour], **seen}).garment()


OWN = [
    garment("boots", "ankle_boots", "black"), garment("jeans", "jeans", "white"), garment("coat1", "overcoat", "black"),
    garment("coat2", "overcoat", "black"), garment("scarf", "scarf", "red"), garment("suit1", "suit_jacket", "grey"),
    garment("suit2", "suit_trousers", "grey"),
]  # fmt: skip
SEEN = [
    garment("one", "blazer", "navy", 4), garment("two", "shirt", "black", 5), garment("three", "sneakers", "white", 6),
]  # fmt: skip


def read(text: str, **more: Any) -> Brief:
    return understand(UnderstandRequest(text=text, today=TODAY, wardrobe=more.pop("wardrobe", OWN), **more))


def told(brief: Brief) -> dict[str, Any]:
    """What is set of each garment, colours by their families."""
    changes = [one for one in brief.changes if one.target == "wardrobe" and one.action == "set"]
    return {one.key: {key: _short(key, value) for key, value in one.value.items()} for one in changes}


def _short(key: str, value: Any) -> Any:
    return [colour["family"] for colour in value] if key == "colours" else value


@pytest.mark.parametrize(
    ("text", "key", "state"),
    [
        ("my white jeans are in the wash", "jeans", "in_wash"),
        ("put my jeans in the wash", "jeans", "in_wash"),
        ("my boots are at the cobbler", "boots", "in_wash"),
        ("the white jeans are clean again", "jeans", "here"),
        ("my jeans aren't in the wash", "jeans", "here"),
        ("I gave the boots away", "boots", "given_away"),
        ("I don't have the boots anymore", "boots", "given_away"),
        ("I sold my red scarf", "scarf", "given_away"),
        ("mes bottes sont au lavage", "boots", "in_wash"),
        ("mets mes bottes au lavage", "boots", "in_wash"),
        ("mon jean blanc n'est plus au lavage", "jeans", "here"),
        ("j'ai récupéré mes bottes", "boots", "here"),
        ("j'ai donné mes bottes", "boots", "given_away"),
        ("我的白色牛仔裤在洗", "jeans", "in_wash"),
        ("我的靴子送去干洗了", "boots", "in_wash"),
        ("靴子送去修了", "boots", "in_wash"),
        ("靴子洗好了", "boots", "here"),
        ("靴子送人了", "boots", "given_away"),
        ("红围巾我捐了", "scarf", "given_away"),
    ],
)
def test_what_became_of_a_garment_is_written_down(text: str, key: str, state: str) -> None:
    brief = read(text)
    assert (brief.intent, told(brief)) == ("wardrobe", {key: {"state": state}})


@pytest.mark.parametrize(
    ("text", "keys", "day"),
    [
        ("I wore the grey suit yesterday", ["suit1", "suit2"], "2026-11-21"),
        ("I wore my boots and the white jeans today", ["boots", "jeans"], "2026-11-22"),
        ("I wore the red scarf last Monday", ["scarf"], "2026-11-16"),
        ("j'ai porté le costume gris hier", ["suit1", "suit2"], "2026-11-21"),
        ("j'ai mis l'écharpe rouge avant-hier", ["scarf"], "2026-11-20"),
        ("我昨天穿了灰色西装", ["suit1", "suit2"], "2026-11-21"),
        ("我前天戴了红围巾", ["scarf"], "2026-11-20"),
    ],
)
def test_a_day_on_which_something_was_worn_counts(text: str, keys: list[str], day: str) -> None:
    brief = read(text)
    assert (brief.intent, told(brief)) == ("wardrobe", {key: {"worn": [day]} for key in keys})


@pytest.mark.parametrize(
    ("text", "key", "paid", "currency"),
    [
        ("I paid 80 dollars for my boots", "boots", 80, "USD"),
        ("my scarf cost 45", "scarf", 45, "EUR"),
        ("mon écharpe m'a coûté 35 euros", "scarf", 35, "EUR"),
        ("j'ai acheté mon écharpe rouge 35 euros", "scarf", 35, "EUR"),
        ("红围巾是50块买的", "scarf", 50, "CNY"),
    ],
)
def test_what_was_paid_is_written_down(text: str, key: str, paid: float, currency: str) -> None:
    assert told(read(text)) == {key: {"paid": paid, "currency": currency}}


@pytest.mark.parametrize(
    "text",
    [
        "merge the two black coats", "fusionne les deux manteaux noirs", "把两件黑色大衣合并",
        "the two black coats are the same", "les deux manteaux noirs sont les mêmes",
    ],
)  # fmt: skip
def test_two_that_are_named_become_one(text: str) -> None:
    brief = read(text)
    assert (brief.intent, told(brief)) == ("wardrobe", {"coat1": {"merge": "coat2"}})


@pytest.mark.parametrize("text", ["yes", "yes, merge them", "oui c'est le même", "是同一件", "they're the same"])
def test_two_that_were_asked_about_become_one(text: str) -> None:
    assert told(read(text, twins=["coat1", "coat2"])) == {"coat1": {"merge": "coat2"}}


@pytest.mark.parametrize("text", ["no, they're different", "I have two", "j'en ai deux", "不是同一件", "keep both"])
def test_two_that_are_two_stay_two(text: str) -> None:
    brief = read(text, twins=["coat1", "coat2"])
    assert brief.changes == [] and brief.refers_to == ["wardrobe:two"]


ALL = {"one", "two", "three"}
RIGHT = {"confirmed": True}


@pytest.mark.parametrize(
    ("text", "right", "otherwise"),
    [
        ("yes, that's right", ALL, {}),
        ("yes", ALL, {}),
        ("oui tout est juste", ALL, {}),
        ("对的", ALL, {}),
        ("都对", ALL, {}),
        ("it's all correct", ALL, {}),
        ("yes but the second is navy", {"one", "three"}, {"two": {"colours": ["navy"]}}),
        ("oui mais la deuxième est bleu marine", {"one", "three"}, {"two": {"colours": ["navy"]}}),
        ("对，但第二件是藏青色的", {"one", "three"}, {"two": {"colours": ["navy"]}}),
        ("all but the shoes", {"one", "two"}, {}),
        ("tout sauf les baskets", {"one", "two"}, {}),
        ("除了鞋子都对", {"one", "two"}, {}),
        ("all right but the shirt", {"one", "three"}, {}),
        ("yes, except that the shirt is white", {"one", "three"}, {"two": {"colours": ["white"]}}),
        ("the first is right", {"one"}, {}),
        ("the first one and the last one are right", {"one", "three"}, {}),
        ("no, the second is a cardigan", set(), {"two": {"category": "cardigan"}}),
        ("that's not a shirt, it's a sweater", set(), {"two": {"category": "sweater"}}),
        ("non, la chemise est bleue", set(), {"two": {"colours": ["blue"]}}),
        ("la première est en laine", set(), {"one": {"fabrics": ["wool"]}}),
        ("the second one is actually a navy cardigan", set(), {"two": {"colours": ["navy"], "category": "cardigan"}}),
        ("第一件对，第二件是白色的", {"one"}, {"two": {"colours": ["white"]}}),
    ],
)
def test_what_was_seen_is_confirmed_or_put_right(text: str, right: set[str], otherwise: dict[str, Any]) -> None:
    brief = read(text, wardrobe=[*OWN, *SEEN], unconfirmed=["one", "two", "three"])
    expected = dict.fromkeys(right, RIGHT) | {key: {**fields, **RIGHT} for key, fields in otherwise.items()}
    assert (brief.intent, told(brief)) == ("wardrobe", expected)


@pytest.mark.parametrize(
    "text",
    ["what should I wear tomorrow?", "great, what goes with the blazer?", "hello there", "how about a red dress?"],
)
def test_what_is_no_answer_confirms_nothing(text: str) -> None:
    assert told(read(text, wardrobe=[*OWN, *SEEN], unconfirmed=["one", "two", "three"])) == {}


@pytest.mark.parametrize("text", ["no", "nope, that's wrong", "不对"])
def test_a_bare_no_is_asked_about(text: str) -> None:
    brief = read(text, wardrobe=[*OWN, *SEEN], unconfirmed=["one", "two", "three"])
    assert (brief.intent, brief.refers_to) == ("wardrobe", ["wardrobe:wrong"])


def test_one_of_those_asked_about_can_be_struck_off() -> None:
    brief = read("remove the third", wardrobe=[*OWN, *SEEN], unconfirmed=["one", "two", "three"])
    assert [(one.action, one.key) for one in brief.changes] == [("remove", "three")]


@pytest.mark.parametrize(
    ("text", "key", "fields"),
    [
        ("that is navy, not black", "coat2", {"colours": ["navy"]}),
        ("c'est du bleu marine, pas du noir", "coat2", {"colours": ["navy"]}),
        ("那是藏青色，不是黑色", "coat2", {"colours": ["navy"]}),
        ("my black coat is actually navy", "coat1", {"colours": ["navy"]}),
        ("my boots are brown, not black", "boots", {"colours": ["brown"]}),
        ("change the colour of my boots to brown", "boots", {"colours": ["brown"]}),
        ("the boots are dark brown, actually", "boots", {"colours": ["brown"]}),
        ("les bottes sont marron en fait", "boots", {"colours": ["brown"]}),
    ],
)
def test_a_garment_is_put_right_unasked(text: str, key: str, fields: dict[str, Any]) -> None:
    brief = read(text)
    assert (brief.intent, told(brief)) == ("wardrobe", {key: {**fields, **RIGHT}})


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what have I not worn for long?", ["unworn"]),
        ("which clothes do I never wear?", ["unworn"]),
        ("qu'est-ce que je n'ai pas porté depuis longtemps ?", ["unworn"]),
        ("我有什么衣服很久没穿了？", ["unworn"]),
        ("how much has my scarf cost per wear?", ["per_wear", "scarf"]),
        ("combien me coûte mon écharpe par port ?", ["per_wear", "scarf"]),
        ("红围巾每次穿合多少钱", ["per_wear", "scarf"]),
        ("我的靴子每穿一次多少钱？", ["per_wear", "boots"]),
        ("when did I last wear my boots?", ["last_worn", "boots"]),
        ("have I worn my scarf lately?", ["last_worn", "scarf"]),
        ("上次穿靴子是什么时候？", ["last_worn", "boots"]),
        ("what's in the wash?", ["in_wash"]),
        ("is my scarf in the wash?", ["in_wash", "scarf"]),
        ("哪些衣服在洗？", ["in_wash"]),
        ("what have I given away?", ["gone"]),
        ("are there any duplicates in my wardrobe?", ["twins"]),
        ("confirm everything", ["waiting"]),
        ("delete everything in my wardrobe", ["clear"]),
    ],
)
def test_what_is_asked_of_the_wardrobe_changes_nothing(text: str, asked: list[str]) -> None:
    brief = read(text)
    assert (brief.intent, brief.changes) == ("wardrobe", [])
    assert brief.refers_to == [f"wardrobe:{asked[0]}", *asked[1:]]


def test_a_fact_on_the_way_to_a_wish_is_kept_beside_it() -> None:
    brief = read("My white jeans are in the wash, what should I wear tomorrow?")
    assert (brief.intent, told(brief), brief.owned) == ("outfit", {"jeans": {"state": "in_wash"}}, [])


@pytest.mark.parametrize(
    "text",
    [
        "I gave my sister a scarf for her birthday, what goes with it?",
        "if my boots are in the wash, what do I wear?",
        "I paid too much for my last coat, find me one under 100",
        "what goes with my black coat?",
        "I want boots, not sneakers",
        "a coat, navy not black",
        "I'd like something cleaner than the jeans",
        "show me the same coat in navy",
        "the boots are really too heavy",
        "actually I want brown boots",
    ],
)
def test_what_only_sounds_like_it_changes_nothing(text: str) -> None:
    assert told(read(text)) == {}


def test_what_nobody_knew_of_is_noted_down_where_it_is() -> None:
    brief = read("my green parka is in the wash", wardrobe=[])
    ((key, fields),) = told(brief).items()
    assert key == fields["id"] and (fields["category"], fields["state"], fields["colours"]) == (
        "parka",
        "in_wash",
        ["green"],
    )


def test_what_is_not_there_is_said_to_be_nowhere() -> None:
    brief = read("I gave the hat away", wardrobe=[])
    assert brief.intent == "wardrobe" and told(brief) == {"": {"state": "given_away"}}


@pytest.mark.parametrize("text", ["here are my clothes", "voici mes vêtements", "这些是我的衣服", ""])
def test_several_photos_are_hung_in(text: str) -> None:
    assert read(text, photos=[1, 2], new_photos=[1, 2]).intent == "wardrobe"


@pytest.mark.parametrize("text", ["what goes with these?", "rate my outfit", "find me something like these"])
def test_photos_with_a_wish_are_answered(text: str) -> None:
    assert read(text, photos=[1, 2], new_photos=[1, 2]).intent != "wardrobe"


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("what goes with my black boots?", "I wore them yesterday", {"boots": {"worn": ["2026-11-21"]}}),
        ("my red scarf is so warm", "it's in the wash", {"scarf": {"state": "in_wash"}}),
        ("j'aime mon écharpe rouge", "je l'ai portée hier", {"scarf": {"worn": ["2026-11-21"]}}),
        ("what should I wear?", "it's in the wash", {}),
    ],
)
def test_it_is_what_the_message_before_named(before: str, text: str, expected: dict[str, Any]) -> None:
    assert told(read(text, previous=[before])) == expected


def test_each_garment_has_the_day_that_is_said_beside_it() -> None:
    brief = read("I wore the suit on Friday and the scarf today")
    days = {key: value["worn"] for key, value in told(brief).items()}
    assert days == {"suit1": ["2026-11-20"], "suit2": ["2026-11-20"], "scarf": ["2026-11-22"]}
