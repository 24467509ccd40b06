from evals.evaluators.memory import memory
from tests.evals.evaluators.answered import judged, outputs

PERSON = {
    "profile": {"sizes": {"clothes": "M", "shoes": None}, "avoid_colours": ["red"]},
    "wardrobe": [{"id": "c", "category": "overcoat"}],
}
KNOWN = outputs(person=PERSON)


def asked(**expected):
    return {"memory": expected}


def test_what_was_told_is_in_the_profile():
    assert judged(memory, asked(profile={"sizes.clothes": "M", "avoid_colours": {"$has": "red"}}), KNOWN) == 1
    assert judged(memory, asked(profile={"sizes.clothes": "S", "avoid_colours": {"$has": "red"}}), KNOWN) == 0.5


def test_what_was_hung_up_is_in_the_wardrobe_and_what_was_thrown_out_is_not():
    assert judged(memory, asked(has=[{"category": "overcoat"}], garments=1), KNOWN) == 1
    assert judged(memory, asked(has=[{"category": "skirt"}]), KNOWN) == 0
    assert judged(memory, asked(lacks=[{"category": "overcoat"}]), KNOWN) == 0
    assert judged(memory, asked(garments=2), KNOWN) == 0


def test_nothing_is_known_of_outputs_without_the_person():
    assert judged(memory, asked(garments=1), outputs()) is None
