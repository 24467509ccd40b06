"""European sizes by the tables of `kinds.toml`: what an English, American or European number on a label comes to."""

from agents.house.reading_mentions import Reading
from agents.house.reading_numbers import Number
from stores.vocabulary import Presentation

_LABELS_BELOW = 17
_BEYOND = "4XL"


def shoe_size(reading: Reading, number: Number, presentation: Presentation | None) -> str:
    """The European size of an English or American label; a number that is neither is left as it was said."""
    size = int(number.value)
    if size < _LABELS_BELOW:
        size += int(reading.meanings.sizes["shoes"][_label(reading, presentation)])
    return str(size)


def letter_of(reading: Reading, number: Number, presentation: Presentation | None) -> str | None:
    tables, size = reading.meanings.sizes, int(number.value)
    if size < 30:
        size += int(tables["clothes"][_label(reading, presentation)])
    order = (presentation,) if presentation in {"men", "women"} else ("women", "men")
    known = {row: letter for table in reversed(order) for row, letter in tables[table].items()}
    return str(known[str(size)]) if str(size) in known else _BEYOND if size > max(map(int, known)) else None


def _label(reading: Reading, presentation: Presentation | None) -> str:
    country = "uk" if any(talk.key == "uk" for talk in reading.of("size_talk")) else "us"
    return f"{country}_{'men' if presentation == 'men' else 'women'}"
