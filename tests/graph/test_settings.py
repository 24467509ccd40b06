import pytest
from pydantic import ValidationError

from graph.context import Context
from graph.settings import Settings
from prompts.loader import load_prompt, source_of
from stores.vocabulary import ROLES
from tools.money import RATES


def test_the_house_answers_every_role_by_default():
    settings = Settings()
    assert settings.roles == dict.fromkeys(ROLES, "house")
    assert settings.registry == {"house": "house"}


def test_environment_names_models_per_role(monkeypatch):
    monkeypatch.setenv("MAISON_MODELS", '{"big": "openai:gpt-x"}')
    monkeypatch.setenv("MAISON_MODEL", "big")
    monkeypatch.setenv("MAISON_MODEL_MERGE", "vllm:tiny@http://127.0.0.1:9/v1")
    settings = Settings()
    assert settings.roles["style"] == "big"
    assert settings.roles["merge"] == "vllm:tiny@http://127.0.0.1:9/v1"
    assert settings.registry["big"] == "openai:gpt-x"
    assert settings.registry[settings.roles["merge"]] == settings.roles["merge"]


@pytest.mark.parametrize(("name", "value"), [("PORT", "0"), ("WEATHER", "guess"), ("CALL_SECONDS", "-1")])
def test_a_setting_that_makes_no_sense_is_refused(monkeypatch, name, value):
    monkeypatch.setenv(f"MAISON_{name}", value)
    with pytest.raises(ValidationError, match=name.lower()):
        Settings()


def test_an_empty_variable_is_as_if_unset(monkeypatch):
    monkeypatch.setenv("MAISON_MODEL", "")
    assert Settings().model == "house"


def test_a_run_may_choose_models_for_all_roles_or_for_one():
    context = Context(model="big", model_merge="small")
    assert context.models["style"] == "big"
    assert context.models["merge"] == "small"
    assert Context().models == {}


def test_prompts_of_a_run_are_the_shipped_ones_until_changed():
    assert Context().prompt_style == load_prompt("style").text
    assert Context().prompts == {}
    assert Context(prompt_style="be brief").prompts == {"style": "be brief"}


def test_a_prompt_file_with_broken_front_matter_is_refused():
    with pytest.raises(ValidationError, match="front matter"):
        Context(prompt_merge="+++\nrole = ")
    with pytest.raises(ValidationError, match="style"):
        Context(prompt_merge=source_of(load_prompt("style")))


async def test_a_run_s_own_voice_is_spoken(talk):
    quiet = source_of(load_prompt("merge")).replace("sentences = 6", "sentences = 1")
    asked = "A dress for a wedding in Lyon in June, under 200 euros"
    short = await talk.say(asked, prompt_merge=quiet)
    usual = await talk.say(asked)
    assert len(short["messages"][-1].text) < len(usual["messages"][-1].text)


def test_a_run_may_set_nothing_else():
    with pytest.raises(ValidationError):
        Context.model_validate({"base_url": "http://169.254.169.254"})


def test_an_operators_rates_stand_beside_ours(monkeypatch):
    monkeypatch.setenv("MAISON_RATES", '{"USD": 1.05}')
    rates = Settings().rates
    assert (rates["USD"], rates["GBP"]) == (1.05, RATES["GBP"])
    monkeypatch.setenv("MAISON_RATES", '{"USD": 0}')
    with pytest.raises(ValidationError, match="greater than 0"):
        Settings()
