import subprocess
import sys
from pathlib import Path

import pytest

from stores.lock import NAME, Owned, own, owner

HOLD = """
import sys
from pathlib import Path
from stores.lock import own
with own(Path(sys.argv[1]), "http://127.0.0.1:9"):
    print("owned", flush=True)
    sys.stdin.read()
"""


def test_the_owner_is_known_while_it_owns(tmp_path: Path) -> None:
    directory = tmp_path / "new"
    assert owner(directory) is None
    with own(directory, "http://127.0.0.1:8123"):
        assert owner(directory) == "http://127.0.0.1:8123"
    assert owner(directory) is None


def test_a_second_owner_is_told_of_the_first(tmp_path: Path) -> None:
    with own(tmp_path, "http://127.0.0.1:8123"):
        with pytest.raises(Owned, match="8123"), own(tmp_path, "http://127.0.0.1:9"):
            pass
        assert owner(tmp_path) == "http://127.0.0.1:8123"


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), own(tmp_path, "a"):
        _ = 1 / 0
    with own(tmp_path, "b"):
        assert owner(tmp_path) == "b"


def test_a_killed_owner_leaves_nothing_to_clean_up(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "owned\n"
        assert owner(tmp_path) == "http://127.0.0.1:9"
        with pytest.raises(Owned, match=str(process.pid)), own(tmp_path, "mine"):
            pass
        process.kill()
    assert (tmp_path / NAME).read_text() != ""
    assert owner(tmp_path) is None
    with own(tmp_path, "mine"):
        assert owner(tmp_path) == "mine"
