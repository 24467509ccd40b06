"""What is asked back where a turn points at something that is not there: it lists what there is.

A question travels as `kind:what` (`item:9`, `look:5`, `photo:7`, `date:31 February`) until it is put into words here;
what a photo shows where that is not sure as a note of the captioner.
"""

import re
from collections.abc import Mapping, Sequence

from agents.house.phrases import load_table
from agents.house.prose.kinds import kind_words
from agents.house.prose.names import LEAD, article, category_word, one_called, piece_name
from graph import turn
from graph.captions import UNSURE
from graph.closet_names import told_apart
from graph.facts import piece_facts
from graph.services import Services
from graph.state import State
from graph.wording import photo_text
from stores.vocabulary import Brief, Item, Language, Person, Piece, Unmet
from tools.places import home_country, land_of, namesakes, with_land
from tools.references import LOOKING, meant, newest

MOST_QUESTIONS = 2
MOST_CHOICES = 5
MOST_LANDS = 3
LEAST_RUN = 3
POINTING = frozenset({"item", "look", "unseen"})
# Asked as they are, whatever there is.
PLAIN = frozenset({"date", "trip", "trip_days", "bare", "place", "rite", "ceremony", "event", "unclear", "purpose"})


def is_lost(brief: Brief) -> bool:
    """Whether a turn points at what is not there, and at nothing else, so that all there is to do is to ask."""
    given = brief.photos or brief.owned or brief.refers_to
    lost = POINTING | {"garment"} if given else POINTING | {"garment", "photo"}
    return any(one.constraint in lost for one in brief.unmet)


async def asked(services: Services, brief: Brief, state: State) -> Brief:
    """The brief with its questions in the person's language, two at most, and with what it pointed at in vain."""
    unsure = [note.removeprefix(UNSURE) for note in state["notes"] if note.startswith(UNSURE)]
    told = [*_places(brief, state), *brief.questions, *(f"garment:{said}" for said in unsure)]
    rows = [question.partition(":") for question in told]
    which = _which(brief, state)
    if not (rows or which):
        return brief
    pointed = [(kind, said) for kind, _, said in rows if kind in POINTING and not brief.refers_to]
    seen = await _seen(services, brief, state) if pointed else {}
    photos = [photo.number for photo in Person.model_validate(state["person"]).photos]
    texts = (_question(kind, said, seen.get(kind, ()), photos, brief.language) for kind, _, said in rows)
    missing = [Unmet(constraint=kind, asked=said) for kind, said in pointed]
    if unsure and not (state["garments"] or brief.owned or brief.refers_to):
        missing.append(Unmet(constraint="garment", asked=unsure[0].partition(":")[0]))
    questions = list(dict.fromkeys(text for text in (*which, *texts) if text))[:MOST_QUESTIONS]
    return brief.model_copy(update={"questions": questions, "unmet": [*brief.unmet, *missing]})


def told_which(brief: Brief, last: Brief | None, home: str | None) -> Brief:
    """The brief with the country or the state of the place that was named before, where this turn tells which it is."""
    before = last.place if last else None
    found = with_land(before, brief.text, home_country(brief.language, home)) if before else None
    return brief.model_copy(update={"place": found}) if found else brief


def _places(brief: Brief, state: State) -> list[str]:
    """The place that is named for the first time where there is another of its name."""
    last = Brief.model_validate(state["last"]).place if state["last"] else None
    profile = Person.model_validate(state["person"]).profile
    named = brief.place if brief.intent in LOOKING and brief.place not in {last, profile.place} else None
    # "Springfield, Illinois" says which.
    asked = None if named and re.search(rf"{re.escape(named)}, ?[A-Z]", brief.text) else named
    currency = brief.budget.currency if brief.budget else None
    found = namesakes(asked, home_country(brief.language, profile.place, currency)) if asked else []
    if len(found) < 2:
        return []
    lands = list(dict.fromkeys(land_of(one, brief.language) or "" for one in found[:MOST_LANDS]))
    return [f"land:{asked}|{'|'.join(lands)}"] if len(lands) > 1 and all(lands) else [f"place:{asked}"]


