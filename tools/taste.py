"""What a person's opinions and purchases teach: a liking per attribute, for pieces nobody has judged yet too.

Matrix factorisation with biases, r = mu + b_u + b_i + q_u . p_i (Koren, Bell & Volinsky 2009), where the factors of an
article are the sum of those of its attributes, so that one that was never seen has them too (Kula 2015, LightFM): each
attribute has a factor of its own, and, once many people were heard, a row of latent ones that it shares with others.
A person's half of it is a ridge regression, solved anew with every opinion. Knows no store and no sentence.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import log2
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stores.factors import Factors
from stores.feedback import Entry, How
from stores.vocabulary import Article, Filters, Piece, Slot, Taste, Wish

Floats = npt.NDArray[np.float64]

ITEM = "item:"
PART = 0.5  # of a look that somebody dislikes, no single piece is refused for good
REFUSED = -0.75
SAYS_NOTHING = {"solid", "other", None}
# How much one person's liking of an attribute may differ from everybody's (variance), by its kind, and of all together.
SPREAD = {
    "family": 0.15, "category": 0.12, "fabric": 0.08, "pattern": 0.08, "fit": 0.05, "brand": 0.08, "dress": 0.05,
    "price": 0.03,
}  # fmt: skip
GENEROUS = 0.1
# How little an opinion says (variance), by how it came; of a look, whose pieces it is shared among, twice as little.
NOISE: dict[How, float] = {
    "said": 0.4, "saved": 0.6, "bought": 0.4, "worn": 0.6, "ordered": 0.8, "swapped": 1.0, "shown": 8.0,
}  # fmt: skip
OF_A_LOOK = 2.0
# The newest opinions that count, and the least liking worth keeping.
MOST, FAINT = 500, 0.005
# How many opinions tell what somebody leans to, and how much of a liking is worth telling.
TELLING, LEANS = 1.5, 0.06
# How much liking moves a piece's welcome at most, and how many opinions give it half of that.
STRENGTH, HALF = 0.7, 2.0
# A piece that leads a look and was worn or shown of late makes room for others; shoes and coats are worn every day.
RESTING: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid"})
REST = 0.3


class Opinions(NamedTuple):
    """Opinions as numbers: what each is about (rows by attribute), how it is liked, how little it says."""

    attributes: list[str]
    about: Floats
    liking: Floats
    noise: Floats


def traits_of(piece: Piece) -> list[str]:
    """What of a piece may be liked, as in `Taste`: `family:green`, `category:heels`, `dress:4` (formality in pairs)."""
    traits = [f"family:{colour.family}" for colour in piece.colours]
    traits += [f"fabric:{fabric}" for fabric in piece.fabrics]
    traits += [f"category:{piece.category}", f"dress:{int(piece.formality) // 2 * 2}"]
    traits += [f"{kind}:{value}" for kind, value in (("pattern", piece.pattern), ("fit", piece.fit)) if says(value)]
    if isinstance(piece, Article):
        traits += [f"brand:{piece.brand.lower()}"] if piece.brand else []
        traits += [f"price:{round(log2(piece.price))}"] if piece.price else []
    return traits


def says(value: str | None) -> bool:
    return value not in SAYS_NOTHING


def liking(piece: Piece, taste: Taste) -> float:
    """What opinions say of a piece, -1..1: the sum over its attributes, and what was said of itself."""
    known = sum(taste.likes.get(trait, 0.0) for trait in traits_of(piece)) if taste.likes else 0.0
    return max(-1.0, min(1.0, known + taste.likes.get(ITEM + piece.id, 0.0)))


def welcome(piece: Piece, taste: Taste) -> float:
    """How much more welcome a piece is for a person's taste, more so the more is known; less where it was just worn."""
    gained = STRENGTH * taste.evidence / (taste.evidence + HALF) * liking(piece, taste) + leaning(piece, taste)
    return gained - (REST * taste.recent.get(piece.id, 0.0) if piece.slot in RESTING else 0.0)


def leans_to(taste: Taste, traits: Iterable[str]) -> float:
    """How much a person's choices lean to any of these, where that is enough to tell them so; else 0."""
    liked = sum(max(0.0, taste.likes.get(trait, 0.0)) for trait in traits)
    return liked if taste.evidence >= TELLING and liked >= LEANS else 0.0


def leaning(piece: Piece, taste: Taste) -> float:
    """How much a run leans to a piece, -1..1: the sum over its attributes."""
    if not taste.leaning:
        return 0.0
    return max(-1.0, min(1.0, sum(taste.leaning.get(trait, 0.0) for trait in traits_of(piece))))


