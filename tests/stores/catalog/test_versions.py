"""Which version directories stay, who may build, and what a reader holds."""

from pathlib import Path

import pytest

from stores.catalog.shop import CatalogMissing
from stores.catalog.versions import LOCK, IngestRunning, Versions


def publish(versions: Versions, version: str) -> None:
    with versions.open_building() as building:
        (building / "content").write_text(version)
        versions.publish(version)


def kept(versions: Versions) -> set[str]:
    return {path.name for path in versions.path("").iterdir()}


def test_nothing_was_published(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    assert versions.current() is None
    assert versions.stamp() is None
    with pytest.raises(CatalogMissing, match="maison catalog ingest demo"):
        versions.hold_current()


def test_publishing_replaces_the_pointer(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    publish(versions, "one")
    stamp = versions.stamp()
    publish(versions, "two")
    assert versions.current() == "two"
    assert versions.stamp() != stamp
    assert (versions.path("two") / "content").read_text() == "two"


def test_a_held_version_outlives_the_sweep(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    publish(versions, "one")
    name, held = versions.hold_current()
    publish(versions, "two")
    versions.sweep()
    assert (name, kept(versions)) == ("one", {"one", "two"})
    held.close()
    versions.sweep()
    assert kept(versions) == {"two"}


def test_an_old_version_that_is_still_held_can_come_back(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    publish(versions, "one")
    _, held = versions.hold_current()
    publish(versions, "two")
    publish(versions, "one")
    versions.sweep()
    held.close()
    assert kept(versions) == {"one"}
    assert versions.current() == "one"


def test_a_pointer_to_a_removed_version_is_no_version(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    publish(versions, "one")
    (versions.path("one") / LOCK).unlink()
    assert versions.current() is None
    with pytest.raises(CatalogMissing):
        versions.hold_current()


def test_one_ingest_at_a_time(tmp_path: Path) -> None:
    with Versions(tmp_path).open_building(), pytest.raises(IngestRunning), Versions(tmp_path).open_building():
        pass
    with Versions(tmp_path).open_building() as building:
        assert building.is_dir()


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    versions = Versions(tmp_path)
    versions.building.mkdir()
    (versions.building / "half").write_text("written")
    with versions.open_building() as building:
        assert [path.name for path in building.iterdir()] == [LOCK]
    assert not versions.building.exists()
