import pytest

from agents.house.merge import write
from agents.house.phrases import load_phrases
from agents.house.prose.pen import THIN_SPACES
from stores.vocabulary import Language
from tests.agents.house.merge_requests import LANGUAGES, request


@pytest.mark.parametrize(("language", "text"), [("en", "You're useless"), ("fr", "Vous êtes nul"), ("zh", "你真没用")])
def test_hard_words_are_answered_by_asking_what_went_wrong(language: Language, text: str) -> None:
    phrases = load_phrases(language)["smalltalk.rude"]
    for intent in ("off_topic", "smalltalk"):
        reply = "".join(write(request(language, intent=intent, text=text))).strip()
        assert reply.translate(THIN_SPACES).rstrip(".。") in {phrase[:1].upper() + phrase[1:] for phrase in phrases}


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_speaks_another_language_is_told_which_are_spoken(language: Language) -> None:
    phrases = load_phrases(language)["off_topic.foreign"]
    asked = request(language, intent="off_topic", text="necesito un vestido", refers_to=["language"])
    assert "".join(write(asked)).strip().translate(THIN_SPACES).rstrip(".。") in phrases