def taste_of(entries: Sequence[Entry], factors: Factors | None = None) -> Taste:
    """The liking of each attribute, -1..1, with how many opinions it stands on.

    Of one thing the last word counts. An opinion on an article is kept whole under `item:ID`, one on a look by half
    for each piece in it.
    """
    heard, factors = list(last_words(entries))[-MOST:], factors or Factors()
    rows = opinions(heard, factors.factors)
    if not len(rows.liking):
        return Taste()
    learned = dict(zip(rows.attributes, person_liking(rows, factors).tolist(), strict=True))
    likes = {trait: max(-1.0, min(1.0, value)) for trait, value in learned.items() if abs(value) >= FAINT}
    return Taste(likes=likes | dict(_of_items(heard)), evidence=float(np.sum(NOISE["said"] / rows.noise)))


def last_words(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The latest opinion on each thing; `entries` come oldest first. What was shown says nothing of what was judged."""
    latest = {(entry.item or (entry.thread, entry.look, entry.run)): entry for entry in entries}
    yield from latest.values()


def opinions(entries: Sequence[Entry], also: Iterable[str] = ()) -> Opinions:
    """The opinions that are about pieces, over their attributes and those in `also`; each is shared by its pieces."""
    told = [entry for entry in entries if any(is_trait(name) for name in entry.attributes)]
    names = sorted({name for entry in told for name in entry.attributes if is_trait(name)}.union(also))
    column = {name: at for at, name in enumerate(names)}
    about = np.zeros((len(told), len(names)))
    for row, entry in enumerate(told):
        share = 1 / max(1, sum(name.startswith(ITEM) for name in entry.attributes))
        about[row, [column[name] for name in entry.attributes if is_trait(name)]] = share
    noise = [NOISE[entry.how] * (1 if entry.item else OF_A_LOOK) for entry in told]
    return Opinions(names, about, np.array([entry.liking for entry in told]), np.array(noise))


def person_liking(rows: Opinions, factors: Factors) -> Floats:
    """One person's liking of each attribute: their half-step of the alternating least squares.

    With p_i the factors of an attribute and Sigma its spread, q_u has a prior N(0, 1) and b_u N(0, GENEROUS), so the
    posterior mean is bias + Sigma X' (X Sigma X' + GENEROUS + noise)^-1 (r - mean - X bias): as many equations as
    opinions, whatever the number of attributes.
    """
    bias = np.array([factors.bias.get(name, 0.0) for name in rows.attributes])
    spread = _spread(rows.attributes, factors)
    known = rows.about @ spread @ rows.about.T + GENEROUS + np.diag(rows.noise)
    surprise = rows.liking - factors.mean - rows.about @ bias
    return np.asarray(bias + spread @ rows.about.T @ np.linalg.solve(known, surprise), dtype=np.float64)


def _spread(attributes: Sequence[str], factors: Factors) -> Floats:
    """How likings of attributes vary together between people: each by itself, and as everybody's factors tie them."""
    width = len(next(iter(factors.factors.values()), []))
    tied = np.array([factors.factors.get(name) or [0.0] * width for name in attributes]).reshape(len(attributes), width)
    own = [SPREAD[name.partition(":")[0]] for name in attributes]
    return np.asarray(np.diag(own) + tied @ tied.T, dtype=np.float64)


def is_trait(name: str) -> bool:
    return name.partition(":")[0] in SPREAD


def _of_items(entries: Iterable[Entry]) -> Iterator[tuple[str, float]]:
    """What was said of each piece by itself, after what was said of looks that it is in; what was only shown is not."""
    for entry in sorted(entries, key=lambda entry: entry.item is not None):
        for name in entry.attributes:
            if name.startswith(ITEM) and entry.liking:
                yield name, entry.liking if entry.item else entry.liking * PART


def spared(wishes: Sequence[Wish], taste: Taste, exclude: Sequence[str] = ()) -> list[Wish]:
    """The wishes, without the very articles that the person refused, nor those to `exclude`."""
    judged = {key.removeprefix(ITEM): liking for key, liking in taste.likes.items() if key.startswith(ITEM)}
    spare = [*(key for key, liking in judged.items() if liking <= REFUSED), *exclude]
    return [wish.model_copy(update={"filters": without(wish.filters, spare)}) for wish in wishes]


def without(filters: Filters, articles: Sequence[str]) -> Filters:
    return filters.model_copy(update={"exclude": [*filters.exclude, *articles]})
