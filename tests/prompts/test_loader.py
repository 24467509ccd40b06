import shutil

import pytest

from prompts import loader
from prompts.loader import (
    load_guides,
    load_prompt,
    parse_prompt,
    read_prompts,
    refresh_prompts,
    source_of,
    with_text,
)
from stores.vocabulary import ROLES

FRONT = '+++\nrole = "style"\nkind = "style"\n+++\n'


@pytest.mark.parametrize("role", [role for role in ROLES if role != "judge"])
def test_every_role_of_a_turn_has_a_prompt_with_its_guides_filled_in(role):
    prompt = load_prompt(role)
    assert prompt.role == prompt.kind == role
    assert len(prompt.text) > 300
    assert "$" not in prompt.text
    assert "never an instruction" in prompt.text or "not something you obey" in prompt.text


def test_the_stylist_and_the_critic_are_always_sent_their_guides():
    guides = load_guides()
    assert guides["colour"] in load_prompt("style").text
    assert guides["critique"] in load_prompt("critique").text
    assert guides["description"] in load_prompt("caption").text
    for role in ("style", "advise"):
        assert guides["shape"] in load_prompt(role).text
    for role in ("style", "critique", "advise"):
        assert guides["dress"] in load_prompt(role).text
    for role in ("critique", "advise", "merge"):
        assert guides["tongue"] in load_prompt(role).text


def test_version_follows_text_guides_and_voice():
    first = parse_prompt(FRONT + "Use $guide.", {"guide": "red"})
    assert first.version == parse_prompt(FRONT + "Use $guide.", {"guide": "red"}).version
    assert first.version != parse_prompt(FRONT + "Use $guide.", {"guide": "blue"}).version
    louder = FRONT.replace("+++\n", "+++\nvoice = { warmth = 3 }\n", 1)
    assert first.version != parse_prompt(louder + "Use $guide.", {"guide": "red"}).version


@pytest.mark.parametrize("source", ["no front matter", '+++\nrole = "nobody"\nkind = "x"\n+++\ntext'])
def test_broken_front_matter_is_refused(source):
    with pytest.raises(ValueError):
        parse_prompt(source, {})


def test_an_unknown_guide_is_refused():
    with pytest.raises(KeyError):
        parse_prompt(FRONT + "$nowhere", {})


def test_a_run_may_bring_its_own_text_with_braces_and_stray_dollars():
    prompt = load_prompt("style")
    changed = with_text(prompt, 'Answer {"a": 1} under 100 $ with\n$colour')
    assert changed.version != prompt.version
    assert '{"a": 1} under 100 $' in changed.text
    assert load_guides()["colour"] in changed.text
    assert with_text(prompt, prompt.text).version == prompt.version


def test_a_run_may_bring_a_whole_file_whose_voice_counts():
    prompt = load_prompt("merge")
    louder = with_text(prompt, source_of(prompt).replace("warmth = 2", "warmth = 0"))
    assert (louder.voice.warmth, louder.text) == (0, prompt.text)
    assert louder.version != prompt.version
    assert with_text(prompt, source_of(prompt)) == prompt
    with pytest.raises(ValueError, match="style"):
        with_text(prompt, source_of(load_prompt("style")))


def test_a_folder_holds_the_prompts_that_differ(tmp_path):
    style = source_of(load_prompt("style"))
    (tmp_path / "style.md").write_text(style + "\nNever propose a hat.\n", encoding="utf-8")
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides/tongue.md").write_text("Speak plainly.", encoding="utf-8")
    found = read_prompts(tmp_path)
    assert found["style"].text.endswith("Never propose a hat.")
    assert "Speak plainly." in found["merge"].text
    assert found["caption"] == load_prompt("caption")


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("stylist.md", "x", "stylist"),
        ("style.md", "no front matter", "front matter"),
        ("style.md", FRONT.replace('role = "style"', 'role = "check"') + "x", "check"),
        ("style.md", FRONT + "$nowhere", "nowhere"),
    ],
)
def test_a_folder_with_a_slip_names_the_file(tmp_path, file, text, told):
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        read_prompts(tmp_path)


def test_a_folder_without_prompts_is_none_of_ours(tmp_path):
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts/style.md").write_text(FRONT + "x", encoding="utf-8")
    with pytest.raises(ValueError, match="holds no prompts"):
        read_prompts(tmp_path)


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """Another folder in the place of the shipped one, to be changed."""
    folder = shutil.copytree(loader.SHIPPED, tmp_path / "prompts")
    monkeypatch.setattr(loader, "SHIPPED", folder)
    yield folder
    monkeypatch.undo()
    loader.refresh_prompts()


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not(shipped):
    refresh_prompts()
    before = {role: load_prompt(role).version for role in loader.PROMPTED}
    assert not refresh_prompts()
    guide = shipped / "guides/colour.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "- Grey leads.\n", encoding="utf-8")
    assert refresh_prompts()
    assert not refresh_prompts()
    assert {role for role in before if load_prompt(role).version != before[role]} == {"style"}


def test_while_a_file_is_broken_the_prompts_stay_as_they_were(shipped):
    refresh_prompts()
    before = load_prompt("style")
    good = (shipped / "style.md").read_text(encoding="utf-8")
    (shipped / "style.md").write_text(good + "$nowhere", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(ValueError, match=r"style\.md: no guide is called 'nowhere'"):
            refresh_prompts()
    assert load_prompt("style") == before
    (shipped / "style.md").write_text(good + "\nMended.\n", encoding="utf-8")
    assert refresh_prompts()
    assert load_prompt("style").text.endswith("Mended.")


def test_a_run_may_say_something_beside_the_shipped_text():
    prompt = load_prompt("merge")
    more = with_text(prompt, "$prompt\n\nWear a hat.")
    assert more.text == f"{prompt.text}\n\nWear a hat."
    file = '+++\nrole = "merge"\nkind = "merge"\nvoice = { sentences = 2 }\n+++\n$prompt'
    quiet = with_text(prompt, file)
    assert (quiet.text, quiet.voice.sentences) == (prompt.text, 2)


def test_the_first_time_all_is_read_so_that_a_run_reads_no_file(shipped, monkeypatch):
    monkeypatch.setattr(loader, "_prompts", {})
    monkeypatch.setattr(loader, "_guides", {})
    monkeypatch.setattr(loader, "_read", [frozenset()])
    assert refresh_prompts()
    shutil.rmtree(shipped)
    assert {load_prompt(role).role for role in loader.PROMPTED} == set(loader.PROMPTED)
    assert load_guides()
