import tomllib
from importlib.resources import files

import pytest

from stores.categories import load_categories
from stores.vocabulary import COLOUR_FAMILIES, Article, Colour, ColourFamily, Conditions, Presentation, Taboo
from tools.dress import load_codes
from tools.events import EventReading, at_event, bares, breaks, conditions_of, custom_of, granted, in_cold, read_event
from tools.warmth import carries_layer
from tools.weather import WeatherReading

TABLE = tomllib.loads(files("tools").joinpath("events.toml").read_text(encoding="utf-8"))


def piece(
    category: str, name: str = "", description: str = "", family: ColourFamily = "navy", **more: object
) -> Article:
    kind = load_categories()[category]
    colours = [Colour(name=family, family=family, hex="#123456")]
    known = {"slot": kind.slot, "formality": kind.formality, "clo": kind.clo, "colours": colours}
    return Article.model_validate(
        known | {"id": "1", "name": name or category, "category": category, "description": description} | more
    )


def whats(event: EventReading, *, hard: bool) -> set[str]:
    return {taboo.what for taboo in event.taboos if taboo.hard is hard}


@pytest.mark.parametrize("occasion", sorted(TABLE["events"]))
@pytest.mark.parametrize("presentation", ["women", "men", None])
def test_every_occasion_can_be_dressed_for(occasion: str, presentation: Presentation | None) -> None:
    event = read_event(occasion, presentation=presentation)
    code = load_codes()[event.dress_code]
    low, high = event.formality
    assert low < high
    assert low < code.formality[1] and high > code.formality[0]
    for taboo in event.taboos:
        kind, _, what = taboo.what.partition(":")
        known = {
            "family": COLOUR_FAMILIES,
            "category": load_categories(),
            "bare": ("shoulders", "arms", "knees", "toes", "hair"),
        }
        assert what in known.get(kind, (what,)), taboo


def test_every_custom_is_kept_somewhere() -> None:
    kept = [*(event.get("customs", []) for event in TABLE["events"].values()), *TABLE["activities"].values()]
    assert set(TABLE["customs"]) == {name for customs in kept for name in customs}


def test_an_occasion_that_is_not_known_is_smart_casual() -> None:
    event = read_event("goat_yoga")
    assert (event.dress_code, event.formality, event.taboos) == ("smart_casual", (2, 4), [])


def test_white_is_the_brides() -> None:
    event = read_event("wedding")
    assert whats(event, hard=True) == {"family:white", "family:cream"}
    assert "family:black" in whats(event, hard=False)
    assert event.notes == ["host_wins"]


@pytest.mark.parametrize(
    ("culture", "country", "occasion", "taboo"),
    [
        ("indian", None, "indian_wedding", "family:black"),
        (None, "IN", "indian_wedding", "family:white"),
        ("chinese", "FR", "chinese_wedding", "family:red"),
        (None, "CN", "chinese_wedding", "family:red"),
        ("western", "IN", "wedding", "family:cream"),
        (None, "FR", "wedding", "family:cream"),
    ],
)
def test_a_wedding_follows_the_culture_or_else_the_country(
    culture: str | None, country: str | None, occasion: str, taboo: str
) -> None:
    event = read_event("wedding", culture=culture, country=country)
    assert event.occasion == occasion
    assert taboo in whats(event, hard=True)


def test_no_colour_of_joy_at_a_funeral() -> None:
    assert {"family:red", "pattern:sequin", "pattern:floral"} <= whats(read_event("funeral"), hard=True)
    assert "family:black" in whats(read_event("funeral", culture="hindu"), hard=False)
    assert read_event("funeral", country="CN").taboos[0].why == TABLE["customs"]["chinese_mourning"]["why"]


def test_hair_is_covered_by_those_whom_custom_binds() -> None:
    assert "bare:hair" in whats(read_event("mosque", presentation="women"), hard=True)
    assert "bare:hair" in whats(read_event("mosque"), hard=False)
    assert "bare:hair" not in {taboo.what for taboo in read_event("mosque", presentation="men").taboos}
    assert "bare:hair" not in {taboo.what for taboo in read_event("church", presentation="women").taboos}
    assert "bare:hair" in whats(read_event("church", presentation="women", culture="orthodox"), hard=True)


def test_shoulders_and_knees_are_covered_for_everybody_in_a_mosque() -> None:
    assert {"bare:shoulders", "bare:knees"} <= whats(read_event("mosque", presentation="men"), hard=True)
    assert "shoes_off" in read_event("mosque").notes


@pytest.mark.parametrize(
    ("category", "name", "bared"),
    [
        ("tank", "Ribbed tank", {"shoulders"}),
        ("blouse", "Silk blouse", set()),
        ("blouse", "Sleeveless silk blouse", {"shoulders"}),
        ("shorts", "Linen shorts", {"knees"}),
        ("chinos", "Slim chinos", set()),
        ("summer_dress", "Cotton dress", {"shoulders", "knees"}),
        ("summer_dress", "Long-sleeve maxi dress", set()),
        ("summer_dress", "Mini-check midi dress with short sleeves", set()),
        ("cocktail_dress", "Off-the-shoulder midi dress", {"shoulders"}),
        ("sheath_dress", "Sleeveless sheath dress", {"shoulders"}),
        ("casual_dress", "Robe longue à manches longues", set()),
        ("casual_dress", "无袖长裙", {"shoulders"}),
        ("evening_gown", "Gown with long sleeves", set()),
        ("cardigan", "Sleeveless cardigan", set()),
    ],
)
def test_what_a_piece_leaves_bare(category: str, name: str, bared: set[str]) -> None:
    assert bares(piece(category, name)) == bared


