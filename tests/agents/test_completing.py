"""What a model leaves out of its wishes is what the house would have wished for."""

from datetime import date

import pytest
from jsonschema import Draft202012Validator
from langchain_core.messages import AIMessage

from agents.completing import amended, completed, styled
from agents.contracts import CatalogDigest, CheckRequest, StyleRequest, StyleRules, UnderstandRequest
from agents.house.stylist import style
from agents.house.understand import understand
from agents.replies import reply_schema
from agents.structure import understood
from evals.scripted.answers import answer
from stores.vocabulary import Direction, Filters, Profile, Wish
from tools.rules import style_rules

TEXTS = (
    "What do I wear to a wedding in June? Under 150 euros, I like green, no leather. I'm a woman, size M.",
    "I need a black blazer and grey trousers for a job interview, I'm a man",
    "Une tenue pour un dîner, pas de talons, taille S",
    "要一件红色的大衣，冬天穿",
)


def request_for(text: str) -> StyleRequest:
    brief = understand(UnderstandRequest(text=text, today=date(2027, 5, 1)))
    rules = StyleRules.model_validate(style_rules(brief, None, Profile()), from_attributes=True)
    digest = CatalogDigest(currency="EUR", priced=True, categories=[])
    return StyleRequest(catalog=digest, profile=Profile(), rules=rules, conditions=None, brief=brief)


@pytest.mark.parametrize("text", TEXTS)
def test_a_direction_with_its_gaps_filled_is_the_houses(text):
    request = request_for(text)
    said = answer(request)
    schema = reply_schema(Direction)
    parsed = understood(AIMessage(said), Direction)
    Draft202012Validator(schema).validate(parsed.model_dump(mode="json", exclude_unset=True))
    assert "avoid_categories" not in said
    assert styled(parsed, request).wishes == style(request).wishes


def test_a_model_may_not_forget_a_refusal_nor_what_was_named():
    request = request_for(TEXTS[0])
    kinds = ["midi_dress"]
    lazy = Direction(idea="x", wishes=[Wish(slot="one_piece", query="a dress", filters=Filters(categories=kinds))])
    made = styled(lazy, request)
    dress = next(wish for wish in made.wishes if wish.slot == "one_piece")
    assert (dress.query, dress.filters.categories) == ("a dress", kinds)
    assert "leather" in dress.filters.avoid_fabrics
    assert dress.filters.sizes
    assert {wish.slot for wish in style(request).wishes if wish.required} <= {wish.slot for wish in made.wishes}


def test_what_the_person_named_stays_as_it_was_ordered():
    request = request_for(TEXTS[1])
    other = Filters(categories=["hoodie"], colours=["pink"])
    made = styled(Direction(wishes=[Wish(slot="mid", query="a hoodie", filters=other)]), request)
    jacket = next(wish for wish in made.wishes if wish.slot == "mid")
    assert (jacket.filters.categories, jacket.filters.colours) == (["blazer"], ["black"])


def test_a_kind_that_is_refused_is_not_searched():
    request = request_for(TEXTS[2])
    shoes = next(wish for wish in style(request).wishes if wish.slot == "footwear")
    slot, refused = shoes.slot, [kind for kind in shoes.filters.avoid_categories if kind == "heels"]
    assert refused
    wish = Wish(slot=slot, query="x", filters=Filters(categories=refused))
    (made,) = completed([wish], style(request).wishes, None)
    assert made.filters.categories == []


def test_an_answer_in_words_stays_one():
    assert styled(Direction(idea="Cut matters more."), request_for(TEXTS[0])).wishes == []


def test_a_critic_opens_only_what_was_wished_for():
    request = request_for(TEXTS[0])
    checked = CheckRequest(
        brief=request.brief, conditions=None, direction=style(request), reviews=[], wanted=3, dropped=[]
    )
    wishes = [Wish(slot="one_piece", query="anything"), Wish(slot="bag", query="a bag"), Wish(slot="outer", query="y")]
    made = amended(wishes, checked)
    assert {wish.slot for wish in made} == {wish.slot for wish in wishes} & {w.slot for w in style(request).wishes}
    assert all("leather" in wish.filters.avoid_fabrics for wish in made)
