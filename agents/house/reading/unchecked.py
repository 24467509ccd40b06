"""What is wished for that no field of a feed answers: "with pockets", « lavable en machine », 不怕脏."""

from agents.house.reading.mentions import Mention, Reading
from tools.unchecked import load_unchecked


def unchecked(reading: Reading) -> dict[str, list[Mention]]:
    """Where each such wish is said, and not refused."""
    said = {wish: reading.cues.get(f"unchecked_{wish}", ()) for wish in load_unchecked()}
    wished = {
        wish: [cue for cue in cues if reading.before("negation", cue.first) is None] for wish, cues in said.items()
    }
    return {wish: cues for wish, cues in wished.items() if cues}
