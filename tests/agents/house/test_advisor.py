from typing import Any, Literal

from agents.contracts import Advised, AdviseRequest, CatalogDigest, StyleRules
from agents.house.advisor import advise, free_moves
from stores.categories import load_categories
from stores.colours import family_colour
from stores.vocabulary import Brief, Critique, Fix, Garment, Intent, Language, Profile, Range, Slot


def owned(category: str, family: str, **more: Any) -> Garment:
    known = load_categories()[category]
    values: dict[str, Any] = {"slot": known.slot, "formality": known.formality, "clo": known.clo, **more}
    return Garment(
        id=f"{category}-{family}", name=category, category=category, colours=[family_colour(family)], **values
    )  # type: ignore[arg-type]


TEE, CHINOS, SNEAKERS = owned("tee", "red"), owned("chinos", "green"), owned("sneakers", "white")
SHIRT = owned("shirt", "white")


def advised(
    *fixes: Fix,
    own: list[Garment] | None = None,
    worn: list[Garment] | None = None,
    language: Language = "en",
    formality: Range = (5, 7),
    intent: Intent = "relook",
    verdict: Literal["keep", "refine", "rethink"] = "refine",
) -> Advised:
    slots: list[Slot] = ["base_top", "bottom", "mid", "footwear"]
    rules = StyleRules(formality=formality, clo=None, slots=slots, optional=["mid", "outer"])
    critique = Critique(score=60, strengths=["right colours"], fixes=list(fixes), verdict=verdict)
    request = AdviseRequest(
        brief=Brief(intent=intent, language=language),
        conditions=None,
        pieces=list(worn or [TEE, CHINOS, SNEAKERS]),
        owned=own or [],
        profile=Profile(),
        critique=critique,
        rules=rules,
        catalog=CatalogDigest(currency="EUR", priced=True, categories=[]),
    )
    return advise(request)


def test_nothing_to_change_keeps_all_and_searches_for_nothing() -> None:
    found = advised()
    assert [keep.id for keep in found.advice.keep] == [TEE.id, CHINOS.id, SNEAKERS.id]
    assert len({keep.why for keep in found.advice.keep}) > 1
    assert found.advice.swap == [] and found.direction.wishes == []


def test_a_faulty_piece_is_swapped_and_the_rest_kept() -> None:
    found = advised(Fix(what="change the red tee for a dressier one", why="too plain", item=TEE.id))
    assert [swap.out for swap in found.advice.swap] == [TEE.id]
    assert found.direction.keep == [CHINOS.id, SNEAKERS.id]
    assert [wish.slot for wish in found.direction.wishes] == ["base_top"]


def test_a_swap_comes_from_the_wardrobe_where_it_can() -> None:
    found = advised(Fix(what="change the red tee", why="too plain", item=TEE.id), own=[TEE, SHIRT])
    assert found.advice.swap[0].in_ == SHIRT.id


def test_a_missing_layer_is_added() -> None:
    found = advised(Fix(what="add a layer", why="it is too light for the day"))
    assert [add.slot for add in found.advice.add] == ["mid"]
    assert [wish.slot for wish in found.direction.wishes] == ["mid"]


def test_moves_that_cost_nothing_follow_what_is_worn() -> None:
    assert free_moves([TEE, CHINOS]) == ["tuck"]
    assert free_moves([TEE, owned("chinos", "navy", fit="relaxed"), SNEAKERS]) == ["tuck", "cuff"]
    assert free_moves([owned("sheath_dress", "navy"), owned("blazer", "navy")]) == ["open_front"]


def test_what_a_look_lacks_is_wished_for_too() -> None:
    fix = Fix(what="change the red tee", why="too plain", item=TEE.id)
    whole = advised(fix, worn=[TEE, CHINOS, SNEAKERS])
    half = advised(fix, worn=[TEE, SNEAKERS])
    assert {wish.slot for wish in half.direction.wishes} - {wish.slot for wish in whole.direction.wishes} == {"bottom"}


def test_advice_is_in_the_persons_words() -> None:
    found = advised(Fix(what="ajouter une deuxième couche", why="c'est trop léger"), language="fr", formality=(2, 4))
    assert [add.slot for add in found.advice.add] == ["mid"]
    assert found.advice.moves == ["rentrer le haut devant"]


def test_nothing_is_worn_open_on_a_formal_day() -> None:
    worn = [SHIRT, CHINOS, owned("blazer", "navy"), SNEAKERS]
    relaxed, strict = (advised(worn=worn, formality=code).advice.moves for code in ((2, 4), (5, 7)))
    assert "wear the top layer open" in relaxed
    assert "wear the top layer open" not in strict


def test_a_sweater_is_not_worn_open() -> None:
    sweater, cardigan = owned("sweater", "grey"), owned("cardigan", "grey")
    assert "open_front" not in free_moves([sweater, CHINOS])
    assert "open_front" in free_moves([cardigan, CHINOS])


def test_what_is_to_be_matched_stays_whole_and_gets_what_it_lacks() -> None:
    fix = Fix(what="change the red tee", why="too plain", item=TEE.id)
    found = advised(fix, worn=[TEE], intent="complete")
    assert (found.advice.swap, found.direction.keep) == ([], [TEE.id])
    assert [add.slot for add in found.advice.add] == ["bottom", "footwear"]
    required = {wish.slot for wish in found.direction.wishes if wish.required}
    assert {"bottom", "footwear"} <= required and "base_top" not in required


def test_something_comes_to_a_whole_outfit_that_is_to_be_matched() -> None:
    found = advised(intent="complete")
    assert found.direction.keep == [TEE.id, CHINOS.id, SNEAKERS.id]
    assert [add.slot for add in found.advice.add] == ["mid"]
    assert [wish.slot for wish in found.direction.wishes if wish.required] == ["mid"]


def test_where_most_goes_so_does_the_rest_that_is_off_the_code() -> None:
    found_fixes = [Fix(what="change", why="too plain", item=one.id) for one in (TEE, CHINOS)]
    oxfords = owned("oxfords", "brown")
    found = advised(*found_fixes, worn=[TEE, CHINOS, SNEAKERS, oxfords], verdict="rethink")
    assert [swap.out for swap in found.advice.swap] == [TEE.id, CHINOS.id, SNEAKERS.id]
    assert found.direction.keep == [oxfords.id]
    assert "tuck the top in at the front" not in found.advice.moves


def test_each_piece_stays_for_what_is_true_of_it() -> None:
    jeans, cardigan = owned("jeans", "black"), owned("cardigan", "red")
    for language, words in (("en", "one colour"), ("fr", "seule couleur"), ("zh", "唯一")):
        found = advised(worn=[SHIRT, jeans, cardigan], language=language)
        whys = {keep.id: keep.why for keep in found.advice.keep}
        assert words in whys[cardigan.id] and words not in whys[SHIRT.id] + whys[jeans.id]
        assert len({*whys.values()}) > 1
