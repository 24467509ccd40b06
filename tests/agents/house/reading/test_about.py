"""Questions about what was shown, told from wishes; and which of the looks they are about."""

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.vocabulary import Brief, Language, Profile
from tests.agents.house.test_understand import TODAY, before


def asked(text: str, language: Language = "en", section: str = "after_outfits") -> Brief:
    return understand(UnderstandRequest(text=text, today=TODAY, profile=Profile(language=language), **before(section)))


@pytest.mark.parametrize(
    ("text", "language", "about"),
    [
        ("how much is the first one?", "en", ["price"]),
        ("what does it all come to?", "en", ["price"]),
        ("is the bag leather?", "en", ["fabric"]),
        ("what are the sandals made of?", "en", ["fabric"]),
        ("who makes the bag?", "en", ["brand"]),
        ("what sizes does it come in?", "en", ["size"]),
        ("will I be cold?", "en", ["warmth"]),
        ("is it waterproof?", "en", ["rain"]),
        ("can I wear it to the office too?", "en", ["occasion"]),
        ("which one is the most comfortable?", "en", ["comfort"]),
        ("why the second one?", "en", ["why"]),
        ("compare the first and the second", "en", ["compare"]),
        ("c'est combien en tout ?", "fr", ["price"]),
        ("c'est du cuir, le sac ?", "fr", ["fabric"]),
        ("je vais avoir froid ?", "fr", ["warmth"]),
        ("ça irait aussi pour le bureau ?", "fr", ["occasion"]),
        ("pourquoi la deuxième ?", "fr", ["why"]),
        ("一共多少钱？", "zh", ["price"]),
        ("包是什么料子的？", "zh", ["fabric"]),
        ("会冷吗？", "zh", ["warmth"]),
        ("第二套上班也能穿吗？", "zh", ["occasion"]),
        ("won't I slip?", "en", ["grip"]),
        ("will I slip in those?", "en", ["grip"]),
        ("je ne vais pas glisser ?", "fr", ["grip"]),
        ("会滑吗？", "zh", ["grip"]),
        ("what about the bag, is it leather?", "en", ["fabric"]),
    ],
)
def test_a_question_names_its_topic_and_changes_nothing(text: str, language: Language, about: list[str]) -> None:
    brief = asked(text, language)
    assert brief.about == about
    assert (brief.intent, brief.refinement.change if brief.refinement else None) == ("ask_advice", "again")
    assert (brief.wanted, brief.colours, brief.fabrics, brief.stated_weather) == ([], [], [], [])


@pytest.mark.parametrize(
    "text",
    [
        "in cotton please",
        "how much is a good suit?",
        "something warmer",
        "do you have it in burgundy?",
        "under 100 please",
        "what goes with the second one?",
        "show me the second again",
        "why not a skirt instead?",
        "should I wear a hat?",
    ],
)
def test_a_wish_is_no_question_about_what_was_shown(text: str) -> None:
    assert asked(text).about in ([], ["guide"])


def test_without_looks_nothing_is_asked_of_them() -> None:
    assert asked("how much is it?", section="alone").about == []


def test_a_total_is_that_of_every_look_and_a_warmth_that_of_the_first() -> None:
    total, warmth, second = asked("how much in all?"), asked("will I be cold?"), asked("how much is the second one?")
    looks = [brief.refinement.looks for brief in (total, warmth, second) if brief.refinement]
    assert looks == [["L1", "L2", "L3"], ["L1"], ["L2"]]


@pytest.mark.parametrize("text", ["I'm a man", "size S", "I'm vegan", "I hate green", "I never wear sandals"])
def test_what_a_person_tells_after_looks_makes_them_anew(text: str) -> None:
    brief = asked(text)
    assert (brief.intent, brief.refinement.change if brief.refinement else None) == ("outfit", "amend")
    assert brief.changes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("remember I never wear yellow", "en"),
        ("retiens que je ne porte jamais de jaune", "fr"),
        ("记住我不穿黄色", "zh"),
    ],
)
def test_what_no_look_has_anyway_is_kept_and_changes_none(text: str, language: Language) -> None:
    brief = asked(text, language)
    assert (brief.intent, brief.refinement.change if brief.refinement else None) == ("outfit", "again")
    assert [change.value for change in brief.changes] == ["yellow"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [("I was cold in it", "profile"), ("I love the second one", "feedback"), ("thanks", "smalltalk")],
)
def test_the_past_and_opinions_make_nothing_anew(text: str, intent: str) -> None:
    assert asked(text).intent == intent
    assert asked("I'm a man", section="alone").intent == "profile"
