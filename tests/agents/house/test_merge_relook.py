import re

from stores.vocabulary import Advice, Conditions, Swap
from tests.agents.house.merging import CRITIQUES, DRESS, rendered, request, stated


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
