"""What was said and shown: letters in their language, looks with the colour and the price of each piece."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from evals.cases import Case, Said
from evals.report.markup import NOTHING, Safe, fold, join, swatch, tag
from evals.report.values import is_empty, show_value
from evals.report.wording import counted
from evals.traces import AI, speaker, text_of
from graph.wording import price_text

Outputs = Mapping[str, Any]

SHOWN_APART = {"messages", "looks", "trace", "earlier", "variants", "articles"}
ALIKE = 0.005


def show_conversation(case: Case, outputs: Outputs) -> Safe:
    """The case from its first word to its last answer, and its variants."""
    earlier, variants = _rows(outputs.get("earlier")), _rows(outputs.get("variants"))
    before = [_turn(said, _at(earlier, number), brief=True) for number, said in enumerate(case.history)]
    twins = [_turn(said, _at(variants, number), brief=True) for number, said in enumerate(case.variants)]
    return tag(
        "div",
        before,
        _turn(case.say, outputs),
        [tag("h5", "Said otherwise"), *twins] if twins else NOTHING,
        _rest(outputs),
        class_="talk",
    )


def show_surroundings(case: Case) -> Safe:
    """What was there before anybody spoke, and what the answer is held against."""
    world = case.world.model_dump(mode="json", exclude_defaults=True)
    told = {"profile": case.profile, "wardrobe": case.wardrobe, "world": world, "checks": case.checks}
    return fold("Checks and surroundings", show_value(told), class_="quiet")


def _turn(said: Said, outputs: Outputs, *, brief: bool = False) -> Safe:
    photos = [_photo(photo, text) for photo, text in zip_longest(said.photos, said.prints, fillvalue="")]
    who = tag("span", f"{said.by}: ", class_="soft") if said.by else NOTHING
    asked = tag("p", who, said.text, *photos, class_="asked", dir="auto")
    reply = reply_of(outputs)
    looks = _rows(outputs.get("looks"))
    shown = _titles(looks) if brief else _looks(looks, outputs)
    language = _mapping(outputs.get("brief")).get("language")
    answer = tag("p", reply, class_="answer", dir="auto", lang=language if isinstance(language, str) else None)
    return join(asked, answer if reply else tag("p", "No answer.", class_="answer soft"), shown)


def _photo(photo: str, text: str) -> Safe:
    return tag("span", f"photo: {photo}{f', on it “{text}”' if text else ''}", class_="photo")


def reply_of(outputs: Outputs) -> str:
    """The text of the last message, if that is the stylist's."""
    messages = _rows(outputs.get("messages"))
    return text_of(messages[-1]) if messages and speaker(messages[-1]) in AI else ""


def _titles(looks: Sequence[Outputs]) -> Safe:
    if not looks:
        return NOTHING
    return tag("p", " · ".join(str(look.get("title", "")) for look in looks), class_="titles")


def _looks(looks: Sequence[Outputs], outputs: Outputs) -> Safe:
    articles = _mapping(outputs.get("articles"))
    return tag("div", [_look(look, articles) for look in looks], class_="looks") if looks else NOTHING


def _look(look: Outputs, articles: Outputs) -> Safe:
    total = tag("span", price(look.get("total"), look.get("currency")), class_="price")
    reasons = " · ".join(str(one) for one in _list(look.get("why")))
    return tag(
        "section",
        tag("h5", tag("span", str(look.get("title", "")), dir="auto"), total),
        tag("ul", [_item(item, articles) for item in _rows(look.get("items"))]),
        tag("p", reasons, class_="soft", dir="auto") if reasons else NOTHING,
        class_="look",
    )


def _item(item: Outputs, articles: Outputs) -> Safe:
    owned = item.get("source") == "wardrobe"
    size = f", {item['size']}" if item.get("size") else ""
    return tag(
        "li",
        swatch(_mapping(item.get("colour")).get("hex")),
        tag("span", str(item.get("name", "")), tag("span", size, class_="soft"), doubt(item, articles), dir="auto"),
        tag("span", "owned" if owned else price(item.get("price"), item.get("currency")), class_="price"),
    )


def doubt(item: Outputs, articles: Outputs) -> Safe:
    """Where the shop's own feed says something else than the look."""
    if item.get("source") == "wardrobe" or not articles:
        return NOTHING
    known = articles.get(str(item.get("id")))
    if not isinstance(known, Mapping):
        return tag("span", "not in the shop", class_="wrong")
    if _same(known.get("price"), item.get("price")):
        return NOTHING
    return tag("span", f"the shop says {price(known.get('price'), known.get('currency'))}", class_="wrong")


def _same(price: Any, other: Any) -> bool:
    if isinstance(price, int | float) and isinstance(other, int | float):
        return abs(price - other) < ALIKE
    return price is other


def price(amount: Any, currency: Any) -> str:
    """As the reply writes it in English; whatever it is, where it is no price."""
    if isinstance(amount, int | float) and isinstance(currency, str):
        return price_text(amount, currency, "en")
    return "no price" if amount is None else str(amount)


def _rest(outputs: Outputs) -> Safe:
    told = {key: value for key, value in outputs.items() if key not in SHOWN_APART and not is_empty(value)}
    if not told:
        return NOTHING
    return fold(f"What else came back ({counted(len(told), 'key')})", show_value(told), class_="quiet")


def _rows(value: Any) -> list[Outputs]:
    return [one for one in _list(value) if isinstance(one, Mapping)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: Any) -> Outputs:
    return value if isinstance(value, Mapping) else {}


def _at(rows: Sequence[Outputs], number: int) -> Outputs:
    return rows[number] if number < len(rows) else {}
