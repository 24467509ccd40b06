"""The house's captioner: names what pixels measured, by the person's own word or by the category measured.

What pixels cannot tell (cloth, fit, neckline, condition, who is on the photo) stays unknown.
"""

from itertools import zip_longest

from agents.contracts import Caption, CaptionedGarment, CaptionRequest, MeasuredGarment, Sureness
from stores.categories import load_categories
from stores.vocabulary import Wanted

# Of a measured category: below this the person is asked. Of the photos held back in training, those named with less
# were right half of the time, those from 0.75 to 0.8 four times of five.
SURE = 0.75
# The share of photos read by eye (`training/patterns.toml`) on which what is measured is right.
COLOURS_RIGHT, PATTERN_RIGHT = 0.89, 0.88
# Of what a piece may be, as many are told; a vague one may be more.
MOST_NAMED = 3


def caption(request: CaptionRequest) -> Caption:
    """One garment per measured one; where neither the person nor the pixels say what it is, its category is unknown."""
    named = request.named[: len(request.measured)]
    pairs = zip_longest(request.measured, named)
    return Caption(garments=[garment_of(measured, hint) for measured, hint in pairs], quality=request.quality)


def garment_of(measured: MeasuredGarment, hint: Wanted | None) -> CaptionedGarment:
    category, sure = told(measured, hint)
    as_measured = category is not None and category == measured.category
    row = load_categories().get(category or "")
    return CaptionedGarment(
        category=category or "unknown",
        colours=measured.colours,
        pattern=measured.pattern,
        fabrics=hint.fabrics if hint else [],
        fit=(hint.fit if hint else None) or "unknown",
        length=measured.length if as_measured else "unknown",
        sleeve=measured.sleeve if as_measured else "unknown",
        formality=row.formality if row else None,
        seasons=row.seasons if row else [],
        confidence=Sureness(category=sure, colours=COLOURS_RIGHT, pattern=PATTERN_RIGHT),
        alternatives=[] if category else measured.alternatives[:MOST_NAMED],
    )


def told(measured: MeasuredGarment, hint: Wanted | None) -> tuple[str | None, float]:
    """The category and how sure that is: the person's word, else what was measured."""
    if hint and hint.category:
        return hint.category, 1.0
    known = measured.confidence >= SURE and not measured.vague
    return (measured.category, measured.confidence) if known else (None, 0.0)
