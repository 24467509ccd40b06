from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.vocabulary import Change, Profile

SKIRTS = {f"office:avoid_categories:{one}" for one in ("mini_skirt", "midi_skirt", "maxi_skirt")}


def told(text: str, profile: Profile | None = None) -> list[Change]:
    request = UnderstandRequest(text=text, today=date(2027, 5, 3), profile=profile or Profile())
    return list(understand(request).changes)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("I never wear skirts at work", SKIRTS),
        ("At work I never wear skirts", SKIRTS),
        ("I don't wear skirts when I'm at the office", SKIRTS),
        ("I hate black in summer", {"summer:avoid_colours:black"}),
        ("I don't like wearing linen in winter", {"winter:avoid_fabrics:linen"}),
        ("I never wear red at weddings, what would you suggest for Saturday?", {"wedding:avoid_colours:red"}),
        ("I only wear black at work", {"office:only_colours:black"}),
        ("I only wear skirts at work", {one.replace("avoid", "only") for one in SKIRTS}),
        ("Je ne mets jamais de jupe au travail", SKIRTS),
        ("Au bureau, je ne porte jamais de jupe", SKIRTS),
        ("En été je ne porte jamais de noir", {"summer:avoid_colours:black"}),
        ("Je ne mets que des jupes au travail", {one.replace("avoid", "only") for one in SKIRTS}),
        ("上班我从来不穿半身裙", SKIRTS),
        ("我上班不穿半身裙", SKIRTS),
        ("夏天我不穿黑色", {"summer:avoid_colours:black"}),
        ("我不喜欢在婚礼上穿红色", {"wedding:avoid_colours:red"}),
        ("夏天我只穿白色", {"summer:only_colours:white"}),
    ],
)
def test_what_holds_at_a_time_alone_is_kept_with_that_time(text: str, facts: set[str]) -> None:
    changes = told(text)
    assert {one.value for one in changes if one.key == "at_times"} == facts
    assert {one.key for one in changes} == {"at_times"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("I never wear skirts", "avoid_categories"),
        ("I hate yellow and I'm going to a wedding", "avoid_colours"),
        ("I hate yellow. What do I wear to a wedding?", "avoid_colours"),
        ("I hate yellow, I'm off to a wedding on Saturday", "avoid_colours"),
        ("I don't wear heels every day", "avoid_categories"),
        ("Je déteste le jaune et je vais à un mariage", "avoid_colours"),
        ("我讨厌黄色，要去参加婚礼", "avoid_colours"),
        ("I only wear black", "only_colours"),
    ],
)
def test_what_always_holds_is_kept_without_a_time(text: str, key: str) -> None:
    assert {one.key for one in told(text)} == {key}


@pytest.mark.parametrize("text", ["tomorrow at work no skirts", "明天上班不穿半身裙", "I have to wear a tie at work"])
def test_what_is_of_one_day_or_of_a_tie_is_no_fact_of_a_time(text: str) -> None:
    assert "at_times" not in {one.key for one in told(text)}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("forget what I said about skirts at work", {"summer:avoid_colours:black"}),
        ("oublie ce que j'ai dit sur les jupes au travail", {"summer:avoid_colours:black"}),
        ("forget that I don't like black in summer", SKIRTS),
    ],
)
def test_it_is_forgotten_by_a_sentence(text: str, left: set[str]) -> None:
    known = {*SKIRTS, "summer:avoid_colours:black"}
    gone = {one.value for one in told(text, Profile(at_times=sorted(known))) if one.action == "remove"}
    assert known - gone == left
