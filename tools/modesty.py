"""What somebody who dresses modestly asks of a look, whatever the occasion."""

from stores.vocabulary import Conditions, Taboo

CODE, HAIR = "modest", "bare:hair"
COVERED = tuple(
    Taboo(what=what, why="shoulders and knees are to be covered, as asked", hard=True)
    for what in ("bare:shoulders", "bare:knees")
)


def covers_hair(conditions: Conditions | None) -> bool:
    """Whether custom has somebody cover their head: in a mosque, and not in every house of worship."""
    return conditions is not None and any(taboo.what == HAIR for taboo in conditions.taboos)


def covered(conditions: Conditions) -> Conditions:
    """The conditions with shoulders and knees covered; the dress code too, where the occasion has none."""
    kept = [taboo for taboo in conditions.taboos if taboo.what not in {new.what for new in COVERED}]
    code = conditions.dress_code or CODE
    return conditions.model_copy(update={"taboos": [*COVERED, *kept], "dress_code": code})
