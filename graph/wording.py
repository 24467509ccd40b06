"""How a fact reads in a person's language: prices, dates, temperatures, places, customs, wishes that were not met."""

import re
from datetime import date
from typing import Any

from agents.house.limits import custom_in, gap_in
from stores.vocabulary import Brief, Conditions, Language
from tools.places import exonyms, fold

SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "CNY": "¥"}
# As CLDR names them, but for the euro, which is 欧 to whoever speaks.
CHINESE = {
    "EUR": "欧", "USD": "美元", "GBP": "英镑", "JPY": "日元", "HKD": "港元", "TWD": "新台币", "SGD": "新加坡元",
    "CHF": "瑞士法郎", "AUD": "澳大利亚元", "CAD": "加拿大元", "NZD": "新西兰元", "INR": "印度卢比",
    "MYR": "马来西亚林吉特", "AED": "阿联酋迪拉姆", "ZAR": "南非兰特", "THB": "泰铢", "KRW": "韩元", "VND": "越南盾",
    "IDR": "印度尼西亚卢比", "PHP": "菲律宾比索", "PLN": "波兰兹罗提", "CZK": "捷克克朗", "HUF": "匈牙利福林",
    "SEK": "瑞典克朗", "NOK": "挪威克朗", "DKK": "丹麦克朗", "TRY": "土耳其里拉", "SAR": "沙特里亚尔",
    "BRL": "巴西雷亚尔", "MXN": "墨西哥比索", "RUB": "俄罗斯卢布",
}  # fmt: skip
# What stands between thousands: the sums of a Chinese shop have nothing there.
THOUSANDS: dict[Language, str] = {"en": ",", "fr": "\u202f", "zh": ""}
MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "zh": tuple(f"{month} 月" for month in range(1, 13)),
}  # fmt: skip

CJK = re.compile(r"[\u3400-\u9fff]")
# Words that stay small within a name: "Aix-en-Provence", "Stratford-upon-Avon".
SMALL = frozenset({"de", "du", "des", "la", "le", "les", "en", "sur", "sous", "of", "the", "on", "upon", "am", "del"})


def price_text(amount: float, currency: str, language: Language) -> str:
    """`89 €`, `$1,200`, « 39,90 € », `89 欧`; cents only where there are any."""
    whole, cents = f"{amount:,.2f}".split(".")
    point = "," if language == "fr" else "."
    number = whole.replace(",", THOUSANDS[language]) + (point + cents if int(cents) else "")
    sign = CHINESE.get(currency) if language == "zh" else None
    sign = sign or SIGNS.get(currency, currency)
    first = {"en": {"USD", "GBP", "CNY"}, "fr": set[str](), "zh": {"CNY"}}[language]
    return f"{sign}{number}" if currency in first else f"{number} {sign}"


def date_text(iso: str, language: Language) -> str:
    """`12 June`, « 12 juin », `6 月 12 日`; a month alone for YYYY-MM. Raises ValueError for anything else."""
    day = date.fromisoformat(iso if len(iso) == 10 else f"{iso}-01")
    month = MONTHS[language][day.month - 1]
    if len(iso) == 7:
        return month
    if language == "fr":
        return f"{'1er' if day.day == 1 else day.day} {month}"
    return f"{month} {day.day} 日" if language == "zh" else f"{day.day} {month}"


def photo_text(number: int, language: Language) -> str:
    return {"en": f"photo {number}", "fr": f"la photo {number}", "zh": f"照片 {number}"}[language]


def temperature_text(celsius: float) -> str:
    return f"{round(celsius)} °C"


def place_text(said: str | None, found: str, language: Language) -> str:
    """A place as the language calls it, else as the person does: `Londres`, `伦敦`, "Brittany".

    `found` is the gazetteer's name; what was said in another script or without its accents is given back as that.
    """
    known = exonyms(found).get(language)
    if known:
        return known
    foreign = said is None or (language != "zh" and CJK.search(said))
    return _capitalised(found if said is None or foreign or fold(said) == fold(found) else said)


def _capitalised(name: str) -> str:
    """A name typed in small letters with its capitals; any other as it is."""
    if not name.islower():
        return name
    words = re.split(r"([ -])", name)
    return "".join(word if at and word in SMALL else word[:1].upper() + word[1:] for at, word in enumerate(words))


def limits_told(brief: Brief, conditions: Conditions | None) -> dict[str, Any]:
    """What the turn hands out as it reads to a person: unmet wishes, customs and the place; English has its own."""
    if brief.language == "en":
        return {}
    unmet = [gap_in(gap, brief.language) for gap in brief.unmet]
    told: dict[str, Any] = {"brief": brief.model_copy(update={"unmet": unmet}).model_dump(mode="json")}
    if conditions:
        taboos = [custom_in(taboo, brief.language) for taboo in conditions.taboos]
        place = conditions.place and place_text(brief.place, conditions.place, brief.language)
        told["conditions"] = conditions.model_copy(update={"taboos": taboos, "place": place}).model_dump(mode="json")
    return told
