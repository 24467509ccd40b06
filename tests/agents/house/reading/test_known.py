"""What is to be forgotten, against a profile that holds it."""

from datetime import date
from typing import Any

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.profile import changed
from stores.vocabulary import Profile, Sizes

KNOWN = Profile(
    sizes=Sizes(clothes="M", shoes="39"),
    place="Lyon",
    colours=["grey", "green"],
    avoid_colours=["yellow"],
    fabrics=["linen"],
    avoid_fabrics=["wool", "nickel"],
    patterns=["dot"],
    avoid_patterns=["stripe"],
    avoid_categories=["midi_skirt", "mini_skirt", "maxi_skirt"],
)


def after(text: str) -> dict[str, Any]:
    """What the profile lacks, or has instead, once the sentence was heard."""
    brief = understand(UnderstandRequest(text=text, today=date(2027, 5, 3), profile=KNOWN))
    assert brief.intent == "profile", text
    before, left = KNOWN.model_dump(), changed(KNOWN, brief.changes)[0].model_dump()
    return {key: left[key] for key in left if left[key] != before[key]}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("forget that I like grey", {"colours": ["green"]}),
        ("please forget about yellow", {"avoid_colours": []}),
        ("stop remembering that I love linen", {"fabrics": []}),
        ("forget that I'm allergic to wool", {"avoid_fabrics": ["nickel"]}),
        ("I'm not allergic to wool any more", {"avoid_fabrics": ["nickel"]}),
        ("forget that I don't wear skirts", {"avoid_categories": []}),
        ("I don't mind yellow", {"avoid_colours": []}),
        ("forget that I'm vegan", {"avoid_fabrics": ["nickel"]}),
        ("I'm no longer vegan", {"avoid_fabrics": ["nickel"]}),
        ("forget that I'm allergic to nickel", {"avoid_fabrics": ["wool"]}),
        ("je ne suis plus vegan", {"avoid_fabrics": ["nickel"]}),
        ("forget that I never wear stripes", {"avoid_patterns": []}),
        ("oublie que j'aime les pois", {"patterns": []}),
        ("忘掉我不穿条纹", {"avoid_patterns": []}),
        ("forget what I like", {"colours": [], "fabrics": [], "patterns": []}),
        ("forget my shoe size", {"sizes": {"clothes": "M", "shoes": None}}),
        ("I no longer live in Lyon", {"place": None}),
        ("forget where I live", {"place": None}),
        ("delete that I like grey", {"colours": ["green"]}),
        ("efface que j'aime le gris", {"colours": ["green"]}),
        ("supprime ma pointure", {"sizes": {"clothes": "M", "shoes": None}}),
        ("删掉我喜欢灰色", {"colours": ["green"]}),
        ("I no longer like green", {"colours": ["grey"], "avoid_colours": ["yellow", "green"]}),
        ("je n'aime plus le vert", {"colours": ["grey"], "avoid_colours": ["yellow", "green"]}),
        ("我不再喜欢绿色了", {"colours": ["grey"], "avoid_colours": ["yellow", "green"]}),
        ("oublie que j'aime le gris", {"colours": ["green"]}),
        ("oubliez que je suis allergique à la laine", {"avoid_fabrics": ["nickel"]}),
        ("je ne suis plus allergique à la laine", {"avoid_fabrics": ["nickel"]}),
        ("oublie que je ne porte pas de jupes", {"avoid_categories": []}),
        ("oublie l'endroit où j'habite", {"place": None}),
        ("je n'habite plus à Lyon", {"place": None}),
        ("忘掉我喜欢灰色", {"colours": ["green"]}),
        ("别再记着我讨厌黄色", {"avoid_colours": []}),
        ("忘掉我对羊毛过敏", {"avoid_fabrics": ["nickel"]}),
        ("忘记我的鞋码", {"sizes": {"clothes": "M", "shoes": None}}),
        ("我不住在里昂了", {"place": None}),
        ("forget that I like purple", {}),
        ("oublie que j'aime le violet", {}),
        ("忘掉我喜欢紫色", {}),
    ],
)
def test_what_is_named_is_forgotten_and_the_rest_stays(text: str, left: dict[str, Any]) -> None:
    assert after(text) == left


@pytest.mark.parametrize(
    "text", ["forget everything you know about me", "oublie tout ce que tu sais de moi", "忘掉关于我的一切"]
)
def test_all_of_it_can_be_forgotten(text: str) -> None:
    brief = understand(UnderstandRequest(text=text, today=date(2027, 5, 3), profile=KNOWN))
    assert changed(KNOWN, brief.changes)[0] == Profile()


@pytest.mark.parametrize(
    "text",
    ["forget the budget, show me a grey coat", "a grey skirt for the office", "oublie le budget, un manteau gris"],
)
def test_a_wish_takes_nothing_back(text: str) -> None:
    brief = understand(UnderstandRequest(text=text, today=date(2027, 5, 3), profile=KNOWN))
    assert [change for change in brief.changes if change.action in {"forget", "remove"}] == []
    assert brief.intent == "find"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("what was my size again?", "profile:sizes"),
        ("what are my tastes again?", "profile:avoid_colours"),
        ("remind me what I told you about colours", "profile:avoid_colours"),
        ("c'est quoi ma pointure encore ?", "profile:sizes.shoes"),
        ("rappelle-moi ce que je t'ai dit sur les couleurs", "profile:avoid_colours"),
    ],
)
def test_a_fact_that_is_asked_once_more_is_told(text: str, key: str) -> None:
    brief = understand(UnderstandRequest(text=text, today=date(2027, 5, 3), profile=KNOWN))
    assert brief.intent == "profile"
    assert key in brief.refers_to


@pytest.mark.parametrize(
    "text", ["what do you know about my taste?", "que sais-tu de mes goûts ?", "我的喜好你知道吗？"]
)
def test_who_asks_about_their_taste_is_told_of_likes_and_dislikes(text: str) -> None:
    brief = understand(UnderstandRequest(text=text, today=date(2027, 5, 3), profile=KNOWN))
    assert brief.intent == "profile"
    assert {"profile:colours", "profile:avoid_fabrics"} <= {*brief.refers_to}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("forget what I told you about yellow", {"avoid_colours": []}),
        ("forget everything I said about wool", {"avoid_fabrics": ["nickel"]}),
        ("delete what you know about my size", {"sizes": {"clothes": None, "shoes": None}}),
        ("oublie ce que je t'ai dit sur le jaune", {"avoid_colours": []}),
        ("efface tout ce que je t'ai dit sur la laine", {"avoid_fabrics": ["nickel"]}),
        ("oubliez ce que vous savez de ma pointure", {"sizes": {"clothes": "M", "shoes": None}}),
        ("忘掉我说过的灰色", {"colours": ["green"]}),
        ("把我告诉你的羊毛的事忘了", {"avoid_fabrics": ["nickel"]}),
        ("忘掉我告诉你的尺码", {"sizes": {"clothes": None, "shoes": None}}),
    ],
)
def test_what_is_named_behind_everything_is_all_that_is_forgotten(text: str, left: dict[str, Any]) -> None:
    assert after(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "delete all my data",
        "remove all my information please",
        "clear everything you've learned about me",
        "supprime toutes mes données",
        "effacez tout ce que vous avez retenu sur moi",
        "enlève toutes mes infos",
        "把你记住的关于我的都删掉",
        "把我的信息全部删除",
        "清空你对我的记忆",
    ],
)
def test_everything_is_forgotten_however_it_is_said(text: str) -> None:
    assert set(after(text)) >= {"sizes", "place", "colours", "avoid_fabrics", "avoid_categories"}
