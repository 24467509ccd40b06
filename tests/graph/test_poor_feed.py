"""A feed that tells little: no price, nothing waterproof, prints without a name. Looks come, the rest is said."""

import shutil

import pytest

from graph.services import open_services
from graph.settings import Settings
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.demo.generator import generate
from stores.embeddings import MiniLM
from tests.conftest import TODAY, Talk


@pytest.fixture(scope="module")
def poor_catalog(tmp_path_factory, demo_catalog):
    directory = tmp_path_factory.mktemp("poor") / "catalog"
    directory.mkdir()
    shutil.copy(demo_catalog / "vectors.db", directory)
    unknown = {"price": None, "waterproof": False}
    articles = [article.model_copy(update=unknown) for article in generate() if article.category != "rain_jacket"]
    prints = [a.model_copy(update={"pattern": "other"}) if a.pattern == "floral" else a for a in articles]
    ingest((FeedRow(line, article) for line, article in enumerate(prints, 1)), directory, MiniLM())
    return directory


@pytest.fixture
async def poor(tmp_path, poor_catalog):
    shutil.copytree(poor_catalog, tmp_path / "catalog")
    async with open_services(Settings(data_dir=tmp_path)) as services:
        services.clock = lambda: TODAY
        yield Talk(services)


async def test_unknown_prices_leave_no_total_and_no_budget_kept(poor):
    output = await poor.say("an outfit for the office under 150 euros")
    assert output["looks"]
    assert all(look["total"] is None for look in output["looks"])
    budget = next(one for one in output["brief"]["unmet"] if one["constraint"] == "budget")
    assert budget["nearest"] == "price unknown"
    assert "price" in output["messages"][-1].text


async def test_a_wet_hike_is_dressed_and_told_that_nothing_keeps_dry(poor):
    output = await poor.say("an outfit for a rainy hike in Bergen in October, I'm a woman")
    assert output["looks"]
    assert "weather" in {one["constraint"] for one in output["brief"]["unmet"]}


async def test_a_print_that_is_not_named_is_offered_as_such(poor):
    output = await poor.say("Can you suggest a casual summer dress in floral print?")
    assert output["looks"]
    assert {"constraint": "pattern", "asked": "floral", "nearest": "a print that the shop does not name"} in output[
        "brief"
    ]["unmet"]
