"""What the merger may say: the request it reads, and the table of facts behind its tokens."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agents.contracts import LookFacts, MergeRequest, PieceFacts
from agents.gate import Facts
from agents.house.familiar import says_tu
from agents.house.limits import nearest_piece, piece_called
from agents.house.prose.names import category_word, piece_name
from agents.known import Worn, known_of
from graph import relooking, turn
from graph.belongings import known_rows
from graph.captions import UNSURE
from graph.closet_facts import closet_rows
from graph.closet_names import day_text
from graph.following import KEPT
from graph.recalling import day_told
from graph.services import Services
from graph.shown_facts import asked_rows, dearer_than, keeps_to_budget, reasons_of, told_before
from graph.state import State
from graph.wardrobe_facts import examples_of, gap_rows, packing_facts, packing_rows
from graph.wording import date_text, photo_text, place_text, price_text, temperature_text
from prompts.loader import Prompt
from stores.profile import changed
from stores.vocabulary import (
    Advice,
    Article,
    Brief,
    Change,
    ColourFamily,
    Conditions,
    Critique,
    Garment,
    Item,
    Language,
    Look,
    Person,
    Piece,
    ShownLook,
)
from tools.shape import called_cloth

OPENINGS_KEPT, REPLIES_KEPT = 3, 4
# Pieces by which two looks are told apart; others go without a brand in an outfit.
TELLING_SLOTS = {"one_piece", "base_top", "bottom", "mid", "outer"}


async def merge_request(services: Services, state: State, prompt: Prompt) -> tuple[MergeRequest, Facts]:
    """The merger's request under its prompt, and the facts that its sentences are checked against and filled from."""
    brief = Brief.model_validate(state["brief"])
    looks, examples = _spoken_of(brief, state), examples_of(state)
    pieces = await turn.pieces_of(services.catalog, state, [*looks, *examples])
    conditions = Conditions.model_validate(state["conditions"]) if state["conditions"] else None
    rendered = dict(_fact_rows(brief, conditions, [*looks, *examples], pieces, state))
    if day := await day_told(services, brief):
        rendered["known.when"] = day_text(day, turn.date_of(state), brief.language)
    kept = {look.id: keeps_to_budget(look, brief, services.settings.rates) for look in looks}
    described = [
        _look_facts(number, look, pieces, state).model_copy(update={"within": kept.get(look.id)})
        for number, look in enumerate([*looks, *examples], 1)
    ]
    replies = [message.text for message in state["messages"] if message.type == "ai"]
    brief = _of_talk(relooking.named(brief, state), state)
    request = MergeRequest(
        language=brief.language,
        voice=prompt.voice,
        familiar=says_tu([message.text for message in state["messages"] if message.type == "human"]),
        text=brief.text,
        brief=brief,
        conditions=conditions,
        critique=Critique.model_validate(state["critique"]) if state["critique"] else None,
        advice=Advice.model_validate(state["advice"]) if state["advice"] else None,
        looks=described[: len(looks)],
        packing=packing_facts(state, looks, brief),
        examples=described[len(looks) :],
        facts=rendered,
        changes=_changes(brief, state),
        notes=[_local(note, brief.language) for note in dict.fromkeys(_seen(state))],
        openings=[" ".join(reply.split()[:4]) for reply in replies[-OPENINGS_KEPT:]],
        said=replies[-REPLIES_KEPT:],
        told=told_before(brief, looks, state),
        turn=state["turn"],
    )
    return request, _gate_facts(request, [*looks, *examples], pieces, state, prompt)


def _of_talk(brief: Brief, state: State) -> Brief:
    """A brief of mere talk with the occasion that the talk was about, so that nobody is wished joy at a funeral."""
    last = state["last"] if brief.intent == "smalltalk" else None
    return brief.model_copy(update={"occasion": last["occasion"]}) if last else brief


def _changes(brief: Brief, state: State) -> list[Change]:
    """What was changed, or, where the turn is about clothes, what will have been learned at its end."""
    if brief.intent in turn.PERSONAL:
        return [Change.model_validate(row) for row in state["changes"]]
    return changed(Person.model_validate(state["person"]).profile, brief.changes)[1]


def _spoken_of(brief: Brief, state: State) -> list[Look]:
    """This turn's looks, or the one whose picture is being drawn beside the reply."""
    drawn = turn.look_to_preview(state) if brief.intent == "preview" else None
    return [drawn] if drawn else [Look.model_validate(row) for row in state["looks"]]


