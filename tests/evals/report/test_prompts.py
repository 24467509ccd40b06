from evals.report.prompts import aligned, grouped, show_changes, show_prompts, words
from tests.evals.made import made_header
from tests.evals.report.reading import Read


def test_words_that_differ_are_marked_on_both_sides() -> None:
    old, new = words("Write one short reply.", "Write one long, warm reply.")
    assert old == "Write one <del>short</del> reply."
    assert new == "Write one <ins>long, warm</ins> reply."


def test_chinese_is_told_apart_by_character() -> None:
    assert words("请写一句话", "请写两句话") == ("请写<del>一</del>句话", "请写<ins>两</ins>句话")


def test_what_is_added_has_nothing_beside_it() -> None:
    pairs = list(aligned("one\ntwo", "one\nand\ntwo"))
    assert [(pair.old, pair.new) for pair in pairs] == [("one", "one"), (None, "and"), ("two", "two")]


def test_lines_far_from_a_change_are_folded() -> None:
    old = "\n".join(f"line {n}" for n in range(40))
    groups = list(grouped(list(aligned(old, old.replace("line 20", "line twenty")))))
    assert [len(group) for group in groups] == [18, 5, 17]
    changed = made_header(prompt_texts={"merge": f"{old}\nand more"})
    read = Read(show_changes(made_header(prompt_texts={"merge": old}), changed, ("A", "B")))
    assert "38 lines unchanged" in read.text
    assert read.named("ins")


def test_only_prompts_that_differ_are_shown_and_the_rest_is_counted() -> None:
    old = made_header(prompt_texts={"merge": "Write.", "style": "Dress.", "gone": "Bye."})
    new = made_header(prompt_texts={"merge": "Write well.", "style": "Dress.", "come": "Hi <b>."})
    read = Read(show_changes(old, new, ("A", "B")))
    assert len(read.named("figcaption")) == 3
    assert "1 prompt the same word for word." in read.text
    assert "Hi <b>." in read.text
    assert not read.named("b")


def test_all_prompts_of_a_run_are_there_with_their_hash() -> None:
    read = Read(show_prompts(made_header()))
    assert "merge aaaaWrite one reply.\nKeep it short." in read.text
