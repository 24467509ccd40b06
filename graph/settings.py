"""What the process may set: environment variables `MAISON_*`. One run's choices are in `graph.context`."""

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from agents.models import HOUSE
from stores.vocabulary import ROLES, Role


class Settings(BaseSettings):
    """Every field is one variable: `data_dir` is MAISON_DATA_DIR."""

    model_config = SettingsConfigDict(env_prefix="MAISON_", extra="ignore")

    data_dir: Path = Field(Path(".maison"), description="where everything is kept")
    host: str = Field("127.0.0.1", description="address to serve on")
    port: int = Field(8123, ge=1, le=65535, description="port to serve on")

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

    weather: Literal["normals", "open-meteo", "openweathermap"] = Field("normals", description="source of forecasts")
    weather_key: SecretStr | None = Field(None, description="key of openweathermap")
    rate_usd: float = Field(1.10, gt=0, description="dollars per euro")
    rate_gbp: float = Field(0.85, gt=0, description="pounds per euro")
    rate_cny: float = Field(7.80, gt=0, description="yuan per euro")

    max_body_mb: float = Field(16, gt=0, description="largest request")
    max_photo_mb: float = Field(12, gt=0, description="largest photo")
    max_message_chars: int = Field(4000, gt=0, description="longest message")
    photos_leave: bool = Field(False, description="photos may be sent to a configured caption model")
    traces_kept: int = Field(200, ge=0, description="runs whose trace is kept, per person")

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, values: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in values.items() if value != ""}

    @property
    def registry(self) -> dict[str, str]:
        """Name to spec: the house, what was registered, and every spec that a role names directly."""
        named = [self.model, *(spec for role in ROLES if (spec := getattr(self, f"model_{role}")))]
        return {HOUSE: HOUSE, **{spec: spec for spec in named}, **self.models}

    @property
    def roles(self) -> dict[Role, str]:
        """The model name of each role."""
        return {role: getattr(self, f"model_{role}") or self.model for role in ROLES}

    @property
    def rates(self) -> dict[str, float]:
        return {"EUR": 1.0, "USD": self.rate_usd, "GBP": self.rate_gbp, "CNY": self.rate_cny}
