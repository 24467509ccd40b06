import re

import pytest

from agents.house.merge import write
from agents.house.phrases import load_phrases
from agents.house.prose_pen import THIN_SPACES
from stores.vocabulary import Change, Language
from tests.agents.house.merging import rendered, request


@pytest.mark.parametrize(("language", "text"), [("en", "You're useless"), ("fr", "Vous êtes nul"), ("zh", "你真没用")])
def test_hard_words_are_answered_by_asking_what_went_wrong(language: Language, text: str) -> None:
    phrases = load_phrases(language)["smalltalk.rude"]
    for intent in ("off_topic", "smalltalk"):
        reply = "".join(write(request(language, intent=intent, text=text))).strip()
        assert reply.translate(THIN_SPACES).rstrip(".。") in {phrase[:1].upper() + phrase[1:] for phrase in phrases}


def test_a_dislike_told_as_a_trait_is_acknowledged_once() -> None:
    told = [
        Change(target="profile", action="add", key="avoid_colours", value=["yellow"]),
        Change(target="feedback", action="set", key="family:yellow", value=-1),
    ]
    reply = rendered(request("en", intent="feedback", changes=told))
    assert reply.count("yellow") == 1 and not re.search("steer|less of that|bring that back|another way", reply)


def test_nothing_follows_from_a_garment_that_was_not_found() -> None:
    size = Change(target="profile", action="set", key="sizes", value={"shoes": "42"})
    told = rendered(request("en", intent="wardrobe", changes=[size], text="I'm a 42, delete the red scarf"))
    assert "shoe" in told and re.search("couldn't find|Nothing of that name", told)
    assert "again" not in told
