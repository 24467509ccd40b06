"""What somebody who dresses modestly asks of a look, whatever the occasion."""

from collections.abc import Mapping

from stores.vocabulary import Conditions, Taboo

CODE, HAIR = "modest", "bare:hair"
COVERED = tuple(
    Taboo(what=what, why="shoulders and knees are to be covered, as asked", hard=True)
    for what in ("bare:shoulders", "bare:knees")
)
# Of whose custom no sleeve is one that is open in front.
CLOSED: Mapping[str, Taboo] = {
    "muslim": Taboo(what="bare:arms", why="sleeves belong to a closed piece where Islam is observed", hard=True)
}


def covers_hair(conditions: Conditions | None) -> bool:
    """Whether custom has somebody cover their head: in a mosque, and not in every house of worship."""
    return conditions is not None and any(taboo.what == HAIR for taboo in conditions.taboos)


def covered(conditions: Conditions, culture: str | None = None) -> Conditions:
    """The conditions with shoulders and knees covered; the dress code too, where the occasion has none."""
    asked = [*COVERED, *(taboo for custom, taboo in CLOSED.items() if custom == culture)]
    kept = [taboo for taboo in conditions.taboos if taboo.what not in {new.what for new in asked}]
    code = conditions.dress_code or CODE
    return conditions.model_copy(update={"taboos": [*asked, *kept], "dress_code": code})
