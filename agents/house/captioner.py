"""The house's captioner: names what pixels measured, by the category measured or the one the person named."""

from agents.contracts import Caption, CaptionedGarment, CaptionRequest, MeasuredGarment
from stores.vocabulary import Wanted

SURE = 0.5


def caption(request: CaptionRequest) -> Caption:
    """One garment per measured one whose category is known; the rest is left for the person to name."""
    named = [*request.named, *[None] * len(request.measured)]
    garments = [_garment(measured, hint) for measured, hint in zip(request.measured, named, strict=False)]
    return Caption(garments=[garment for garment in garments if garment])


def _garment(measured: MeasuredGarment, hint: Wanted | None) -> CaptionedGarment | None:
    sure = measured.category if measured.confidence >= SURE else None
    category = (hint.category if hint else None) or sure
    if category is None:
        return None
    colour = measured.colours[0].family
    return CaptionedGarment(
        name=f"{colour} {category.replace('_', ' ')}",
        category=category,
        colours=measured.colours,
        fabrics=hint.fabrics if hint else [],
        pattern=measured.pattern,
        fit=hint.fit if hint else None,
    )
