import pytest

from agents.house.merge import write
from agents.house.phrases import load_phrases
from agents.house.prose.pen import THIN_SPACES
from stores.vocabulary import Language
from tests.agents.house.merge_requests import request


@pytest.mark.parametrize(("language", "text"), [("en", "You're useless"), ("fr", "Vous êtes nul"), ("zh", "你真没用")])
def test_hard_words_are_answered_by_asking_what_went_wrong(language: Language, text: str) -> None:
    phrases = load_phrases(language)["smalltalk.rude"]
    for intent in ("off_topic", "smalltalk"):
        reply = "".join(write(request(language, intent=intent, text=text))).strip()
        assert reply.translate(THIN_SPACES).rstrip(".。") in {phrase[:1].upper() + phrase[1:] for phrase in phrases}
