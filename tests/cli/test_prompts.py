"""Prompts from the command line."""

from collections.abc import Callable
from pathlib import Path
from statistics import mean

import pytest

from cli.side_by_side import print_replies
from evals.cases import Case, Said
from evals.results import iterate_results
from evals.trying import Reworded
from prompts.loader import SHIPPED, load_prompt, source_of
from tests.cli import conftest
from tests.evals.conftest import SHOP, few_cases, quick_worlds  # noqa: F401
from tests.graph.prose import OBEYED, ORDER, prose_model

Maison = Callable[..., conftest.Said]


@pytest.fixture
def variant(tmp_path: Path) -> Path:
    folder = tmp_path / "variant"
    (folder / "guides").mkdir(parents=True)
    return folder


def test_the_shipped_prompts_are_clean(maison: Maison) -> None:
    code, out, _ = maison("prompts", "lint")
    assert (code, "0 errors, 0 warnings" in out) == (0, True)


def test_a_slip_is_told_with_its_place_and_what_to_do(maison: Maison, variant: Path) -> None:
    shipped = (SHIPPED / "style.md").read_text(encoding="utf-8")
    (variant / "style.md").write_text(shipped + "See $colur.\n", encoding="utf-8")
    code, out, _ = maison("prompts", "lint", str(variant))
    last = len((variant / "style.md").read_text(encoding="utf-8").splitlines())
    assert code == 1
    assert f"style.md:{last}  error  there is no guide `$colur`" in out
    assert "do:  `$colour`?" in out
    (variant / "style.md").write_text(shipped + "Be kind. \n", encoding="utf-8")
    code, out, _ = maison("prompts", "lint", str(variant))
    assert (code, "1 file, 0 errors, 1 warning" in out) == (0, True)


def test_a_folder_without_prompts_is_refused(maison: Maison, variant: Path) -> None:
    for command in ("lint", "diff"):
        code, _, err = maison("prompts", command, str(variant))
        assert (code, "holds no prompts" in err) == (1, True)


def test_what_differs_is_shown_with_hashes_and_guides(maison: Maison, variant: Path) -> None:
    (variant / "merge.md").write_text(source_of(load_prompt("merge")), encoding="utf-8")
    assert "are the same" in maison("prompts", "diff", str(variant))[1]
    (variant / "guides/colour.md").write_text("- Grey leads.\n", encoding="utf-8")
    quiet = source_of(load_prompt("merge")).replace("sentences = 6", "sentences = 2").replace("brief, concrete", "warm")
    (variant / "merge.md").write_text(quiet, encoding="utf-8")
    code, out, _ = maison("prompts", "diff", str(variant))
    assert code == 0
    assert f"style  {load_prompt('style').version} → " in out
    assert "by $colour" in out
    assert "$colour moved: style" in out
    assert "voice: sentences 6 → 2" in out
    assert "[- brief, concrete-]{+ warm+}" in out
    other = maison("prompts", "diff", str(variant), str(variant))[1]
    assert "are the same" in other


def test_a_broken_folder_is_told(maison: Maison, variant: Path) -> None:
    (variant / "style.md").write_text("no front matter\n", encoding="utf-8")
    code, _, err = maison("prompts", "diff", str(variant))
    assert (code, "front matter" in err, "prompts lint" in err) == (1, True, True)


def test_a_variant_that_nobody_reads_is_not_tried(maison: Maison, variant: Path) -> None:
    shipped = (SHIPPED / "style.md").read_text(encoding="utf-8")
    (variant / "style.md").write_text(f"{shipped}Prefer wool.\n", encoding="utf-8")
    for model in ("house", "scripted"):
        code, out, err = maison("prompts", "try", str(variant), "--suite", "talks", "--model", model)
        assert (code, "interval" in out) == (1, False)
        assert f"{model} does not read prose (house: voice only), and only the words of style differ" in err
    (variant / "style.md").write_text(shipped, encoding="utf-8")
    code, _, err = maison("prompts", "try", str(variant), "--suite", "talks")
    assert (code, "nothing to try" in err) == (1, True)


def test_a_voice_is_tried_on_the_cases_that_hear_it(
    maison: Maison,
    variant: Path,
    tmp_path: Path,
    few_cases: Callable[..., None],  # noqa: F811
) -> None:
    asked = ("What do I wear to a wedding in Lyon in June?", "An outfit for the office")
    few_cases(
        *(Case(id=text, language="en", say=Said(text=text), world=SHOP, checks={"intent": "outfit"}) for text in asked)
    )
    shipped = (SHIPPED / "merge.md").read_text(encoding="utf-8")
    (variant / "merge.md").write_text(shipped.replace("sentences = 6", "sentences = 1"), encoding="utf-8")
    out = tmp_path / "tried.jsonl"
    arguments = ("prompts", "try", str(variant), "--suite", "few", "--out", str(out))
    code, said, err = maison(*arguments)
    assert code == 0, err
    assert f"merge  {load_prompt('merge').version} → " in said
    assert "(voice)" in said
    assert "2 of 2 cases could change; the figures are of these alone." in said
    assert "95 % interval" in said
    shorter, longer = [mean_words(path) for path in (out, tmp_path / "tried.shipped.jsonl")]
    assert shorter < 0.6 * longer
    assert "2 of 2 replies changed." in said
    assert all(case in said for case in asked)


def test_replies_stand_beside_each_other_as_many_as_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    reworded = [Reworded(f"talks-{at}", f"order {at}", f"The coat, {at}.", f"A coat of wool, {at}.") for at in range(3)]
    print_replies(reworded, 7, 1)
    few = capsys.readouterr().out
    line = next(line for line in few.splitlines() if "The coat, 0." in line)
    assert "A coat of wool, 0." in line
    assert "3 of 7 replies changed." in few
    assert "talks-0 · order 0" in few
    assert ("talks-1" in few, "and 2 more; --all-replies shows them" in few) == (False, True)
    print_replies(reworded, 7, None)
    every = capsys.readouterr().out
    assert all(f"talks-{at} · order {at}" in every for at in range(3))
    assert "more" not in every
    print_replies([], 7, 5)
    assert "No reply changed." in capsys.readouterr().out


def test_words_are_tried_on_a_model_that_reads_them(
    maison: Maison,
    variant: Path,
    tmp_path: Path,
    few_cases: Callable[..., None],  # noqa: F811
) -> None:
    asked = ("What do I wear to a wedding in Lyon in June?", "A navy blazer, please")
    few_cases(
        *(Case(id=text, language="en", say=Said(text=text), world=SHOP, checks={"intent": "outfit"}) for text in asked)
    )
    shipped = (SHIPPED / "merge.md").read_text(encoding="utf-8")
    (variant / "merge.md").write_text(f"{shipped}\n{ORDER}\n", encoding="utf-8")
    out = tmp_path / "tried.jsonl"
    with prose_model() as spec:
        code, said, err = maison("prompts", "try", str(variant), "--suite", "few", "--model", spec, "--out", str(out))
    assert code == 0, err
    assert "(words)" in said
    assert "2 of 2 cases could change" in said
    assert "voice only" not in said
    heard = {path: [OBEYED in reply for reply in replies(path)] for path in (out, tmp_path / "tried.shipped.jsonl")}
    assert [*heard.values()] == [[True, True], [False, False]]


def replies(path: Path) -> list[str]:
    return [result.outputs["messages"][-1]["content"] for result in iterate_results(path)]


def mean_words(path: Path) -> float:
    return mean(len(reply.split()) for reply in replies(path))
