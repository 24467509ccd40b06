from typing import get_args

import pytest

from stores.vocabulary import Language
from tools.preview.notes import Refusal, is_refusal, label_of, load_notes, note_of


@pytest.mark.parametrize("missing", [*get_args(Refusal), "not kept: face, skin", "not painted: timeout after 5 s"])
@pytest.mark.parametrize("language", get_args(Language))
def test_every_reason_has_a_sentence_in_every_language(missing: str, language: Language) -> None:
    note = note_of(missing, language)
    assert note.endswith((".", "。")) and "timeout" not in note
    assert is_refusal(missing) == (":" not in missing)


def test_the_sentences_differ_and_none_speaks_of_bodies() -> None:
    why = load_notes()["why"]
    assert all(len({words[language] for words in why.values()}) == len(why) for language in get_args(Language))
    assert "body" not in " ".join(words["en"] for words in why.values())


def test_a_label_has_latin_letters_to_fall_back_on() -> None:
    assert label_of("zh") == ["AI 生成图片", "AI-generated image"]
