"""Which seasons' clothes are right on a day."""

from stores.vocabulary import Brief, Conditions, Season
from tools.warmth import mean_temperature

# From which mean temperature on clothes of which seasons are right; linen below about 17 C is early or late.
SEASONS_FROM: tuple[tuple[float, tuple[Season, ...]], ...] = (
    (21, ("summer",)), (17, ("spring", "summer")), (14, ("spring", "autumn")), (8, ("autumn",)), (-100, ("winter",)),
)  # fmt: skip
WINTER: tuple[Season, ...] = ("winter", "autumn")
SPRING: tuple[Season, ...] = ("spring",)
SUMMER: tuple[Season, ...] = ("summer", "spring")
AUTUMN: tuple[Season, ...] = ("autumn",)
SEASONS_BY_MONTH = (*(WINTER,) * 2, *(SPRING,) * 3, *(SUMMER,) * 3, *(AUTUMN,) * 2, *(WINTER,) * 2)


def seasons_of(brief: Brief, conditions: Conditions | None) -> tuple[Season, ...]:
    """The seasons whose clothes are right: the one that was said, else by the mean temperature, else by the month.

    Where no place is known the month is that of the northern half of the world, where nine in ten people live.
    """
    mean = mean_temperature(conditions)
    if brief.season:
        return (brief.season,)
    if mean is not None:
        return next(seasons for least, seasons in SEASONS_FROM if mean >= least)
    return SEASONS_BY_MONTH[int(conditions.date[5:7]) - 1] if conditions and conditions.date else ()
