"""What Maison stands on, looked at part by part: what is there, and what one that is missing would bring.

Only what the settings name is reached over the network, and nothing that costs.
"""

import asyncio
import os
import platform
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import urlsplit

from cli.directory import damaged, fault, unusable, unwritable
from cli.failure import Failure, first_line

if TYPE_CHECKING:
    from graph.settings import Settings

State = Literal["good", "off", "odd", "bad"]

PATIENCE_S = 2
LITTLE_SPACE = 500e6  # bytes; a catalogue of 40 000 articles takes 200 MB while the old one is still served
OTHER_VARIABLES = {"MAISON_VLLM_API_KEY", "MAISON_SHARED_DATA"}  # of the model adapter; of the tests


class Finding(NamedTuple):
    """One thing looked at. Off is optional and not there, odd works but is hardly meant, bad is broken."""

    what: str
    state: State
    detail: str


def findings(settings: "Settings") -> Iterator[Finding]:
    for check in CHECKS:
        yield from check(settings)


def check_python(settings: "Settings") -> Iterator[Finding]:
    fits = sys.version_info[:2] == (3, 11)
    yield Finding("python", "good" if fits else "bad", f"{platform.python_version()}, 3.11 is needed")


def check_variables(settings: "Settings") -> Iterator[Finding]:
    """Names that no setting has are ignored, which is easily overlooked."""
    known = {f"MAISON_{name.upper()}" for name in type(settings).model_fields} | OTHER_VARIABLES
    for name in sorted(name for name in os.environ if name.startswith("MAISON_") and name not in known):
        meant = get_close_matches(name, known, 1)
        yield Finding(name, "odd", f"no such setting, ignored{f'; meant {meant[0]}?' if meant else ''}")


def check_data(settings: "Settings") -> Iterator[Finding]:
    from stores.lock import owner

    directory = settings.data_dir.absolute()
    nearest = next(path for path in (directory, *directory.parents) if path.is_dir())
    if error := unwritable(nearest):
        yield Finding("data directory", "bad", unusable(directory, error))
        return
    free = shutil.disk_usage(nearest).free
    yield Finding("data directory", "good" if free > LITTLE_SPACE else "odd", f"{directory}, {free / 1e9:.1f} GB free")
    for path, reason in damaged(directory):
        yield Finding(path.name, "bad", f"{reason}. Put a copy of it back, or move it away to begin anew")
    held = owner(directory)
    by = "nobody: commands work in it directly" if held is None else f"the process at {held or '(a command at work)'}"
    yield Finding("owner", "good", by)


def check_files(settings: "Settings") -> Iterator[Finding]:
    """Whether the storage of photos and previews answers; in the data directory it is as good as that."""
    from stores.caller import LOCAL
    from stores.folders import Folder, Unreachable

    if settings.files_url is None:
        yield Finding("files", "good", "photos and previews in the data directory")
        return
    try:
        asyncio.run(Folder(settings.files_url).kept(LOCAL, ""))
    except Unreachable as error:
        yield Finding("files", "bad", first_line(error))
    else:
        yield Finding("files", "good", f"photos and previews at {settings.files_url}")


def check_catalog(settings: "Settings") -> Iterator[Finding]:
    from cli.catalog import count

    try:
        info = asyncio.run(count())
    except Failure as failure:
        yield Finding("catalogue", "off", str(failure))
    else:
        priced = f"prices in {info.currency}" if info.priced else "no prices, so no budget can be kept"
        yield Finding("catalogue", "good", f"{info.articles} articles, {priced}, version {info.version}")


def check_embeddings(settings: "Settings") -> Iterator[Finding]:
    """By what texts are compared; a model is loaded and asked."""
    from stores.embeddings import WrongWeights, check_weights

    if settings.text_encoder is not None:
        yield of_texts(settings, settings.text_encoder)
        return
    try:
        check_weights()
    except (WrongWeights, ImportError, OSError) as error:
        yield Finding("text embeddings", "bad", str(error))
    else:
        yield Finding("text embeddings", "good", "MiniLM, weights are the ones this version was made for")


