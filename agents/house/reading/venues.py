"""What is told later of an occasion that was spoken of: where it takes place, what else happens there.

"The ceremony is on a beach" makes a beach wedding of the wedding, "I'll be dancing all night" leaves it one. Who asks
for something, or names a day, speaks of another occasion.
"""

from agents.house.reading.mentions import Reading

_LONGEST = 14
_ASKING = ("outfit", "find", "also", "swap", "ask", "advice", "request", "again", "other", "more_like", "complete")
_LIES = ("在", "是")


def told_of_venue(reading: Reading, found: str | None, before: str | None) -> str | None:
    """The occasion as it is by now, where `found` is but a venue of the one `before`; None where it is another."""
    venues = reading.meanings.occasions["venues"]
    if found is None or before is None or found == before or found not in venues or before in venues:
        return None
    if not _states(reading, found) or reading.has(*_ASKING) or reading.length > _LONGEST:
        return None
    pairs = reading.meanings.combined
    return pairs.get(f"{found}+{before}") or pairs.get(f"{before}+{found}") or before


def _states(reading: Reading, found: str) -> bool:
    """Whether a text says how something is or what will be danced, and asks nothing."""
    lies = any(word in reading.text for word in _LIES) or any(one.key == "is" for one in reading.of("aside"))
    return (
        lies or (found == "clubbing" and "dancing" in reading.keys("activity"))
    ) and not reading.text.rstrip().endswith(("?", "？", "吗", "呢"))
