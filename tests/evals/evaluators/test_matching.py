import pytest

from evals.evaluators.matching import at, contains, differences, matches


@pytest.mark.parametrize(
    ("expected", "actual", "right"),
    [
        (150, 150.0, True),
        (150, 151, False),
        (["b", "a"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a", "a"], ["a", "b"], False),
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"b": 2}, False),
        ({"$any": ["a", "b"]}, "b", True),
        ({"$any": ["a", "b"]}, "c", False),
        ({"$has": {"k": 1}}, [{"k": 1, "l": 2}], True),
        ({"$has": "a"}, None, False),
        ({"$lacks": "a"}, None, True),
        ({"$lacks": "a"}, ["a"], False),
        ({"$starts": "2027-06"}, "2027-06-12", True),
        ({"$starts": "2027-07"}, "2027-06-12", False),
        ({"$not": "a"}, "b", True),
        ({"$within": [1, None]}, 2, True),
        ({"$within": [1, 2]}, 3, False),
        ({"$some": True}, [], False),
        ({"$some": False}, None, True),
        (None, None, True),
        (None, "x", False),
    ],
)
def test_values_match(expected, actual, right):
    assert matches(expected, actual) is right


def test_a_subset_may_leave_out_entries_of_lists():
    assert contains({"w": [{"s": "bag"}]}, {"w": [{"s": "top", "q": 1}, {"s": "bag", "q": 2}]})
    assert not contains({"w": [{"s": "bag"}]}, {"w": [{"s": "top"}]})


def test_paths_lead_into_tables_and_differences_are_named():
    assert at({"a": {"b": 3}}, "a.b") == 3
    assert at({"a": None}, "a.b") is None
    assert differences({"a.b": 4, "c": 1}, {"a": {"b": 3}, "c": 1}) == ["a.b is 3, not 4"]
