from pathlib import Path

import pytest

from stores.files import is_segment, read_if_there, write_whole


def test_write_makes_folders_replaces_and_leaves_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["b.json"]


def test_a_write_that_fails_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    write_whole(path, b"one")
    with pytest.raises(TypeError):
        write_whole(path, "no bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"one"
    assert len(list(tmp_path.iterdir())) == 1


def test_what_is_not_there_reads_as_none(tmp_path: Path) -> None:
    assert read_if_there(tmp_path / "no") is None


@pytest.mark.parametrize("name", ["..", ".", "", "a/b", "a.json", "-x", "a\n", "é"])
def test_names_that_could_leave_a_folder_are_refused(name: str) -> None:
    assert not is_segment(name)


def test_ids_are_segments() -> None:
    assert is_segment("01a1fd7f-1dd1-715f-b20b-c211a90addce")