def _fact_rows(
    brief: Brief, conditions: Conditions | None, looks: Sequence[Look], pieces: Mapping[str, Piece], state: State
) -> Iterator[tuple[str, str]]:
    names = _names(looks, pieces, brief.language)
    for number, look in enumerate(looks, 1):
        yield from _look_rows(number, look, names, brief.language)
    yield from asked_rows(brief, looks, pieces)
    if brief.budget and not _is_cheaper(brief):
        yield "budget", price_text(brief.budget.max, brief.budget.currency, brief.language)
    if brief.questions:
        yield "question", brief.questions[0]
    if (saved := _saved(brief, looks, state)) is not None:
        yield "diff", price_text(saved, looks[0].currency, brief.language)
    if near := next((one.nearest for one in brief.unmet if one.constraint == "budget" and one.nearest), None):
        yield from _near(near, brief.language)
    if piece := next((piece for one in brief.unmet if (piece := nearest_piece(one, brief.language))), None):
        yield "near.piece", piece
    for gap in (one for one in brief.unmet if one.constraint == KEPT):
        yield "kept.piece", piece_called(gap.asked, brief.language) or gap.asked
    yield from _size_rows(brief)
    if conditions:
        yield from _weather_rows(conditions, brief)
    person = Person.model_validate(state["person"])
    for photo in person.photos:
        yield f"photo.{photo.number}", photo_text(photo.number, brief.language)
    owned = [piece_facts(garment, "wardrobe") for garment in turn.garments_of(state).values()]
    yield from known_rows(person.profile, owned, person.taste, brief.language)
    yield from _rate_rows(state["notes"], brief.language)
    yield from gap_rows(state, brief.language)
    yield from packing_rows(state, brief.language)
    yield from closet_rows(state, brief.language)


def _size_rows(brief: Brief) -> Iterator[tuple[str, str]]:
    """Sizes of this turn: `size` of clothes, `size.shoes`; one that no shop has is told as it was asked."""
    told = [change.value for change in brief.changes if change.key == "sizes" and isinstance(change.value, dict)]
    for key, name in (("clothes", "size"), ("shoes", "size.shoes")):
        said = [row[key] for row in told if row.get(key)]
        if size := (said[-1] if said else getattr(brief.sizes, key)):
            yield name, str(size)


def _is_cheaper(brief: Brief) -> bool:
    """A "cheaper" sets a ceiling of its own, which the person never named."""
    return brief.refinement is not None and brief.refinement.change == "cheaper"


def _saved(brief: Brief, looks: Sequence[Look], state: State) -> float | None:
    """How much less the first look costs than its like among those meant, else among those seen last."""
    if not (_is_cheaper(brief) and looks and looks[0].total is not None and state["shown"]):
        return None
    shown = [ShownLook.model_validate(row) for row in state["shown"]]
    seen = [row.look for row in shown if row.turn == shown[-1].turn]
    meant = [row.look for row in shown if row.look.id in brief.refers_to] or seen
    before = next((cost for look in meant if (cost := _cost_of_like(looks[0], look)) is not None), None)
    return round(before - looks[0].total, 2) if before is not None and before > looks[0].total else None


def _cost_of_like(new: Look, old: Look) -> float | None:
    """What an outfit is compared with is an outfit, and an article with the piece of its slot."""
    if new.kind == "outfit":
        return old.total if old.kind == "outfit" else None
    return next((item.price for item in old.items if item.slot == new.items[0].slot), None)


def _names(looks: Sequence[Look], pieces: Mapping[str, Piece], language: Language) -> dict[str, str]:
    """What each item is called, by id; where two would be called the same, their brand tells them apart."""
    shown = {item.id: (item, look.kind) for look in looks for item in look.items}
    plain = {key: _name(item, pieces, language) for key, (item, _) in shown.items()}
    seen = Counter(plain.values())
    telling = {key for key, (item, kind) in shown.items() if kind == "article" or item.slot in TELLING_SLOTS}
    return {
        key: _branded(name, pieces.get(key), language) if seen[name] > 1 and key in telling else name
        for key, name in plain.items()
    }


def _branded(name: str, piece: Piece | None, language: Language) -> str:
    if not isinstance(piece, Article) or not piece.brand:
        return name
    return f"{name}（{piece.brand}）" if language == "zh" else f"{name} ({piece.brand})"


def _look_rows(number: int, look: Look, names: Mapping[str, str], language: Language) -> Iterator[tuple[str, str]]:
    for place, item in enumerate(look.items, 1):
        key, name = f"{number}.{place}", names[item.id]
        price = price_text(item.price, item.currency or look.currency, language) if item.price is not None else None
        yield f"{key}.name", name
        yield key, f"{name}{'，' if language == 'zh' else ', '}{price}" if price else name
        if price:
            yield f"{key}.price", price
    if look.total is not None:
        yield f"{number}.total", price_text(look.total, look.currency, language)


def _name(item: Item, pieces: Mapping[str, Piece], language: Language) -> str:
    piece = pieces.get(item.id)
    return piece_name(piece_facts(piece, item.source), language) if piece else item.name


