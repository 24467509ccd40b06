import pytest

from graph import routes
from graph.turn import blank
from stores.vocabulary import Brief


def state(**brief):
    found = blank({}) | {"degraded": [], "messages": [type("Message", (), {"content": "hello"})()]}
    return found | {"brief": Brief(**brief).model_dump(mode="json")}


@pytest.mark.parametrize(
    ("brief", "nodes"),
    [
        ({"intent": "outfit"}, ["settle"]),
        ({"intent": "outfit", "occasion": "wedding"}, ["read_conditions"]),
        ({"intent": "find", "place": "Lyon"}, ["read_conditions"]),
        ({"intent": "off_topic", "place": "Peru"}, ["settle"]),
    ],
)
def test_only_the_branches_that_are_needed_run(brief, nodes):
    assert routes.after_understand(state(**brief)) == nodes


def test_a_photo_is_read_beside_the_conditions():
    found = state(intent="complete", occasion="office")
    found["messages"][-1].content = [{"type": "image", "file_id": "abc"}]
    assert routes.after_understand(found) == ["caption_photos", "read_conditions"]


@pytest.mark.parametrize(
    ("intent", "nodes"),
    [
        ("outfit", ["style"]),
        ("complete", ["style"]),
        ("ask_advice", ["style"]),
        ("relook", ["critique"]),
        ("find", ["search_catalog"]),
        ("similar", ["search_catalog"]),
        ("wardrobe", ["update_person"]),
        ("profile", ["update_person"]),
        ("feedback", ["update_person"]),
        ("preview", ["merge", "preview"]),
        ("smalltalk", ["merge"]),
        ("off_topic", ["merge"]),
    ],
)
def test_each_intent_has_its_path(intent, nodes):
    assert routes.after_settle(state(intent=intent)) == nodes


def test_a_direction_without_wishes_is_answered_in_words():
    found = state(intent="ask_advice")
    assert routes.after_direction(found) == ["merge"]
    found["direction"]["keep"] = ["own-1"]
    assert routes.after_direction(found) == ["search_catalog"]


def test_what_was_sent_back_is_searched_again():
    found = state(intent="outfit")
    assert routes.after_check(found) == ["merge"]
    assert routes.after_check(found | {"revise": True}) == ["search_catalog"]
