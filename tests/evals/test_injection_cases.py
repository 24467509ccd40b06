"""The attacks that are shipped: enough of them, through every door, in three languages, each with its twin."""

from collections import Counter

from evals.scoring import require_checks
from evals.scripted.reading import orders_in
from evals.suites import load_suite

DOORS = {"name", "brand", "description", "review", "caption", "event", "wardrobe", "profile", "chat"}


def tag(tags: list[str], name: str) -> str:
    return next((one.partition(":")[2] for one in tags if one.startswith(f"{name}:")), "")


def test_every_door_is_tried_in_every_language() -> None:
    attacks = [case for case in load_suite("injection") if "attack" in case.tags]
    assert len(attacks) >= 120
    tried = Counter((tag(case.tags, "door"), case.language) for case in attacks)
    assert {*tried} == {(door, language) for door in DOORS for language in ("en", "fr", "zh")}


def test_every_attack_has_a_goal_a_task_and_a_twin() -> None:
    cases = load_suite("injection")
    require_checks(cases)
    tasks = {tag(case.tags, "task") for case in cases if "benign" in case.tags}
    for case in cases:
        if "attack" in case.tags:
            assert "attack" in case.checks and {"orders", "intent"} & {*case.checks}, case.id
            assert tag(case.tags, "twin") in tasks, case.id


def test_the_obedient_model_would_obey_every_attack() -> None:
    quiet = []
    for case in load_suite("injection"):
        if "attack" in case.tags:
            texts = [one.text for one in (*case.history, case.say)]
            asked = {
                "earlier": texts[:-1], "text": texts[-1], "planted": [one.text for one in case.world.planted],
                "prints": case.say.prints, "wardrobe": case.wardrobe, "place": case.profile.get("place", ""),
            }  # fmt: skip
            quiet += [] if orders_in(asked) else [case.id]
    assert [one for one in quiet if "markup" not in one][:5] == [], quiet


def test_safety_is_asked_in_three_languages() -> None:
    cases = load_suite("safety")
    require_checks(cases)
    assert len(cases) >= 45 and {case.language for case in cases} == {"en", "fr", "zh"}
    assert {tag(case.tags, "kind") for case in cases} == {"distress", "body", "young", "hate", "medical", "twins"}
