"""What opinions on shown pieces teach: a liking per attribute, and per article. Knows no store and no sentence."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from stores.feedback import Entry
from stores.vocabulary import Article, Filters, Piece, Taste, Wish

DOUBT = 2  # opinions that an attribute is worth nothing, heard before anybody spoke: one green skirt is not all green
ITEM = "item:"
PART = 0.5  # of a look that somebody dislikes, no single piece is refused for good
REFUSED = -0.75
SAYS_NOTHING = {"solid", "other", None}


def traits_of(piece: Piece) -> list[str]:
    """What of a piece may be liked, as in `Taste`: `family:green`, `category:heels`, `brand:...`."""
    traits = [f"family:{colour.family}" for colour in piece.colours]
    traits += [f"fabric:{fabric}" for fabric in piece.fabrics]
    traits += [f"category:{piece.category}"]
    traits += [f"{kind}:{value}" for kind, value in (("pattern", piece.pattern), ("fit", piece.fit)) if says(value)]
    if isinstance(piece, Article) and piece.brand:
        traits.append(f"brand:{piece.brand.lower()}")
    return traits


def says(value: str | None) -> bool:
    return value not in SAYS_NOTHING


def liking(piece: Piece, taste: Mapping[str, float]) -> float:
    """What opinions say of a piece, -1..1: the mean over its judged attributes, and what was said of itself."""
    if not taste:
        return 0.0
    known = [taste[trait] for trait in traits_of(piece) if trait in taste]
    mean = sum(known) / len(known) if known else 0.0
    return max(-1.0, min(1.0, mean + taste.get(ITEM + piece.id, 0.0)))


def taste_of(entries: Sequence[Entry]) -> Taste:
    """The liking of each attribute, -1..1: the mean of what was said, drawn to 0 while little was.

    Of one thing the last word counts. An opinion on an article is kept whole under `item:ID`, one on a look by half
    for each piece in it.
    """
    heard: dict[str, list[float]] = defaultdict(list)
    items: dict[str, float] = {}
    for entry in sorted(last_words(entries), key=lambda entry: entry.item is not None):
        for trait in entry.attributes:
            if trait.startswith(ITEM):
                items[trait] = entry.liking if entry.item else entry.liking * PART
            else:
                heard[trait].append(entry.liking)
    return Taste(likes={trait: sum(said) / (len(said) + DOUBT) for trait, said in heard.items()} | items)


def last_words(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The latest opinion on each thing; `entries` come oldest first."""
    latest = {(entry.item or (entry.thread, entry.look, entry.run)): entry for entry in entries}
    yield from latest.values()


def spared(wishes: Sequence[Wish], taste: Taste, exclude: Sequence[str] = ()) -> list[Wish]:
    """The wishes, without the very articles that the person refused, nor those to `exclude`."""
    judged = {key.removeprefix(ITEM): liking for key, liking in taste.likes.items() if key.startswith(ITEM)}
    spare = [*(key for key, liking in judged.items() if liking <= REFUSED), *exclude]
    return [wish.model_copy(update={"filters": without(wish.filters, spare)}) for wish in wishes]


def without(filters: Filters, articles: Sequence[str]) -> Filters:
    return filters.model_copy(update={"exclude": [*filters.exclude, *articles]})
