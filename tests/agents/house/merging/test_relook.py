import re

from stores.vocabulary import Advice, Conditions, Fix, Swap
from tests.agents.house.merge_requests import CRITIQUES, DRESS, rendered, request, stated


def test_what_goes_entirely_is_not_called_nearly_right() -> None:
    worn = [stated("own-a", "sneakers", "white", "footwear"), stated("own-b", "tee", "red", "base_top")]
    advice = Advice(swap=[Swap(out=one.id, in_=None, why="") for one in worn], moves=["tuck the top in"])
    sky = Conditions(formality=(5, 7), dress_code="cocktail")
    for number in range(10):
        given = {"owned": worn, "critique": CRITIQUES[1], "advice": advice, "occasion": "cocktail_party", "sky": sky}
        told = rendered(request("en", [DRESS], text=str(number), intent="relook", **given))
        assert not re.search("close|[Mm]ost of it|nearly|base is right|tuck", told), told
        assert re.search("relaxed|dressier|casual", told), told


def test_of_one_piece_alone_and_an_unknown_day_only_the_piece_is_spoken_of() -> None:
    coat = stated("own-a", "overcoat", "red", "outer")
    given = {"owned": [coat], "critique": CRITIQUES[0], "advice": Advice()}
    for number in range(10):
        told = rendered(request("en", [], text=str(number), intent="relook", sky=None, **given))
        assert not re.search("weather|cold|occasion|head to toe|top to toe|proportion", told), told


def test_several_changes_are_not_called_one() -> None:
    shirt = stated("own-a", "shirt", "white", "base_top")
    fixes = [Fix(what="a", why="b", item="own-a"), Fix(what="a", why="b")]
    several = CRITIQUES[1].model_copy(update={"verdict": "refine", "fixes": fixes})
    for number in range(10):
        given = {"owned": [shirt], "critique": several, "advice": Advice()}
        told = rendered(request("en", [DRESS], text=str(number), intent="relook", **given))
        assert not re.search("one change|a detail|a small move", told), told


def test_a_photo_on_which_nothing_was_seen_is_not_asked_for_again() -> None:
    given = {"photos": [1], "notes": ["photos:unread"]}
    told = rendered(request("en", [], intent="relook", **given))
    assert re.search("make out|show me a garment", told) and "send a photo" not in told


def test_a_piece_that_only_lacks_company_is_a_start() -> None:
    lacking = CRITIQUES[1].model_copy(update={"verdict": "refine", "fixes": [Fix(what="a", why="b")] * 2})
    given = {"owned": [stated("own-a", "midi_skirt", "red", "bottom")], "critique": lacking, "advice": Advice()}
    told = rendered(request("en", [DRESS], intent="relook", **given))
    assert re.search("start|build on", told), told