def of_texts(settings: "Settings", folder: Path) -> Finding:
    from cli.catalog import count
    from stores.text_encoders import SentenceModel
    from stores.weights import NoWeights

    try:
        model = SentenceModel(folder)
        detail = f"{folder}, {model.dimensions} dimensions"
        fits = asyncio.run(count()).encoder == model.model_id
    except NoWeights as error:
        return Finding("text embeddings", "bad", str(error))
    except Failure:  # no catalogue yet, which its own line says
        return Finding("text embeddings", "good", detail)
    other = "; the catalogue was ingested with another, so words alone are compared: `maison catalog ingest` it again"
    return Finding("text embeddings", "good" if fits else "odd", detail if fits else detail + other)


def check_auth(settings: "Settings") -> Iterator[Finding]:
    from stores.addresses import is_loopback

    if settings.auth == "none":
        safe = is_loopback(settings.host)
        detail = "this machine alone may call; MAISON_AUTH=keys lets others in" if safe else "needed to serve others"
        yield Finding("auth", "off" if safe else "bad", detail)
        return
    yield Finding("auth", "good", settings.auth)
    path = settings.data_dir / "keys.db"
    if "keys" in settings.auth and not (path.exists() and fault(path)):
        number = asyncio.run(count_keys(path)) if path.exists() else 0
        yield Finding("keys", "good" if number else "bad", f"{number}; `maison keys create NAME` makes one")
    if "oidc" in settings.auth:
        issuer = str(settings.oidc_issuer).rstrip("/")
        yield reached("issuer", settings.oidc_jwks_url or f"{issuer}/.well-known/openid-configuration")
    if settings.api_key is None:
        yield Finding("own key", "off", "MAISON_API_KEY lets commands here through to the running server")


async def count_keys(path: Path) -> int:
    from stores.keys import open_keys

    async with open_keys(path) as keys:
        return len(await keys.all())


def check_models(settings: "Settings") -> Iterator[Finding]:
    from agents.models import HOUSE, Models
    from cli.answering import answered

    models = Models(settings.registry)
    for name, spec in settings.registry.items():
        roles = ", ".join(role for role, chosen in settings.roles.items() if chosen == name)
        does = f"answers {roles}" if roles else "registered, answers no role"
        try:
            models.model(name)
        except Exception as error:  # whatever a provider's package has against its settings
            yield Finding(f"model {name}", "bad", first_line(error))
        else:
            answers, told = answered(spec)
            yield Finding(f"model {name}", "good" if answers else "bad", f"{does}{told}" if answers else told)
    if settings.roles["caption"] == HOUSE:
        yield Finding("photos", "off", "colours and patterns are measured; MAISON_MODEL_CAPTION names what is on them")
    elif not (models.is_here(settings.roles["caption"]) or settings.photos_leave):
        yield Finding(
            "photos", "off", "stay here, unseen by the caption model; MAISON_PHOTOS_LEAVE=true has people asked"
        )


def check_encoder(settings: "Settings") -> Iterator[Finding]:
    """By what pictures are compared; a model is loaded and shown one."""
    from stores.gallery import Blind
    from tools.clip import Clip

    if settings.image_encoder is None:
        yield Finding("image encoder", "off", "the shipped classifier compares pictures; MAISON_IMAGE_ENCODER a model")
        return
    try:
        model = Clip(settings.image_encoder)
        model.check()
    except Blind as error:
        yield Finding("image encoder", "bad", str(error))
        return
    there = (settings.data_dir / "gallery" / model.name / "CURRENT").exists()
    missing = "" if there else "; `maison catalog encode` has it look at the catalogue"
    yield Finding("image encoder", "good" if there else "odd", f"{settings.image_encoder}{missing}")


