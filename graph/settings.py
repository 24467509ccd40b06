"""What the process may set: environment variables `MAISON_*`. One run's choices are in `graph.context`."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PositiveFloat, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from agents.models import HOUSE, Policy
from agents.spending import Price
from stores.folders import Folder
from stores.vocabulary import ROLES, Role
from tools.money import RATES
from tools.preview.painters import known_painter


def several(value: Any) -> Any:
    """A list that an environment variable gives between commas."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def beside_ours(rates: dict[str, float]) -> dict[str, float]:
    """An operator's rates, and ours for all other currencies."""
    return {**RATES, **rates}


Names = Annotated[list[str], NoDecode, BeforeValidator(several)]


class Settings(BaseSettings):
    """Every field is one variable: `data_dir` is MAISON_DATA_DIR."""

    model_config = SettingsConfigDict(env_prefix="MAISON_", extra="ignore")

    data_dir: Path = Field(Path(".maison"), description="where everything is kept")
    files_url: str | None = Field(
        None, description="address of photos and previews, such as s3://bucket/prefix; unset, there too"
    )
    host: str = Field("127.0.0.1", description="address to serve on")
    port: int = Field(8123, ge=1, le=65535, description="port to serve on")

    auth: Literal["none", "keys", "oidc", "keys+oidc"] = Field("none", description="how callers say who they are")
    api_key: SecretStr | None = Field(None, description="key that commands show to a running server")
    oidc_issuer: str | None = Field(None, description="issuer whose tokens are taken")
    oidc_audience: str | None = Field(None, description="audience that a token has to name")
    oidc_jwks_url: str | None = Field(None, description="where the issuer's keys are; unset, the issuer is asked")
    oidc_rights_claim: str = Field("maison_rights", description="claim that lists rights beyond `person`")
    session_hours: float = Field(12, gt=0, description="how long a browser stays signed in")
    hosts: Names = Field([], description="host names answered to; unset, loopback names, or with auth any")
    cors_origins: Names = Field([], description="web origins whose pages may call")
    fetch_photos: bool = Field(False, description="photos may be fetched from https addresses in messages")

    model: str = Field(HOUSE, description="model of every role: a registered name, or a spec such as vllm:NAME@URL")
    models: dict[str, str] = Field({}, description="registry as JSON: name to spec")
    model_understand: str | None = Field(None, description="model of one role")
    model_style: str | None = Field(None, description="model of one role")
    model_critique: str | None = Field(None, description="model of one role")
    model_check: str | None = Field(None, description="model of one role")
    model_advise: str | None = Field(None, description="model of one role")
    model_merge: str | None = Field(None, description="model of one role")
    model_caption: str | None = Field(None, description="model of one role")
    model_judge: str | None = Field(None, description="model of one role")
    call_seconds: float = Field(10, gt=0, description="time of one model call")
    turn_seconds: float = Field(30, gt=0, description="time that all model calls of a turn share")
    call_retries: int = Field(2, ge=0, le=5, description="calls again after 429, 5xx or a broken line, within the time")
    calls_per_second: float | None = Field(None, gt=0, description="most calls of one backend; unset, no limit")
    breaker_failures: int = Field(5, ge=1, description="failures in a row after which a backend is let be")
    breaker_seconds: float = Field(30, gt=0, description="how long it is let be before one call tries it again")
    replies_cached: int = Field(0, ge=0, description="typed replies of models kept in this process; 0 keeps none")
    unread_words: float = Field(
        1.0, description="words unread by the house up to which no model is asked to understand; -1, always asked"
    )
    prices: dict[str, Price] = Field(
        {}, description='per million tokens by model name, as JSON: {"openai:NAME": {"input": 0.5, "output": 2}}'
    )

    text_encoder: Path | None = Field(
        None, description="folder of a sentence-transformers model by which texts are compared; unset, MiniLM"
    )
    image_encoder: Path | None = Field(
        None,
        description="folder of a CLIP or SigLIP model by which pictures are compared; unset, the shipped classifier",
    )
    preview: Annotated[str, AfterValidator(known_painter)] = Field(
        "board",
        description="painter of previews: board for none, diffusers-edit:DIR, diffusers-inpaint:DIR or webui:URL",
    )
    preview_seconds: float = Field(120, gt=0, description="time of one painted picture")
    weather: Literal["normals", "open-meteo", "openweathermap"] = Field("normals", description="source of forecasts")
    weather_key: SecretStr | None = Field(None, description="key of openweathermap")
    rates: Annotated[dict[str, PositiveFloat], AfterValidator(beside_ours)] = Field(
        {}, validate_default=True, description='units per euro by currency, as JSON: {"USD": 1.08}; others as shipped'
    )

    max_body_mb: float = Field(16, gt=0, description="largest request")
    max_photo_mb: float = Field(12, gt=0, description="largest photo")
    max_message_chars: int = Field(4000, gt=0, description="longest message")
    photos_per_person: int = Field(200, gt=0, description="photos kept of one person")
    requests_per_minute: int | None = Field(None, gt=0, description="of one caller; unset, 600 with auth")
    runs_per_person: int | None = Field(None, gt=0, description="runs at once of one caller; unset, 8 with auth")
    runs_at_once: int = Field(256, gt=0, description="runs at once in all, waiting ones included")
    client_seconds: float = Field(30, gt=0, description="how long a client may stop sending or reading")
    drain_seconds: float = Field(15, ge=0, description="how long a stopping server lets runs end")
    otel_endpoint: str | None = Field(None, description="OTLP collector (gRPC) that is told of every run")
    photos_leave: bool = Field(False, description="photos may be sent to configured models, where their owner agrees")
    looks_kept: int = Field(300, gt=0, description="shown looks kept of one person, beside those they saved")
    previews_kept: int = Field(200, gt=0, description="previews kept of one person")
    traces_kept: int = Field(200, ge=0, description="runs whose trace is kept, per person")
    records_kept: int = Field(
        0, ge=0, description="replies of models kept for learning, per person who agrees; 0, none"
    )

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, values: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in values.items() if value != ""}

    @field_validator("files_url")
    @classmethod
    def _know_the_storage(cls, url: str | None) -> str | None:
        """Refuse at the start what would fail with the first photo."""
        try:
            _ = url and Folder(url)
        except ImportError as error:
            raise ValueError(str(error)) from error
        return url

    @model_validator(mode="after")
    def _know_the_issuer(self) -> "Settings":
        if "oidc" in self.auth and not (self.oidc_issuer and self.oidc_audience):
            raise ValueError("MAISON_AUTH with oidc needs MAISON_OIDC_ISSUER and MAISON_OIDC_AUDIENCE")
        return self

    @property
    def request_limit(self) -> int | None:
        """Requests per minute of one caller. Limits part people from each other, and without auth there is one."""
        return self.requests_per_minute or (None if self.auth == "none" else 600)

    @property
    def run_limit(self) -> int | None:
        """Runs at once of one caller."""
        return self.runs_per_person or (None if self.auth == "none" else 8)

    @property
    def policy(self) -> Policy:
        """How the backends of models are treated."""
        return Policy(
            per_second=self.calls_per_second,
            retries=self.call_retries,
            failures=self.breaker_failures,
            rest=self.breaker_seconds,
            cached=self.replies_cached,
        )

    @property
    def registry(self) -> dict[str, str]:
        """Name to spec: the house, what was registered, and every spec that a role names directly."""
        named = [self.model, *(spec for role in ROLES if (spec := getattr(self, f"model_{role}")))]
        return {HOUSE: HOUSE, **{spec: spec for spec in named}, **self.models}

    @property
    def roles(self) -> dict[Role, str]:
        """The model name of each role."""
        return {role: getattr(self, f"model_{role}") or self.model for role in ROLES}
