from pathlib import Path

import pytest

from prompts.differences import compare_prompts, differing
from prompts.loader import load_prompt, source_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guides").mkdir()
    return tmp_path


def test_a_folder_that_says_the_same_does_not_differ(folder: Path) -> None:
    with pytest.raises(ValueError, match="holds no prompts"):
        compare_prompts(None, folder)
    (folder / "style.md").write_text(source_of(load_prompt("style")), encoding="utf-8")
    assert compare_prompts(None, folder) == []


def test_a_guide_moves_each_prompt_that_includes_it(folder: Path) -> None:
    (folder / "guides/dress.md").write_text("Dress plainly.", encoding="utf-8")
    found = {one.role: one for one in compare_prompts(None, folder)}
    assert set(found) == {"style", "critique", "advise"}
    assert all(one.guides == ["dress"] and one.is_prose and not one.voice for one in found.values())
    back = {one.role: one for one in compare_prompts(folder, None)}
    assert back["style"].after.version == found["style"].before.version == load_prompt("style").version


def test_a_voice_is_no_prose(folder: Path) -> None:
    quiet = source_of(load_prompt("merge")).replace("sentences = 6", "sentences = 2")
    (folder / "merge.md").write_text(quiet, encoding="utf-8")
    (one,) = compare_prompts(None, folder)
    assert (one.role, one.voice, one.is_prose, one.words) == ("merge", {"sentences": (6, 2)}, False, [])


def test_words_that_are_gone_and_new_stand_among_those_beside_them() -> None:
    rest = " and".join(f" {number}" for number in range(60))
    found = differing(f"Wear the blue coat{rest} today.", f"Wear the warm blue coat{rest} tonight.")
    changed = [(one.kind, one.text.strip()) for one in found if one.kind != "same"]
    assert changed == [("new", "warm"), ("gone", "today"), ("new", "tonight")]
    assert sum("…" in one.text for one in found) == 1
    assert len("".join(one.text for one in found)) < 200
    assert differing("a b", "a b") == []
    assert [one.kind for one in differing("red and blue,\nthen", "red and blue, then")] == ["same"]
    assert [one.text for one in differing("a blue coat here", "a warm red coat here")] == [
        "a", " blue", " warm red", " coat here",
    ]  # fmt: skip


def test_a_broken_folder_is_named(folder: Path) -> None:
    (folder / "style.md").write_text("$nowhere", encoding="utf-8")
    with pytest.raises(ValueError, match=r"style\.md"):
        compare_prompts(None, folder)