def check_preview(settings: "Settings") -> Iterator[Finding]:
    """Whether what paints previews is there; whether it paints well is seen by looking."""
    from tools.preview.diffusion import INDEX, PACKAGES
    from tools.preview.painters import BOARD

    kind, _, rest = settings.preview.partition(":")
    if settings.preview == BOARD:
        yield Finding(
            "previews", "off", "boards of the pieces; MAISON_PREVIEW has a model paint them, see docs/previews.md"
        )
    elif kind == "webui":
        address = urlsplit(rest)
        open_part = f"{address.scheme}://{address.netloc.rpartition('@')[2]}{address.path.rstrip('/')}"
        yield reached("previews", f"{open_part}/sdapi/v1/scripts")
    elif not (Path(rest) / INDEX).is_file():
        yield Finding("previews", "bad", f"{rest} holds no pipeline ({INDEX} is not there)")
    elif missing := [name for name in PACKAGES if find_spec(name) is None]:
        yield Finding("previews", "bad", f"{', '.join(missing)} not installed; `make local` does, in .venv-local")
    else:
        yield Finding("previews", "good", f"{kind}, over {rest}")
    if settings.preview != BOARD and settings.roles["caption"] == "house":
        yield Finding("try-on", "off", "nobody tells who is on a photo; MAISON_MODEL_CAPTION does")


def check_network(settings: "Settings") -> Iterator[Finding]:
    """What goes out, by the operator's word alone."""
    if settings.weather == "normals":
        yield Finding("weather forecast", "off", "monthly normals; MAISON_WEATHER=open-meteo brings forecasts")
    elif settings.weather == "openweathermap" and settings.weather_key is None:
        yield Finding("weather forecast", "bad", "openweathermap needs MAISON_WEATHER_KEY")
    else:
        yield Finding("weather forecast", "good", f"{settings.weather}, over the network")
    fetched = "taken from https addresses in messages" if settings.fetch_photos else "MAISON_FETCH_PHOTOS=true"
    state: State = "good" if settings.fetch_photos else "off"
    yield Finding("photos from the web", state, fetched if settings.fetch_photos else f"not fetched; {fetched} does")
    if settings.otel_endpoint is None:
        yield Finding("telemetry", "off", "MAISON_OTEL_ENDPOINT sends a span of every run to an OTLP collector")
    else:
        yield listening("telemetry", settings.otel_endpoint)


def check_fonts(settings: "Settings") -> Iterator[Finding]:
    from tools.preview.lettering import font_for

    there = font_for("外套", 20) is not None
    without = "none with Chinese characters: boards name pieces in Latin letters (fonts-noto-cjk, fontconfig)"
    yield Finding("fonts", "good" if there else "off", "Latin and Chinese" if there else without)


def check_studio(settings: "Settings") -> Iterator[Finding]:
    there = find_spec("langgraph_api") is not None
    yield Finding(
        "studio", "good" if there else "off", "`make studio` starts it" if there else "`make studio` installs it"
    )


def reached(what: str, url: str) -> Finding:
    """Whether an address answers, whatever it says."""
    import httpx

    try:
        httpx.get(url, timeout=PATIENCE_S)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Finding(what, "bad", f"{url} does not answer ({type(error).__name__})")
    return Finding(what, "good", url)


def listening(what: str, endpoint: str) -> Finding:
    """Whether anybody takes connections at HOST:PORT, with or without a scheme before it."""
    parsed = urlsplit(endpoint if "//" in endpoint else f"//{endpoint}")
    try:
        socket.create_connection((parsed.hostname or "", parsed.port or 4317), PATIENCE_S).close()
    except (OSError, ValueError) as error:
        return Finding(what, "bad", f"nobody listens at {endpoint} ({error})")
    return Finding(what, "good", endpoint)


CHECKS: tuple[Callable[["Settings"], Iterator[Finding]], ...] = (
    check_python,
    check_variables,
    check_data,
    check_files,
    check_auth,
    check_catalog,
    check_embeddings,
    check_models,
    check_encoder,
    check_preview,
    check_network,
    check_fonts,
    check_studio,
)
