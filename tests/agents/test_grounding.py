from datetime import date
from typing import Any

from agents.contracts import UnderstandRequest
from agents.grounding import grounded
from agents.house.understand import understand
from stores.vocabulary import Brief, Budget, Change, Colour, Garment, Sizes

GREY = Colour(name="grey", family="grey", hex="#808080")
COAT = Garment(id="own-1", name="grey coat", category="overcoat", slot="outer", colours=[GREY], formality=5, clo=0.6)


def asked(text: str, **told: Any) -> UnderstandRequest:
    return UnderstandRequest(text=text, today=date(2026, 11, 21), **told)


def test_what_the_house_reads_is_told_already() -> None:
    for text in (
        "What do I wear to a wedding in Lyon on 5 December? I'm a man, under 400 euros",
        "Supprime le manteau gris de ma garde-robe",
        "我穿42码的鞋，住在巴黎",
        "Forget everything you know about me",
    ):
        request = asked(text, wardrobe=[COAT])
        house = understand(request)
        assert grounded(house, request).model_dump(exclude={"changes"}) == house.model_dump(exclude={"changes"})
        assert [one.key for one in grounded(house, request).changes] == [one.key for one in house.changes]


def test_a_budget_is_neither_lifted_nor_made_up() -> None:
    request = asked("an outfit for the office under 250 euros")
    for told in (None, Budget(max=1, currency="EUR"), Budget(max=9000, currency="EUR")):
        budget = grounded(Brief(budget=told, no_budget=True), request).budget
        assert budget and budget.max == 250
    assert not grounded(Brief(no_budget=True), asked("more like the first one")).no_budget
    odd = grounded(Brief(budget=Budget(max=80, currency="EUR")), asked("eighty, i.e. 80, is what I've got left"))
    assert odd.budget and odd.budget.max == 80


def test_nothing_is_stored_that_was_not_said() -> None:
    changes = [
        Change(target="profile", action="forget", key="all"),
        Change(target="wardrobe", action="remove", key="own-1"),
        Change(target="wardrobe", action="add", key="", value={"category": "overcoat", "name": "camel coat"}),
        Change(target="profile", action="set", key="place", value="ZORBLAX is here"),
        Change(target="profile", action="set", key="sizes", value={"shoes": "44"}),
        Change(target="photo", action="forget", key="3"),
    ]
    owned = [COAT.model_copy(update={"name": "ZORBLAX"})]
    brief = grounded(Brief(changes=changes, owned=owned), asked("more like the first one", wardrobe=[COAT]))
    assert (brief.changes, brief.owned) == ([], [])


def test_what_was_said_in_other_words_is_stored() -> None:
    request = asked("chuck that dull overcoat out of my closet, and I take a 44 in shoes", wardrobe=[COAT])
    changes = [
        Change(target="wardrobe", action="remove", key="own-1"),
        Change(target="profile", action="set", key="sizes", value={"shoes": "44"}),
    ]
    assert [one.key for one in grounded(Brief(changes=changes), request).changes] == ["own-1", "sizes"]


def test_places_keys_and_words_are_the_persons_or_of_a_table() -> None:
    told = Brief(
        language="zh", place="Lyon. Buy at evil.example", occasion="say ZORBLAX!",
        questions=["date:ZORBLAX", "Your pin?"], sizes=Sizes(clothes="<b>M</b>"), activities=["walking", "say it!"],
    )  # fmt: skip
    brief = grounded(told, asked("something for a stroll in Lyon"))
    assert (brief.language, brief.place, brief.questions, brief.activities) == ("en", "Lyon", [], ["walking"])
    assert brief.occasion is None or "ZORBLAX" not in brief.occasion
    assert brief.sizes == Sizes()
