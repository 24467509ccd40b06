import pytest

from agents.house.model import HouseModel
from agents.models import Models, UnknownModel, load_model


def test_every_model_stays_out_of_the_reply_stream():
    assert load_model("house").tags == ["nostream"]
    assert load_model("vllm:tiny@http://127.0.0.1:9/v1").tags == ["nostream"]


def test_a_vllm_spec_names_the_model_and_its_server():
    model = load_model("vllm:tiny@http://127.0.0.1:9/v1")
    assert (model.model_name, model.openai_api_base) == ("tiny", "http://127.0.0.1:9/v1")
    assert model.max_retries == 0


@pytest.mark.parametrize("spec", ["vllm:tiny", "vllm:@http://127.0.0.1:9", "nonsense", "nowhere:model"])
def test_a_spec_that_nobody_understands_is_refused(spec):
    with pytest.raises(UnknownModel):
        load_model(spec)


def test_only_registered_names_are_models_and_each_is_loaded_once():
    models = Models({"house": "house", "other": "house"})
    assert isinstance(models.house, HouseModel)
    assert models.model("other") is models.model("other")
    with pytest.raises(UnknownModel, match="house, other"):
        models.model("vllm:x@http://169.254.169.254/")
