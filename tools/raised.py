"""A sum that is raised after a change was too dear: it is that change that the sum is for.

Pure.
"""

from stores.vocabulary import Brief
from tools.references import alters, remakes

# What is said of the piece that was to come.
PIECE = ("slots", "categories", "wanted", "colours", "colours_must", "fabrics", "patterns", "fit")
RAISING = frozenset({"amend", "dearer"})


def is_too_dear(brief: Brief) -> bool:
    """Whether an exchange that was asked for stands in the way of nothing but its price."""
    return remakes(brief) and {one.constraint for one in brief.unmet} == {"budget"} and brief.budget is not None


def for_more(brief: Brief, too_dear: Brief | None) -> Brief:
    """The exchange that was too dear, where this turn only names another sum, or none: "ok, 150 then"."""
    change = brief.refinement
    named = brief.budget is not None or brief.no_budget
    if too_dear is None or change is None or change.change not in RAISING or not named or alters(brief):
        return brief
    asked = {key: getattr(too_dear, key) for key in PIECE}
    again = too_dear.refinement.model_copy(update={"without": [], "than": None}) if too_dear.refinement else None
    return brief.model_copy(update={**asked, "refinement": again})
