"""Houses that were asked for by name, of which a shop may have nothing."""

from graph.services import Services
from stores.vocabulary import Brief, Filters


async def missing_brands(services: Services, brief: Brief) -> Brief:
    """The brief with those alone of the houses it asks for that the shop has nothing by."""
    asked = [one.asked for one in brief.unmet if one.constraint == "brand"]
    there = {name for name in asked if (await services.catalog.facets(Filters(brands=[name.casefold()]))).total}
    left = [one for one in brief.unmet if one.constraint != "brand" or one.asked not in there]
    return brief.model_copy(update={"unmet": left}) if there else brief
