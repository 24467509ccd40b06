"""Talks that begin in a low mood: a kind word first, then the clothes where they are asked for."""

import pytest

from agents.house.phrases import load_phrases
from tests.conftest import Talk


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("zh", "今天心情不好", "low_alone"), ("zh", "穿什么能让心情好一点", "low"),
        ("en", "I'm feeling a bit down today, what could I wear to cheer myself up?", "low"),
        ("fr", "Je suis de mauvaise humeur aujourd'hui, je mets quoi ?", "low"),
    ],
)  # fmt: skip
async def test_a_low_mood_gets_a_kind_word_first(talk: Talk, language: str, text: str, key: str):
    reply = (await talk.say(text))["messages"][-1].text
    assert any(reply.startswith(phrase[:12]) for phrase in load_phrases(language)[f"smalltalk.{key}"])