def _which(brief: Brief, state: State) -> list[str]:
    """Of each change that several garments fit: which of them is meant."""
    garments, phrases = turn.garments_of(state), load_table("questions")[brief.language]
    groups = [[garments[key] for key in one.among if key in garments] for one in brief.changes if one.among]
    named = [told_apart(group, brief.language)[:MOST_CHOICES] for group in groups]
    return [phrases["which"].format(choices=_listed(names, brief.language, phrases["or"])) for names in named if names]


def _question(kind: str, said: str, seen: Sequence[str], photos: Sequence[int], language: Language) -> str | None:
    phrases: Mapping[str, str] = load_table("questions")[language]
    if kind in PLAIN:
        return phrases[kind].format(said=photo_text(int(said), language) if kind == "bare" else said)
    if kind == "land":
        name, *lands = said.split("|")
        return phrases[kind].format(said=name, choices=_listed(lands, language, phrases["or"]))
    if kind == "unseen":
        return phrases[kind].format(said=_listed(kind_words(said.split(), language), language, phrases["or"]))
    if kind == "garment":
        return _what_is_on(said, language, phrases)
    choices = _photo_choices(photos, language) if kind == "photo" else list(seen)
    several = "which" if len(choices) > 1 else "only"
    of_photos = "photo" if len(choices) > 1 else "photo_run" if choices else "no_photo"
    key = of_photos if kind == "photo" else several
    if key == "only" and not choices:
        return phrases["none"]
    return phrases[key].format(choices=_listed(choices[:MOST_CHOICES], language, phrases["or"]))


def _what_is_on(said: str, language: Language, phrases: Mapping[str, str]) -> str:
    """Of `2:shirt|light_jacket`: whether photo 2 shows a shirt or a light jacket."""
    number, _, kinds = said.partition(":")
    named = [one_called(category_word(kind, language), kind, language) for kind in kinds.split("|")]
    choices = _listed(named, language, phrases["or"])
    return phrases["garment"].format(photo=photo_text(int(number), language), choices=choices)


def _photo_choices(numbers: Sequence[int], language: Language) -> list[str]:
    """The photos there are; three or more in a row as "photos 2 to 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [text for run in runs for text in _run_texts(run, language)]


def _run_texts(run: Sequence[int], language: Language) -> list[str]:
    if len(run) < LEAST_RUN:
        return [photo_text(number, language) for number in run]
    return [load_table("questions")[language]["photos"].format(first=run[0], last=run[-1])]


def _listed(choices: Sequence[str], language: Language, last: str) -> str:
    comma = "、" if language == "zh" else ", "
    return last.join([comma.join(choices[:-1]), choices[-1]]) if len(choices) > 1 else "".join(choices)


async def _seen(services: Services, brief: Brief, state: State) -> dict[str, list[str]]:
    """What the person can point at: items as they counted them, and looks by what leads each."""
    shown = turn.shown_looks(state)
    rows = meant(brief, shown) or newest(shown)
    pieces = await turn.pieces_of(services.catalog, state, [row.look for row in rows])
    articles = [row.look.items[0] for row in rows if row.look.kind == "article"]
    items = articles or [item for row in rows[:1] for item in row.look.items]
    leads = [min(row.look.items, key=lambda item: LEAD.index(item.slot)) for row in rows]
    return {
        "item": [_name(item, pieces, brief.language) for item in items],
        "look": [_name(item, pieces, brief.language) for item in leads],
    }


def _name(item: Item, pieces: Mapping[str, Piece], language: Language) -> str:
    piece = pieces.get(item.id)
    return piece_name(piece_facts(piece, item.source), language) if piece else article(item.category, language)
