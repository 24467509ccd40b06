"""`python -m tests.evals.seeded [NAME ...] [--shops DIR]`: bugs, one at a time, and whether the suite of each notices.

Each is put into a scratch copy of the source; its suite has to fail there and to pass without. Exit 1 where a bug gets
by, where a suite fails without it, or where its place in the source is gone.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.evals.seeded.bugs import Bug, StaleBug, Unplayed, failing, load_bugs, play, scratch, spoilt


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*", help="bugs; unset, all")
    options.add_argument("--shops", type=Path, help="folder that keeps catalogues from run to run")
    chosen = options.parse_args()
    bugs = [bug for bug in load_bugs() if not chosen.names or bug.name in chosen.names]
    with TemporaryDirectory(prefix="maison-shops-") as folder, scratch() as root:
        shops = chosen.shops or Path(folder)
        sound = clean(bugs, root, shops)
        missed = [bug.name for bug in bugs if not noticed(bug, root, shops, sound)]
    tell(f"\n{len(bugs) - len(missed)} of {len(bugs)} bugs were caught.")
    sys.exit(1 if missed else 0)


def clean(bugs: Sequence[Bug], root: Path, shops: Path) -> dict[str, dict[str, str]]:
    """What fails without any bug, by bug: nothing, or the bug shows nothing."""
    asked: dict[tuple[str, str], list[str]] = defaultdict(list)
    for bug in bugs:
        asked[bug.suite, bug.model] += bug.cases
    played = {key: play(root, *key, list(dict.fromkeys(cases)), shops) for key, cases in asked.items()}
    return {
        bug.name: {
            name: why for name, why in failing(played[bug.suite, bug.model], bug.catches).items() if name in bug.cases
        }
        for bug in bugs
    }


def noticed(bug: Bug, root: Path, shops: Path, sound: dict[str, dict[str, str]]) -> bool:
    """Whether the suite fails with the bug alone; tells it."""
    try:
        with spoilt(bug, root), TemporaryDirectory(prefix="maison-shop-") as own:
            made = Path(own) if bug.anew else shops
            found = failing(play(root, bug.suite, bug.model, bug.cases, made), bug.catches)
    except (StaleBug, Unplayed) as error:
        tell(f"STALE   {bug.name}: {error}")
        return False
    caught = bool(found) and not sound[bug.name]
    told = "caught " if caught else "UNSOUND" if found else "MISSED "
    tell(f"{told} {bug.name}: {bug.what}")
    for name, why in list((sound[bug.name] or found).items())[:1]:
        tell(f"        {bug.suite} {name}, {bug.catches}: {why[:160]}")
    return caught


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
