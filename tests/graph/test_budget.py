"""Lower the budget step by step: no total rises, every total is the catalogue's, and the end is named, not silent."""

from tests.conftest import Talk

STEP = 10


async def test_totals_never_rise_and_end_in_unmet(services):
    ceiling, before = 260, None
    while ceiling > 0:
        output = await Talk(services).say(f"A whole outfit for a job interview, I'm a woman, under {ceiling} euros")
        totals = [look["total"] for look in output["looks"]]
        for look in output["looks"]:
            articles = await services.catalog.articles([item["id"] for item in look["items"]])
            assert look["total"] == round(sum(article.price for article in articles.values()), 2) <= ceiling
        if not totals:
            break
        if before:
            assert all(now <= then for now, then in zip(totals, before, strict=False)), (ceiling, before, totals)
            assert len(totals) <= len(before)
        before, ceiling = totals, ceiling - STEP
    assert not totals
    budget = next(one for one in output["brief"]["unmet"] if one["constraint"] == "budget")
    nearest, currency = budget["nearest"].split()
    assert currency == "EUR"
    assert ceiling < float(nearest) <= min(before)
    assert nearest.removesuffix(".00").removesuffix(".0") in output["messages"][-1].text.replace(",", ".")
