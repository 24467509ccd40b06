"""What garments are called where several stand side by side, and the days on which they were worn."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from agents.house.prose.names import piece_name, worn_facts
from agents.house.prose.pen import joined
from graph.wording import date_text, photo_text
from stores.vocabulary import Garment, Language

MOST_NAMED = 6


def day_text(day: date, today: date, language: Language) -> str:
    """A day that has been: "today", "yesterday", "on 3 May"."""
    words = {"en": ("today", "yesterday"), "fr": ("aujourd'hui", "hier"), "zh": ("今天", "昨天")}[language]
    ago = (today - day).days
    if 0 <= ago < len(words):
        return words[ago]
    told = date_text(day.isoformat(), language) + (
        f" {day.year}" if day.year != today.year and language != "zh" else ""
    )
    return {"en": f"on {told}", "fr": f"le {told}", "zh": told}[language]


def list_rows(key: str, garments: Sequence[Garment], language: Language) -> Iterator[tuple[str, str]]:
    """The names of garments under a key; the first of many."""
    if garments:
        names = list(dict.fromkeys(told_apart(garments, language)))
        yield key, joined([*names[:MOST_NAMED], *_more(names, language)], language)


def _more(names: Sequence[str], language: Language) -> list[str]:
    left = len(names) - MOST_NAMED
    return [{"en": f"{left} more", "fr": f"{left} autres", "zh": f"另外 {left} 件"}[language]] if left > 0 else []


def told_apart(garments: Sequence[Garment], language: Language) -> list[str]:
    """What garments are called; those that would be called the same with their photo, their size or their own name."""
    plain = [name_of(one, language) for one in garments]
    several = {name for name in plain if plain.count(name) > 1}
    return [_told_of(one, language) if name in several else name for one, name in zip(garments, plain, strict=True)]


def _told_of(garment: Garment, language: Language) -> str:
    if garment.photos:
        return _with_photo(garment, language)
    said = garment.size or garment.name
    return f"{name_of(garment, language)}（{said}）" if language == "zh" else f"{name_of(garment, language)} ({said})"


def name_of(garment: Garment, language: Language) -> str:
    return piece_name(worn_facts(garment), language)


def with_photos(garments: Iterable[Garment], language: Language) -> str:
    """Names with the photos that show them: "the navy blazer (photo 4)"."""
    return joined([_with_photo(one, language) for one in garments], language)


def _with_photo(garment: Garment, language: Language) -> str:
    name = name_of(garment, language)
    if not garment.photos:
        return name
    photo = photo_text(garment.photos[0], language).removeprefix("la ")
    return f"{name}（{photo}）" if language == "zh" else f"{name} ({photo})"
