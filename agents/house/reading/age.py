"""Whether a child is dressed, as far as a text says an age, and what nobody proposes to one.

An age is told of a person ("I'm 13", "my 12-year-old", « 13 ans », 十三岁); of a marriage or a job it is none.
"""

import re
from collections.abc import Mapping

from stores.vocabulary import Brief, Language

YOUNGEST, GROWN = 1, 16
# Sold to grown-ups: heels, and what is worn to be looked at in the evening.
GROWN_UP = ("heels", "block_heels", "evening_sandals", "cocktail_dress", "evening_gown", "evening_top", "mini_skirt")
NUMBERS: Mapping[Language, tuple[str, ...]] = {
    "en": ("eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    "fr": ("huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze"),
    "zh": ("八", "九", "十", "十一", "十二", "十三", "十四", "十五"),
}
SPELLED = 8
_EN, _FR, _ZH = ("|".join(NUMBERS[language][::-1]) for language in ("en", "fr", "zh"))
AGES: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:i'?m|i am|she'?s|she is|he'?s|he is|who'?s|who is)(?: only| just| nearly| almost)? (\d\d?|{_EN})"
        r"(?= years? old\b| yo\b|y\.?o\b|,|\.|;|!|\?| and\b| but\b| so\b|$)"
        rf"|\b(?:son|daughter|kid|girl|boy|niece|nephew)(?:'s| is)(?: only| just| nearly)? (\d\d?|{_EN})\b(?! ?[€$£])"
        rf"|\b(\d\d?|{_EN})[ -]years?[ -]old\b|\baged? (\d\d?|{_EN})\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:j'ai|(?:elle|il|qui|fille|fils|nièce|neveu) a|(?:fille|fils|garçon|ado|enfant|âgée?) de) "
        rf"(\d\d?|{_FR}) ans\b"
        r"(?! d['e])",
        re.IGNORECASE,
    ),
    "zh": re.compile(rf"(?<!\d)(?<![二三四五六七八九十])(\d\d?|{_ZH})岁"),
}


# Years from which a death is of great age; two digits after a word for it, so that no sum or size is one.
_YEARS, _YEARS_ZH = (
    r"([89]\d|1[01]\d)",
    r"(?:[89]\d|1[01]\d|[八九]十[一二三四五六七八九]?|一百零?[一二三四五六七八九]?)",
)
GREAT_AGES: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:was|at|aged?|turned|nearly|almost) {_YEARS}(?= years?\b|[,.;!?](?!\d)|$| and\b| when\b)"
        rf"|\b{_YEARS}[ -]years?[ -]old\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(rf"\b{_YEARS} ans\b", re.IGNORECASE),
    "zh": re.compile(rf"{_YEARS_ZH}岁|享年{_YEARS_ZH}"),
}
# "My 8 year old needs", but not "my 8 year old coat".
OURS = re.compile(
    rf"\b(?:my|our|the) (\d\d?|{_EN})[ -]years?[ -]old"
    r"(?='s\b|[,.;!?]|$| (?:needs?|wants?|wears?|is|has|who|will|and|to|for|goes|got)\b)",
    re.IGNORECASE,
)
SMALL = 14


def for_its_age(brief: Brief, language: Language) -> Brief:
    """The brief without what is sold to grown-ups, where a child is dressed, whatever is asked for."""
    if not is_child(brief.text, language):
        return brief
    grown = {*GROWN_UP}
    wanted = [one if one.category not in grown else one.model_copy(update={"category": None}) for one in brief.wanted]
    return brief.model_copy(
        update={
            "avoid_categories": list(dict.fromkeys([*brief.avoid_categories, *GROWN_UP])),
            "categories": [name for name in brief.categories if name not in grown],
            "wanted": wanted,
            "reserve": list(dict.fromkeys([*brief.reserve, *(["children"] if _is_ours(brief.text) else [])])),
        }
    )


def is_child(text: str, language: Language) -> bool:
    """Whether somebody under sixteen is dressed."""
    plain = text.replace("’", "'")
    ages = (age_in(said) for match in AGES[language].finditer(plain) for said in match.groups() if said)
    return any(YOUNGEST <= age < GROWN for age in ages)


def is_of_great_age(text: str, language: Language) -> bool:
    """Whether somebody is told to be eighty or older."""
    return GREAT_AGES[language].search(text.replace("’", "'")) is not None


def _is_ours(text: str) -> bool:
    """Whether a small child is dressed who is called by nothing but an age."""
    return any(age_in(match.group(1)) < SMALL for match in OURS.finditer(text.replace("’", "'")))


def age_in(said: str) -> int:
    """A number in digits or words."""
    if said.isdigit():
        return int(said)
    return next(SPELLED + names.index(said.lower()) for names in NUMBERS.values() if said.lower() in names)
