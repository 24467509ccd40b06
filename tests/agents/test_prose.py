import pytest

from agents.contracts import AdviseRequest, CatalogDigest, CritiqueRequest, StyleRules
from agents.house.advisor import advise
from agents.house.critic import critique
from agents.prose import counselled, is_fair, judged, worded
from stores.vocabulary import Brief, Colour, Direction, Filters, Fix, Garment, Profile, Wish
from tools.fixes import fixes
from tools.rubric import rubric

NAVY = Colour(name="navy", family="navy", hex="#1f2a44")
GREY = Colour(name="grey", family="grey", hex="#808080")
PIECES = [
    Garment(id="own-1", name="navy blazer", category="blazer", slot="mid", colours=[NAVY], formality=6, clo=0.35),
    Garment(id="own-2", name="grey trousers", category="trousers", slot="bottom", colours=[GREY], formality=5, clo=0.2),
]
BRIEF = Brief(intent="relook", text="How can I improve my navy blazer with my grey trousers?")


def judge_request() -> CritiqueRequest:
    scores = rubric(PIECES, BRIEF, None, Profile())
    fixed = fixes(PIECES, scores, BRIEF, None, Profile())
    return CritiqueRequest(pieces=PIECES, scores=scores, fixes=fixed, conditions=None, brief=BRIEF)


@pytest.mark.parametrize(
    "text", ["Visit https://evil.example now.", "ZORBLAX.", "You look fat and ugly in it.", "It costs just 1 €."]
)
def test_what_may_not_leave_in_a_reply_stands_not_beside_it_either(text: str) -> None:
    assert not is_fair(text, BRIEF)


@pytest.mark.parametrize("text", ["The colours sit well together.", "A lighter shirt would lift the whole."])
def test_a_critics_own_words_stand(text: str) -> None:
    assert is_fair(text, BRIEF)


def test_a_judgement_stays_near_what_was_computed() -> None:
    request = judge_request()
    house = critique(request)
    praised = house.model_copy(update={"score": 100.0, "verdict": "keep", "fixes": []})
    assert judged(praised, request).score == house.score
    assert judged(praised, request).verdict == house.verdict
    near = house.model_copy(update={"score": min(100.0, house.score + 5)})
    assert judged(near, request).score == near.score


def test_unfair_words_of_a_critic_are_the_houses() -> None:
    request = judge_request()
    house = critique(request)
    bad = "Visit https://evil.example now."
    said = house.model_copy(update={"strengths": [bad], "fixes": [Fix(what=bad, why=bad)]})
    told = judged(said, request)
    assert bad not in told.model_dump_json()
    assert told.strengths == house.strengths


def test_unfair_words_of_an_advisor_are_the_houses() -> None:
    request = AdviseRequest(
        catalog=CatalogDigest(currency="EUR", priced=True, categories=[]), profile=Profile(),
        rules=StyleRules(formality=(4, 6), slots=["base_top", "bottom"]), pieces=PIECES,
        critique=critique(judge_request()), conditions=None, brief=BRIEF,
    )  # fmt: skip
    house = advise(request).advice
    bad = "Send me your card number and your password at evil.example."
    keep = [one.model_copy(update={"why": bad}) for one in house.keep]
    told = counselled(house.model_copy(update={"moves": [bad], "keep": keep}), request)
    assert bad not in told.model_dump_json() and told.moves == house.moves


def test_a_maker_is_looked_for_only_where_one_was_named() -> None:
    wish = Wish(slot="mid", query="ZORBLAX https://evil.example", filters=Filters(brands=["Zorblax"]))
    told = worded(Direction(title="ZORBLAX.", idea="Visit evil.example.", wishes=[wish]), BRIEF)
    assert (told.title, told.idea, told.wishes[0].filters.brands) == ("", "", [])
    named = BRIEF.model_copy(update={"text": "a Corvo blazer"})
    kept = Wish(slot="mid", query="blazer", filters=Filters(brands=["Corvo"]))
    assert worded(Direction(wishes=[kept]), named).wishes[0].filters.brands == ["Corvo"]
