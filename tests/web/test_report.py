"""The report of an evaluation in Chromium: from a file, without a server, filtered, on a phone, in the dark."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

pytest.importorskip("playwright", reason="`make web-test` runs these, in an environment with playwright")

from playwright.async_api import Browser, Page, expect

from evals.report import build_report
from tests.evals.made import made_case, made_evaluation, made_outputs, made_result, write_evaluation
from tests.web.browsing import DESKTOP, PATIENCE_MS, PHONE

HOSTILE = '</script><script>document.title="taken"</script><img src=x onerror=\'document.title="taken"\'>'
SAID = {"en": "A navy dress", "fr": "Une robe verte", "zh": "黑色长裤"}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs of twelve cases in three languages; in the second three get worse, and all of it is attacked."""
    folder = tmp_path_factory.mktemp("report")
    runs = [[result(number, run) for number in range(12)] for run in range(2)]
    changed = {"prompt_texts": {"merge": "Write one reply.\nKeep it long."}}
    files = [
        write_evaluation(folder / "a.jsonl", made_evaluation(runs[0])),
        write_evaluation(folder / "b.jsonl", made_evaluation(runs[1], model="scripted", **changed)),
    ]
    page = folder / "report.html"
    page.write_text(build_report(files), encoding="utf-8")
    return page


def result(number: int, run: int):  # type: ignore[no-untyped-def]
    language = ("en", "fr", "zh")[number % 3]
    case = made_case(f"case-{number}", SAID[language], language=language, tags=["evening"] if number < 4 else [])
    scores = {"route": float(not (run and number < 3)), "language": float(number != 11)}
    outputs = made_outputs(f"Reply {number} {HOSTILE}")
    return made_result(case.id, scores, case=case, comment=HOSTILE, outputs=outputs, latency_ms=90 + number)


@pytest_asyncio.fixture(loop_scope="session", params=[DESKTOP, PHONE], ids=["desktop", "phone"])
async def opened(browser: Browser, report: Path, request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """The page as it is opened from a folder; whatever it asks for or complains of is kept in `page.heard`."""
    width, height = request.param
    context = await browser.new_context(viewport={"width": width, "height": height})
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda asked: heard.append(asked.url))
    await page.goto(report.as_uri())
    assert [one for one in heard if not one.startswith(("data:", report.as_uri()))] == []
    yield page
    await context.close()


async def test_nothing_runs_that_somebody_wrote_and_nothing_is_too_wide(opened: Page) -> None:
    for case in await opened.locator("details.case > summary").all():
        await case.click()
    assert await opened.title() == "Routing · evaluation of Maison"
    assert await opened.locator("img").count() == 0
    await expect(opened.locator(".answer").first).to_contain_text("<script>")
    assert await opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_cases_are_filtered_by_what_failed_what_moved_language_tag_and_words(opened: Page) -> None:
    told, shown = opened.locator("form.filter output"), opened.locator("details.case:visible")
    await expect(told).to_have_text("12 of 12 cases")
    await opened.get_by_role("radio", name="Failed").check()
    await expect(shown).to_have_count(4)
    await opened.get_by_role("radio", name="Worse").check()
    await expect(told).to_have_text("3 of 12 cases")
    await opened.get_by_label("Language", exact=True).select_option("zh")
    await expect(shown).to_have_count(1)
    await opened.get_by_role("button", name="Clear").click()
    await expect(told).to_have_text("12 of 12 cases")
    await opened.get_by_label("Fails at", exact=True).select_option("language")
    await expect(shown.locator(".id")).to_have_text("case-11")
    await opened.get_by_role("button", name="Clear").click()
    await opened.get_by_label("Words").fill("reply 7")
    await expect(shown.locator(".id")).to_have_text("case-7")


async def test_a_case_that_got_worse_is_one_click_away(opened: Page) -> None:
    await opened.locator(".moved.regressed a").first.click()
    await expect(opened.locator("details.case[open] .id")).to_have_text("case-0")
    await expect(opened.locator("details.case[open] .play")).to_have_count(2)
    await opened.locator("details.case[open] .turn[open] .trace summary").first.click()
    await expect(opened.locator(".trace details[open] .inside").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_text_stands_out_from_its_ground(opened: Page, scheme: str) -> None:
    """AAA for text and AA for what failed, by the luminance that WCAG 2.2 has."""
    await opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    contrasts = await opened.evaluate(CONTRASTS)
    assert contrasts["ink"] >= 7
    assert contrasts["soft"] >= 7
    assert contrasts["accent"] >= 4.5


CONTRASTS = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  const light = (name) => {
    probe.style.color = `var(--${name})`;
    const parts = getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const against = (name) => {
    const [a, b] = [light(name), light("paper")].sort();
    return (b + 0.05) / (a + 0.05);
  };
  return Object.fromEntries(["ink", "soft", "accent"].map((name) => [name, against(name)]));
}"""
