"""How figures, times and names read on the page."""

from datetime import datetime

from evals.measures import COST, LATENCY, PASSED, TOKENS

THIN = "\u202f"
NAMES = {PASSED: "passed whole", LATENCY: "time of the turn", TOKENS: "tokens", COST: "cost"}


def name_of(key: str) -> str:
    """`tool_arguments` reads as tool arguments."""
    return NAMES.get(key, key.replace("_", " "))


def percent(value: float, places: int = 1) -> str:
    """`96.2 %`, and `100 %` without places; never 100 for what is a little less."""
    shown = f"{100 * value:.{places}f}"
    if value < 1 and float(shown) >= 100:
        shown = f"{100 - 10**-places:.{places}f}"
    return f"{shown.removesuffix('.0')}{THIN}%"


def between(low: float, high: float) -> str:
    """`96.2–99.8`, two shares in per cent."""
    return "–".join(percent(bound).removesuffix(f"{THIN}%") for bound in (low, high))


def points(value: float) -> str:
    """A difference of shares in points of a hundred, with its sign."""
    shown = f"{100 * value:+.1f}"
    return "0" if float(shown) == 0 else shown.replace("-", "−")


def milliseconds(value: float) -> str:
    if abs(value) >= 1000:
        return f"{value / 1000:,.2f}{THIN}s" if abs(value) < 10_000 else f"{value / 1000:,.0f}{THIN}s"
    return f"{value:.0f}{THIN}ms" if abs(value) >= 10 else f"{value:.1f}{THIN}ms"


def spent(key: str, value: float, *, signed: bool = False) -> str:
    """Time, tokens or cost, the last in the currency of whoever set the prices."""
    sign = ("+" if value > 0 else "−" if value < 0 else "±") if signed else ""
    size = abs(value) if signed else value
    if key == LATENCY:
        return f"{sign}{milliseconds(size)}"
    return f"{sign}{size:.4f}" if key == COST else f"{sign}{size:,.0f}"


def moment(iso: str) -> str:
    """`22 November 2026, 14:03 UTC`; as it stands where it is no time."""
    try:
        told = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{told.day} {told:%B %Y, %H:%M}{f' {told.tzname()}' if told.tzinfo else ''}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """`1 case`, `1,200 cases`."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
