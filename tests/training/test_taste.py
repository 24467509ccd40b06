"""Alternating least squares finds what made-up people have in common, and writes nothing of any of them."""

import asyncio
import json
import random
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from stores.caller import Caller
from stores.factors import load_factors
from stores.feedback import Entry, Feedback
from stores.memory import open_memory
from stores.orders import Order, Orders
from tools.taste import taste_of
from training.taste import WIDTH, build_table, fit, held_out_error, main, spoken_of

AT = datetime(2027, 5, 3, tzinfo=UTC)
WARM, COOL = ("red", "orange", "yellow", "brown"), ("blue", "navy", "teal", "grey")


def opinion(family: str, liking: float, number: int) -> Entry:
    return Entry(
        at=AT, liking=liking, item=f"{family}{number}", attributes=[f"item:{family}{number}", f"family:{family}"]
    )


def person(likes: tuple[str, ...], seed: int) -> list[Entry]:
    """Somebody of whom a few colours are known: those of their half are liked, those of the other are not."""
    families = random.Random(seed).sample([*WARM, *COOL], 5)
    return [opinion(family, 1 if family in likes else -1, number) for number, family in enumerate(families)]


PEOPLE = [person(WARM if seed % 2 else COOL, seed) for seed in range(40)]


def test_people_who_share_a_taste_tell_of_each_other() -> None:
    names = spoken_of(PEOPLE)
    table = build_table(PEOPLE, names)
    alone, shared = (held_out_error(table, names, width=width) for width in (0, WIDTH))
    assert shared < 0.75 * alone


def test_factors_part_what_is_not_liked_together() -> None:
    names = spoken_of(PEOPLE)
    factors = fit(build_table(PEOPLE, names), names).factors
    near = factors @ factors.T
    at = {name.removeprefix("family:"): place for place, name in enumerate(names)}
    assert near[at["red"], at["orange"]] > 0 > near[at["red"], at["blue"]]


def test_the_same_seed_fits_the_same() -> None:
    names = spoken_of(PEOPLE)
    table = build_table(PEOPLE, names)
    assert np.array_equal(fit(table, names).factors, fit(table, names).factors)


def test_what_few_people_spoke_of_is_left_out() -> None:
    assert spoken_of(PEOPLE[:4]) == []
    assert "family:pink" not in spoken_of([*PEOPLE, [opinion("pink", 1, 9)]])
    assert not any(name.startswith("item:") for name in spoken_of(PEOPLE))


async def told(directory: Path) -> None:
    async with open_memory(directory / "memory.db") as store:
        for number, entries in enumerate(PEOPLE):
            for entry in entries:
                await Feedback(store).add(Caller(f"person {number}"), entry.model_copy(update={"said": "zanzibarine"}))
        order = Order(article_id="x", date=None, quantity=1, price=None, returned=False, attributes=["family:red"])
        await Orders(store).add(Caller("person 1"), [order])


def test_the_command_fits_a_directory_and_the_file_knows_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(told(tmp_path))
    main(["--data-dir", str(tmp_path)])
    said = json.loads(capsys.readouterr().out)
    assert (said["people"], said["opinions"]) == (40, 201)
    written = Path(said["file"]).read_text(encoding="utf-8")
    assert not any(word in written for word in ("zanzibarine", "item:", "red0", Caller("person 1").key))
    factors = load_factors(tmp_path)
    one_word = taste_of([opinion("red", 1, 0)], factors).likes
    assert one_word["family:orange"] > 0.1 and one_word["family:navy"] < 0


def test_where_there_is_nothing_to_fit_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--data-dir", str(tmp_path)])
    assert "nothing to fit yet" in capsys.readouterr().err
