"""Lower the budget step by step: no total rises, every total is the catalogue's, and the end is named, not silent."""

from tests.conftest import Talk

STEP = 10


async def test_totals_never_rise_and_end_in_unmet(services):
    ceiling, before, spared = 260, None, list[str]()
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
        own = [one["asked"] for one in output["brief"]["unmet"] if one["constraint"] == "own"]
        # Where a coat is left at home from here on, more outfits fit in the sum than with it.
        assert before is None or own != spared or len(totals) <= len(before), (ceiling, before, totals)
        before, ceiling, spared = totals, ceiling - STEP, own
    assert not totals
    budget = next(one for one in output["brief"]["unmet"] if one["constraint"] == "budget")
    nearest, currency = budget["nearest"].split()
    assert currency == "EUR"
    assert ceiling < float(nearest) <= min(before)
    assert nearest.removesuffix(".00").removesuffix(".0") in output["messages"][-1].text.replace(",", ".")


async def test_a_budget_that_is_short_of_a_coat_dresses_without_one_and_says_so(talk):
    shown = await talk.say("What do I wear to a wedding in Lyon in December? I'm a man, under 150 euros")
    assert shown["looks"]
    assert all(look["total"] <= 150 for look in shown["looks"])
    assert {item["slot"] for look in shown["looks"] for item in look["items"]}.isdisjoint({"outer"})
    assert {one["constraint"] for one in shown["brief"]["unmet"]} == {"budget", "own"}
    assert "coat" in shown["messages"][-1].text
    assert (await talk.say("under 20 euros"))["looks"] == []


async def test_a_man_with_little_money_for_a_wedding_is_dressed_but_for_the_jacket_and_told(talk):
    shown = await talk.say("What do I wear to a wedding? I'm a man, 110 euros at most, no coat")
    assert shown["looks"] and all(look["total"] <= 110 for look in shown["looks"])
    assert "mid" not in {item["slot"] for look in shown["looks"] for item in look["items"]}
    assert {"budget", "own"} == {one["constraint"] for one in shown["brief"]["unmet"]}
    assert "jacket" in shown["messages"][-1].text


async def test_a_coat_that_is_ordered_is_not_left_at_home(talk):
    shown = await talk.say("Something warm for Oslo in January, coat included, I'm a woman, 70 euros for everything")
    assert all("outer" in {item["slot"] for item in look["items"]} for look in shown["looks"])
    assert "own" not in {one["constraint"] for one in shown["brief"]["unmet"]}


async def test_a_bag_that_a_sum_has_no_room_for_is_added_and_the_coat_left_at_home(talk):
    await talk.say("What do I wear to a wedding in Lyon on 28 November? I'm a woman, under 140 euros")
    worn = (await talk.say("I'd rather wear a jumpsuit"))["looks"][0]
    assert "outer" in {item["slot"] for item in worn["items"]}
    output = await talk.say("ok and a bag? nothing black")
    [look] = output["looks"]
    items = {item["slot"]: item for item in look["items"]}
    assert "bag" in items and "outer" not in items and look["total"] <= 140
    assert "black" not in {item["colour"]["family"] for item in look["items"]}
    assert "coat" in output["messages"][-1].text
