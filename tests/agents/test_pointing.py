from datetime import date

import pytest

from agents.contracts import Advised, UnderstandRequest, Verdict
from agents.pointing import invented, pointed_at
from stores.vocabulary import Add, Advice, Brief, Critique, Direction, Fix, Keep, Refinement, Wish

REQUEST = UnderstandRequest(text="more like art-1", today=date(2027, 5, 1), unconfirmed=["own-1"])
WISH = Wish(slot="bottom", query="x", like="art-9")


@pytest.mark.parametrize(
    "reply",
    [
        Brief(refers_to=["art-9"]),
        Brief(refinement=Refinement(change="swap", keep=["art-9"])),
        Direction(keep=["art-9"]),
        Direction(wishes=[WISH]),
        Critique(score=50, verdict="refine", fixes=[Fix(what="a", why="b", item="art-9")]),
        Advised(advice=Advice(keep=[Keep(id="art-9", why="x")]), direction=Direction()),
        Advised(advice=Advice(add=[Add(slot="bag", id="art-9", why="x")]), direction=Direction()),
        Advised(advice=Advice(), direction=Direction(keep=["art-9"])),
        Verdict(accept=False, amended=[WISH]),
    ],
)
def test_an_id_that_nobody_gave_is_invented(reply):
    assert list(pointed_at(reply))
    assert invented(reply, REQUEST) == "1 of its ids are not in the request; use only ids that are."


@pytest.mark.parametrize(
    "reply",
    [
        Brief(refers_to=["own-1", "profile:sizes", "since:2027-01-01", "body"]),
        Direction(keep=["own-1"]),
        Critique(score=50, verdict="keep"),
        Verdict(accept=True),
    ],
)
def test_what_was_given_and_what_is_asked_for_is_not(reply):
    assert invented(reply, REQUEST) is None
