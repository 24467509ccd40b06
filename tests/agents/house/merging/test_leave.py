"""What one may do at an occasion: leave a piece out, come in a colour."""

import pytest

from agents.house.phrases import load_phrases
from stores.vocabulary import Conditions, Language, Taboo
from tests.agents.house.merge_requests import rendered, request

TIES: dict[Language, str] = {
    "en": "is it ok without a tie?", "fr": "est-ce que ça passe sans cravate ?", "zh": "不打领带行吗",
}  # fmt: skip
GREYS: dict[Language, str] = {
    "en": "can I wear grey to a funeral?", "fr": "est-ce que ça passe, du gris ?", "zh": "葬礼可以穿灰色吗",
}  # fmt: skip


def says(text: str, key: str, language: Language) -> bool:
    """Whether a text opens with one of the phrases of a key, up to its first slot."""
    text = text.replace("\u202f", " ").replace("\xa0", " ")
    return any(text.startswith(phrase.split("{")[0][:6]) for phrase in load_phrases(language)[key])


@pytest.mark.parametrize("language", TIES)
def test_a_piece_may_be_missing_where_no_code_asks_for_it(language: Language) -> None:
    for code, need in (("business_formal", "required"), ("cocktail", "optional")):
        sky = Conditions(formality=(4, 7), dress_code=code)
        asked = request(
            language, intent="ask_advice", text=TIES[language], avoid_categories=["tie"], occasion="office", sky=sky
        )
        assert says(rendered(asked), f"leaves.{need}", language)


@pytest.mark.parametrize("language", GREYS)
def test_a_sober_colour_is_right_in_mourning_and_a_bright_one_is_not(language: Language) -> None:
    sky = Conditions(formality=(4, 7), dress_code="mourning")
    grey = request(language, intent="ask_advice", text=GREYS[language], colours=["grey"], occasion="funeral", sky=sky)
    assert says(rendered(grey), "may_colour.mourning", language)
    bright = {
        "en": "can I wear purple to a funeral?",
        "fr": "est-ce que ça passe, du violet ?",
        "zh": "葬礼可以穿紫色吗",
    }
    purple = request(
        language, intent="ask_advice", text=bright[language], colours=["purple"], occasion="funeral", sky=sky
    )
    assert says(rendered(purple), "may_colour.mourning_bright", language)


@pytest.mark.parametrize("language", TIES)
def test_shorts_are_too_bare_for_a_temple_and_a_tie_is_asked_if_it_must_be(language: Language) -> None:
    bare = Conditions(formality=(2, 5), dress_code="modest", taboos=[Taboo(what="bare:knees", why="custom", hard=True)])
    shorts = {"en": "are shorts ok for a temple?", "fr": "un short, ça passe au temple ?", "zh": "短裤可以吗"}
    asked = request(
        language, intent="ask_advice", text=shorts[language], categories=["shorts"], occasion="temple", sky=bare
    )
    assert says(rendered(asked), "suits.too_bare", language)
    need = {"en": "do I have to wear tights?", "fr": "faut-il mettre des collants ?", "zh": "丝袜要不要穿"}
    sky = Conditions(formality=(6, 7), dress_code="business_formal")
    tights = request(
        language, intent="ask_advice", text=need[language], categories=["tights"], occasion="job_interview", sky=sky
    )
    assert says(rendered(tights), "needs.optional", language)