def _near(nearest: str, language: Language) -> Iterator[tuple[str, str]]:
    """`174.90 EUR` as a price; anything else ("price unknown") is no fact."""
    amount, _, currency = nearest.partition(" ")
    if amount.replace(".", "").isdigit():
        yield "near.total", price_text(float(amount), currency, language)


def _weather_rows(conditions: Conditions, brief: Brief) -> Iterator[tuple[str, str]]:
    """What was read or stated in figures; "it's hot" has none that could be given back."""
    said = conditions.source == "stated" and brief.stated_temp_c is None
    low, high = (None, None) if said else (conditions.temp_min_c, conditions.temp_max_c)
    if low is not None and low != high:
        yield "temp_min", temperature_text(low)
    if high is not None:
        yield "temp_max", temperature_text(high)
    if conditions.place:
        yield "place", place_text(brief.place, conditions.place, brief.language)
    if conditions.date:
        yield "date", date_text(conditions.date, brief.language)
    if conditions.rain_chance is not None and not {"rain", "dry", "sun"} & set(brief.stated_weather):
        yield "rain_chance", f"{round(conditions.rain_chance * 100)} %"


def _rate_rows(notes: Sequence[str], language: Language) -> Iterator[tuple[str, str]]:
    for note in notes:
        kind, *rest = note.split(":")
        if kind == "rates" and len(rest) == 3:
            yield "rate", f"{price_text(1, rest[0], language)} = {price_text(float(rest[2]), rest[1], language)}"


def _seen(state: State) -> list[str]:
    """The notes, with what became of the photos: kept, or kept without a garment that could be made out."""
    asked = [note for note in state["notes"] if note.startswith(UNSURE)]
    read = bool(state["garments"] or asked)
    told = [note for note in state["notes"] if note not in asked]
    if read and not turn.new_photos(state):  # looked at again
        return [note for note in told if not note.startswith("photos:stored:")]
    return [note if read or not note.startswith("photos:stored:") else "photos:unread" for note in told]


def _local(note: str, language: Language) -> str:
    """A note that names a city, with the city in the person's language."""
    head, _, city = note.rpartition(":")
    return f"{head}:{place_text(city, city, language)}" if head == "place:nearest" else note


def _look_facts(number: int, look: Look, pieces: Mapping[str, Piece], state: State) -> LookFacts:
    return LookFacts(
        number=number,
        kind=look.kind,
        title=look.title,
        pieces={
            f"{number}.{place}": piece_facts(pieces[item.id], item.source)
            for place, item in enumerate(look.items, 1)
            if item.id in pieces
        },
        why=state["reasons"].get(look.id) or reasons_of(look, state),
        meant=[
            f"{number}.{place}" for place, item in enumerate(look.items, 1) if item.id in state["brief"]["refers_to"]
        ],
        priced=look.total is not None,
        dearer_than=dearer_than(look, state),
        owned=all(item.source == "wardrobe" for item in look.items),
    )


def piece_facts(piece: Piece, source: Any) -> PieceFacts:
    return PieceFacts(
        slot=piece.slot,
        source=source,
        category=piece.category,
        colour=piece.colours[0].family,
        colour_name=piece.colours[0].name,
        fabric=called_cloth(piece),
        pattern=piece.pattern,
        fit=piece.fit,
        waterproof=piece.waterproof,
        formality=piece.formality,
        clo=piece.clo,
    )


def _gate_facts(
    request: MergeRequest, looks: Sequence[Look], pieces: Mapping[str, Piece], state: State, prompt: Prompt
) -> Facts:
    brief, garments = request.brief, turn.garments_of(state).values()
    said: set[ColourFamily] = {*brief.colours, *brief.avoid_colours, *(one.colours[0].family for one in garments)}
    shown = {
        f"{number}.{place}": pieces[item.id]
        for number, look in enumerate(looks, 1)
        for place, item in enumerate(look.items, 1)
        if item.id in pieces
    }
    worn = {key: _worn(piece) for key, piece in shown.items()}
    owned = frozenset(_nouns(garments, brief.language))
    return Facts(
        language=brief.language,
        rendered=request.facts,
        colours={key: one.colours for key, one in worn.items()},
        said=frozenset(said),
        owned=owned,
        known=known_of(request, worn, owned, prompt.text),
    )


def _worn(piece: Piece) -> Worn:
    colours = frozenset(colour.family for colour in piece.colours)
    return Worn(piece.category, colours, frozenset(piece.fabrics), frozenset({piece.pattern}), piece.waterproof)


def _nouns(garments: Any, language: Language) -> Iterator[str]:
    """What the person may be told is theirs: the last word of each garment's category, and the whole of it."""
    one: Garment
    for one in garments:
        word = category_word(one.category, language)
        yield from (word, word.split()[-1])
