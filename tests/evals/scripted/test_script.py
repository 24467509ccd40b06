import pytest

from evals.scripted.script import BadScript, parse_script


def test_a_name_that_says_nothing_is_good():
    assert parse_script("good").fault("merge", 0) is None


def test_faults_are_told_by_role_and_by_count():
    script = parse_script("merge=cut+understand=429*2")
    assert script.fault("merge", 7) == "cut"
    assert [script.fault("understand", n) for n in range(3)] == ["429", "429", None]
    assert script.fault("style", 0) is None


def test_a_star_is_every_role_that_is_not_named():
    script = parse_script("*=hang+merge=empty")
    assert (script.fault("check", 0), script.fault("merge", 0)) == ("hang", "empty")


@pytest.mark.parametrize("name", ["cook=429", "merge=explode", "merge=cut*x", "say=much"])
def test_what_nobody_understands_is_refused(name):
    with pytest.raises(BadScript):
        parse_script(name)
