"""The contrast of a look beside that of the person who wears it, where they told it. Knows no hue."""

from collections.abc import Sequence

from stores.vocabulary import Contrast, Slot
from tools.colour import Patch, blend, blended_harmony, lightness_step

# Steps of lightness (CIELAB) between the levels of contrast.
MEDIUM, HIGH = 25.0, 50.0
# What a look's colours lose where their contrast is two levels off the person's own.
OFF = 0.1


def contrast_level(step: float) -> Contrast:
    """The level of a difference in lightness: low under 25, high over 50."""
    return "low" if step < MEDIUM else "medium" if step <= HIGH else "high"


def is_far(worn: Sequence[tuple[Slot, tuple[Patch, ...]]], own: Contrast) -> bool:
    """Whether the contrast of a look is more than one level off a person's own."""
    return {contrast_level(lightness_step(blend(worn))), own} == {"low", "high"}


def colour_score(worn: Sequence[tuple[Slot, tuple[Patch, ...]]], own: Contrast | None) -> float:
    """How well colours sit together, 0..1, and a little less where their contrast is far from the person's `own`."""
    off = OFF if own is not None and is_far(worn, own) else 0.0
    return max(0.0, blended_harmony(worn).score - off)
