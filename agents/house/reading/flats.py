"""Whether shoes of an outfit that was shown are to be flat, and no others: "flat shoes only please", 只要平底鞋."""

from agents.house.reading.swaps import dresses
from agents.house.reading.turn import Turn

FLAT = ("flat_shoes", "ballet_flats")


def only_flats(turn: Turn) -> bool:
    """Whether flats alone are named and no others will do; "show me only flats" asks for shoes alone."""
    named = [piece.garment for piece in turn.asked]
    strict = turn.reading.has("only_ever") and not turn.reading.has("hunts")
    return dresses(turn) and bool(named) and strict and all(one.key in FLAT for one in named)
