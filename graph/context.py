"""What one run may set: models by registered name, prompt texts, how many looks, how to search. Editable in Studio."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from prompts.loader import PROMPTED, load_prompt, with_text
from stores.catalog.shop import Retrieval
from stores.vocabulary import Role
from tools.taste import SPREAD, is_trait


def _model(role: Role, node: str) -> Any:
    return Field(
        None,
        description=f"registered model that answers `{role}`; unset, the operator's choice",
        json_schema_extra={"langgraph_nodes": [node]},
    )


def _prompt(role: Role, node: str) -> Any:
    """A prompt's text; what nobody set is read when a run begins, since files change beneath a server that goes on."""

    def shown(schema: dict[str, Any]) -> None:
        schema |= {"default": load_prompt(role).text, "langgraph_nodes": [node], "langgraph_type": "prompt"}

    return Field(
        default_factory=lambda: load_prompt(role).text,
        description=f"what `{role}` is told; a whole prompt file's front matter sets the voice too",
        json_schema_extra=shown,
    )


class Context(BaseModel):
    """One run's choices. A model is a name from the registry, never an address; prompts need the right to edit them."""

    model_config = ConfigDict(extra="forbid")

    looks: int = Field(3, ge=1, le=6, description="looks to show")
    check_rounds: int = Field(2, ge=0, le=2, description="how often the critic may send a look back")
    exclude: list[str] = Field([], max_length=500, description="ids of articles that are not to be shown")
    retrieval: Retrieval = Field("hybrid", description="how the catalogue is searched")
    leaning: dict[str, Annotated[float, Field(ge=-1, le=1)]] = Field(
        {},
        max_length=100,
        description="what looks lean to, from -1 to 1 by attribute: family:red, pattern:floral, category:tote, price:5 "
        "(prices by powers of two), ...",
        json_schema_extra={"langgraph_nodes": ["compose"]},
    )
    model: str | None = Field(None, description="registered model that answers every role")
    model_understand: str | None = _model("understand", "understand")
    model_style: str | None = _model("style", "style")
    model_critique: str | None = _model("critique", "critique")
    model_check: str | None = _model("check", "check")
    model_advise: str | None = _model("advise", "advise")
    model_merge: str | None = _model("merge", "merge")
    model_caption: str | None = _model("caption", "caption_photos")
    prompt_understand: str = _prompt("understand", "understand")
    prompt_style: str = _prompt("style", "style")
    prompt_critique: str = _prompt("critique", "critique")
    prompt_check: str = _prompt("check", "check")
    prompt_advise: str = _prompt("advise", "advise")
    prompt_merge: str = _prompt("merge", "merge")
    prompt_caption: str = _prompt("caption", "caption_photos")

    @field_validator("leaning")
    @classmethod
    def _know_the_attributes(cls, leaning: dict[str, float]) -> dict[str, float]:
        if strange := [name for name in leaning if not is_trait(name)]:
            known = ", ".join(f"{kind}:" for kind in SPREAD)
            raise ValueError(f"{strange[0]!r} is no attribute of a piece; they begin with {known}")
        return leaning

    @model_validator(mode="after")
    def _read_the_prompts(self) -> "Context":
        """Refuse a prompt file with broken front matter before the run begins."""
        for role, text in self.prompts.items():
            with_text(load_prompt(role), text)
        return self

    @property
    def models(self) -> dict[Role, str]:
        """Role to model name, for the roles this run decides about."""
        return _chosen(self, "model_", self.model)

    @property
    def prompts(self) -> dict[Role, str]:
        """Role to prompt text, for the roles whose prompt this run sets."""
        chosen = _chosen(self, "prompt_", None)
        return {role: text for role, text in chosen.items() if f"prompt_{role}" in self.model_fields_set}


RUN_ROLES = PROMPTED


def _chosen(context: Context, prefix: str, default: str | None) -> dict[Role, str]:
    found = {role: getattr(context, prefix + role) or default for role in RUN_ROLES}
    return {role: value for role, value in found.items() if value}
