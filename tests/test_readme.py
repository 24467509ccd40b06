"""What the README tells people to type works, against served instances in the place of the default one."""

import csv
import gzip
import json
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from agents.models import Models
from graph.settings import Settings
from stores.catalog.feeds.hm import COLUMNS
from stores.vocabulary import ROLES
from tests.photos import red_square
from tests.server.processes import MAISON, Served, serving

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
NODE_MODULES = ROOT / "tests/conformance/js/node_modules"
SERVES_AT = "http://127.0.0.1:8123"
CHAT = "Hello\nWhat do I wear to a party?\n\n"
CUT = "=== cut ==="
NOT_HERE = re.compile(r"^(?:MAISON_\w+=\S+ )*make \w+.*$", re.MULTILINE)  # sets up, or serves until it is stopped

TOUR = [
    '"looks":[{"id":"look-1"',
    "event: messages",
    '"origin":"photo"',
    '"rating":"up"',
    "",
    "total",
]


def section(title: str) -> str:
    return re.split(r"^## ", README.partition(f"\n## {title}\n")[2], flags=re.MULTILINE)[0]


def blocks(language: str, text: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def written_here(text: str, served: Served) -> str:
    """A block for this machine: the command from this checkout, the server where it is."""
    return NOT_HERE.sub("", text).replace(SERVES_AT, served.url).replace(".venv/bin/maison", shlex.join(MAISON))


def typed(scripts: list[str], served: Served, folder: Path) -> list[str]:
    """What each block shows, typed one after the other into one shell; fails where a command does."""
    script = f"\necho '{CUT}'\n".join(written_here(text, served) for text in scripts)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        env=served.env, cwd=folder, input=CHAT, capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr
    return done.stdout.split(CUT)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, demo_catalog: Path) -> Iterator[Served]:
    directory = tmp_path_factory.mktemp("readme")
    shutil.copytree(demo_catalog, directory / "catalog")
    with serving(directory) as server:
        yield server


@pytest.fixture
def curl() -> None:
    if shutil.which("curl") is None:
        pytest.skip("there is no curl on this machine")


@pytest.mark.usefixtures("curl")
def test_the_tour_works_from_its_first_line_to_its_last(served: Served, tmp_path: Path) -> None:
    (tmp_path / "skirt.jpg").write_bytes(red_square())
    shown = typed(blocks("sh", section("Ten minutes")), served, tmp_path)
    assert len(shown) == len(TOUR)
    for block, expected in zip(shown, TOUR, strict=True):
        assert expected in block
        assert '"status":4' not in block
    assert '"intent":"outfit"' in shown[0] + shown[1]
    assert "MAISON_DATA_DIR" in shown[-1]
    assert "navy" in shown[-1]
    assert (tmp_path / "me.zip").stat().st_size > 1000


def test_the_python_client_streams_the_reply(served: Served) -> None:
    (snippet,) = blocks("python", README)
    body = textwrap.indent(snippet.replace(SERVES_AT, served.url), "    ")
    program = f"import asyncio\nasync def main():\n{body}\nasyncio.run(main())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    assert "blazer" in done.stdout, done.stderr


def test_the_javascript_client_prints_the_reply(served: Served, tmp_path: Path) -> None:
    if shutil.which("node") is None or not NODE_MODULES.exists():
        pytest.skip("the JavaScript SDK is not installed: `npm ci` in tests/conformance/js")
    (snippet,) = blocks("js", README)
    (tmp_path / "node_modules").symlink_to(NODE_MODULES)
    (tmp_path / "ask.mjs").write_text(snippet.replace(SERVES_AT, served.url), encoding="utf-8")
    done = subprocess.run(["node", "ask.mjs"], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert "blazer" in done.stdout, done.stderr


@pytest.mark.usefixtures("curl")
def test_every_feed_is_taken(tmp_path: Path, demo_catalog: Path) -> None:
    write_feeds(tmp_path)
    shutil.copytree(demo_catalog, tmp_path / "data" / "catalog")
    with serving(tmp_path / "data") as served:
        by_command, by_http = typed(blocks("sh", section("Your own catalogue")), served, tmp_path)
    assert re.findall(r"(\d+) added", by_command) == ["1", "1", "1", "1"]
    assert by_http.count('"format":"jsonl"') == 2


def write_feeds(folder: Path) -> None:
    """The files that the README ingests, one article each."""
    coat = {"article_id": "1", "prod_name": "Mara", "product_type_name": "Coat", "index_name": "Ladieswear"}
    with (folder / "articles.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, sorted(COLUMNS))
        writer.writeheader()
        writer.writerow(dict.fromkeys(COLUMNS, "0") | coat | {"colour_group_name": "Dark Blue"})
    (folder / "images").mkdir()
    header = "id,gender,masterCategory,subCategory,articleType,baseColour,season,year,usage,productDisplayName"
    with gzip.open(folder / "styles.csv.gz", "wt", encoding="utf-8") as file:
        file.write(f"{header}\n7,Men,Apparel,Topwear,Shirts,Navy Blue,Fall,2012,Formal,Mara Navy Blue Shirt\n")
    jacket = {"id": "a-1", "name": "Puffer Jacket", "category": "apparel", "style": "jacket", "gender_affinity": "F"}
    more = {"description": "A mustard jacket for cold days.", "price": 89.99, "image": "a-1.jpg"}
    (folder / "products.jsonl").write_text(json.dumps(jacket | more), encoding="utf-8")


@pytest.mark.usefixtures("curl")
def test_a_key_opens_a_server_on_a_network(tmp_path: Path, demo_catalog: Path) -> None:
    shutil.copytree(demo_catalog, tmp_path / "data" / "catalog")
    with serving(tmp_path / "data", auth="keys", host="0.0.0.0") as served:
        (shown,) = typed(blocks("sh", section("On a network")), served, tmp_path)
    assert '"sizes"' in shown
    assert "navy" in shown
    assert "phone" in shown


def test_every_model_that_is_named_can_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    commands = re.findall(r"^(\w+)=(\S+) make serve", section("A model of your own"), re.MULTILINE)
    assert len(commands) == 2
    for name, value in commands:
        with pytest.MonkeyPatch.context() as env:
            env.setenv(name, value)
            settings = Settings()
        assert value in settings.roles.values()
        assert Models(settings.registry).model(value)


def test_every_command_is_tried_by_a_test_above() -> None:
    setup = README.partition("\n## ")[0]
    tried = sum(len(blocks("sh", section(title))) for title in ("Ten minutes", "Your own catalogue", "On a network"))
    assert len(blocks("sh", README)) == tried + len(blocks("sh", setup)) + 1  # the models of one's own
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{target}:" in makefile for target in re.findall(r"(?:^|`|=\S+ )make (\w+)", README, re.MULTILINE))


def test_every_setting_is_in_the_table() -> None:
    table = "\n".join(setting_rows())
    assert table in README, table


def setting_rows() -> Iterator[str]:
    """The table of the README, from the settings themselves; the roles share one row."""
    yield "| variable | default | meaning |"
    yield "|---|---|---|"
    for name, field in Settings.model_fields.items():
        if name == f"model_{ROLES[0]}":
            yield f"| `MAISON_MODEL_<ROLE>` |  | {field.description}: {', '.join(ROLES)} |"
        if name.removeprefix("model_") not in ROLES:
            yield f"| `MAISON_{name.upper()}` | {default_of(field.default)} | {field.description} |"


def default_of(value: object) -> str:
    match value:
        case None | [] | {}:
            return ""
        case bool():
            return str(value).lower()
        case float():
            return f"{value:g}"
    return str(value)