def test_the_name_counts_before_the_description() -> None:
    assert bares(piece("summer_dress", "Tilda", "Short dress with spaghetti straps.")) == {"shoulders", "knees"}
    assert bares(piece("summer_dress", "Tilda", "Long dress with wide sleeves.")) == set()
    assert bares(piece("summer_dress", "Tilda maxi, long sleeves", "Not a short dress.")) == set()


@pytest.mark.parametrize(
    ("taboo", "broken", "kept"),
    [
        ("family:red", piece("blouse", family="red"), piece("blouse")),
        ("category:jeans", piece("jeans"), piece("chinos")),
        ("fabric:leather", piece("leather_jacket", fabrics=["leather"]), piece("trench_coat", fabrics=["cotton"])),
        ("pattern:sequin", piece("blouse", pattern="sequin"), piece("blouse")),
        ("bare:knees", piece("mini_skirt"), piece("maxi_skirt")),
    ],
)
def test_a_taboo_is_broken_by_a_piece(taboo: str, broken: Article, kept: Article) -> None:
    rule = Taboo(what=taboo, why="", hard=True)
    assert breaks(broken, rule)
    assert not breaks(kept, rule)


def test_an_accent_does_not_break_a_colour_taboo() -> None:
    colours = [Colour(name="navy", family="navy", hex="#101830", share=0.9)]
    accented = piece("blouse", colours=[*colours, Colour(name="red", family="red", hex="#c01020", share=0.1)])
    assert not breaks(accented, Taboo(what="family:red", why="", hard=True))


def test_bare_hair_is_a_matter_of_the_look_and_unknown_taboos_are_refused() -> None:
    assert not breaks(piece("blouse"), Taboo(what="bare:hair", why="", hard=True))
    with pytest.raises(ValueError, match="unknown taboo"):
        breaks(piece("blouse"), Taboo(what="mood:sad", why="", hard=True))


WEATHER = WeatherReading(
    place="Oslo", country="NO", date="2027-01", temp_min_c=-6, temp_max_c=-1, snow=True, note="place:nearest:Oslo"
)


def test_weather_and_event_become_conditions() -> None:
    conditions = conditions_of(WEATHER, read_event("opera"))
    assert (conditions.place, conditions.temp_min_c, conditions.snow) == ("Oslo", -6, True)
    assert (conditions.dress_code, conditions.indoors, conditions.note) == ("formal", True, "place:nearest:Oslo")
    assert conditions.source == "normals" and conditions.clo is None
    assert conditions.taboos == read_event("opera").taboos


def test_a_stated_temperature_comes_first() -> None:
    conditions = conditions_of(WEATHER, None, stated_temp_c=12)
    assert (conditions.temp_min_c, conditions.temp_max_c, conditions.snow) == (12, 12, False)
    assert (conditions.source, conditions.dress_code) == ("stated", None)
    assert conditions_of(None, None, stated_temp_c=12).snow is None


def test_a_day_that_is_told_by_both_its_ends_keeps_both() -> None:
    conditions = conditions_of(WEATHER, None, stated_temp_c=20, low_c=5)
    assert (conditions.temp_min_c, conditions.temp_max_c, conditions.source) == (5, 20, "stated")
    assert carries_layer(conditions)


@pytest.mark.parametrize(("temp", "chance", "snow"), [(-6, 0.46, True), (-6, 0.1, False), (2, 0.9, False)])
def test_what_falls_on_a_day_that_never_thaws_is_snow(temp: float, chance: float, snow: bool) -> None:
    reading = WEATHER.model_copy(update={"rain_chance": chance, "snow": False})
    assert conditions_of(reading, None, stated_temp_c=temp).snow is snow


def test_nothing_known_gives_empty_conditions() -> None:
    assert conditions_of(None, None).model_dump(exclude_defaults=True) == {}


def test_nothing_is_the_brides_at_the_wedding_of_ones_own() -> None:
    assert read_event("own_wedding").taboos == []
    assert read_event("own_wedding").dress_code == "formal"


def test_each_custom_is_known_by_its_reason() -> None:
    picnic = read_event("picnic").taboos
    assert {custom_of(taboo) for taboo in picnic} == {"soft_ground"}
    assert custom_of(Taboo(what="family:red", why="nobody's", hard=True)) is None


def test_a_bar_mitzvah_is_a_feast_in_a_suit_with_the_head_covered() -> None:
    read = read_event("bar_mitzvah", presentation="men")
    assert read.dress_code == "cocktail"
    assert "bare:hair" in {taboo.what for taboo in read.taboos}


def test_who_is_mourned_in_colour_by_their_own_wish_is_mourned_in_any() -> None:
    mourning = at_event(Conditions(), read_event("funeral"))
    assert any(taboo.what.startswith("family:") for taboo in mourning.taboos)
    assert not any(taboo.what.startswith("family:") for taboo in granted(mourning, ["yellow"]).taboos)
    assert granted(mourning, []) == mourning


@pytest.mark.parametrize(
    ("occasion", "highest", "becomes"),
    [("beach", 12, "weekend"), ("beach", 24, None), ("pool", 12, None), ("wedding", 12, None), (None, 12, None)],
)
def test_who_goes_to_the_sea_in_the_cold_walks(occasion: str | None, highest: float, becomes: str | None) -> None:
    assert in_cold(occasion, Conditions(temp_min_c=5, temp_max_c=highest)) == becomes
    assert in_cold(occasion, Conditions()) is None


def test_who_walks_there_is_better_without_thin_heels():
    assert "category:heels" not in whats(read_event("office"), hard=False)
    for occasion in ("office", "an occasion of no table"):
        assert "category:heels" in whats(read_event(occasion, activities=["walking"]), hard=False)
