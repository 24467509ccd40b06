"""What nodes read out of the state: the turn's date, its pieces, what was shown before."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from langchain_core.messages import AnyMessage, HumanMessage

from agents.contracts import CatalogDigest, StyleRules
from graph.services import Services
from graph.state import HISTORY_KEPT, SHOWN_KEPT, State
from stores.catalog.shop import ShopSearch
from stores.feedback import liking_of
from stores.vocabulary import (
    CORE_SLOTS,
    Brief,
    Change,
    Conditions,
    Direction,
    Garment,
    Look,
    Person,
    Piece,
    Profile,
    Refinement,
    ShownLook,
)
from tools.consistent import consistent
from tools.events import breaks
from tools.prices import EXTRAS
from tools.references import remakes
from tools.remake import is_refused
from tools.rules import required_categories, style_rules

# What a turn of these intents changes is done before the reply, other turns do it after.
PERSONAL = {"wardrobe", "profile", "feedback"}
# Occasions of every day: "work trousers" are looked for as trousers.
DAILY = frozenset({"office", "school", "university", "everyday", "weekend", "work_from_home", "home"})

# What is refused for good, whatever comes of the turn; a piece that is only left off is of one outfit.
REFUSED = ("avoid_colours", "avoid_fabrics", "avoid_categories", "avoid_patterns")


class BadTurn(ValueError):
    """Input that is not one human message of text and photo ids."""


def require_turn(messages: Sequence[AnyMessage]) -> None:
    """Raise BadTurn unless the last message is a person's and holds no inline picture, and nobody gave orders."""
    strange = {message.type for message in messages} - {"human", "ai"}
    if strange or not messages or not isinstance(messages[-1], HumanMessage):
        raise BadTurn("a turn is one human message: send {'messages': [{'role': 'user', 'content': '...'}]}")
    blocks = messages[-1].content if isinstance(messages[-1].content, list) else []
    for block in blocks:
        if isinstance(block, dict) and block.get("type") in {"image", "image_url"} and not block.get("file_id"):
            raise BadTurn("pictures do not travel in messages: POST the file to /v1/photos and send its id as file_id")


def blank(state: State) -> dict[str, Any]:
    """Every key of a turn, empty; what lives on is carried over."""
    return {
        "shown": state.get("shown") or [],
        "turn": (state.get("turn") or 0) + 1,
        "last": state.get("last"),
        "too_dear": state.get("too_dear"),
        "unconfirmed": state.get("unconfirmed") or [],
        "twins": state.get("twins") or [],
        "unsure": state.get("unsure") or [],
        "choices": state.get("choices") or [],
        "undo": state.get("undo") or {},
        "brief": Brief().model_dump(mode="json"),
        "conditions": None,
        "critique": None,
        "advice": None,
        "looks": [],
        "packing": None,
        "gaps": [],
        "preview": None,
        "garments": [],
        "occasion": None,
        "direction": Direction().model_dump(mode="json"),
        "candidates": [],
        "reasons": {},
        "changes": [],
        "round": 0,
        "revise": False,
        "before": None,
    }


def new_photos(state: State) -> list[str]:
    """Ids of the photos that came with the last message."""
    return photo_ids(state["messages"][-1].content)


def to_caption(state: State) -> list[int]:
    """Numbers of the photos to look at: those just sent, and those named of which nobody knows what they show.

    One that showed nothing for certain is looked at again, to be guessed at.
    """
    person, named = Person.model_validate(state["person"]), Brief.model_validate(state["brief"]).photos
    shown = {number for garment in person.wardrobe for number in garment.photos}
    sent = new_photos(state)
    return [
        photo.number
        for photo in person.photos
        if photo.id in sent or (photo.number in named and photo.number not in shown)
    ]


def photo_ids(content: Any) -> list[str]:
    blocks = content if isinstance(content, list) else []
    return [block["file_id"] for block in blocks if isinstance(block, dict) and block.get("file_id")]


def date_of(state: State) -> date:
    return date.fromisoformat(state["today"])


def previous_texts(messages: Sequence[AnyMessage]) -> list[str]:
    """The person's earlier messages within the last twelve, oldest first."""
    recent = messages[-HISTORY_KEPT:-1]
    return [message.text for message in recent if isinstance(message, HumanMessage)]


def earlier_texts(messages: Sequence[AnyMessage]) -> list[str]:
    """The person's messages before the last twelve, oldest first."""
    return [message.text for message in messages[:-HISTORY_KEPT] if isinstance(message, HumanMessage)]


async def currency_of(services: Services) -> str:
    return (await services.catalog.info()).currency


async def digest(services: Services) -> CatalogDigest:
    """What the shop has, in a few words for a stylist."""
    info = await services.catalog.info()
    return CatalogDigest(currency=info.currency, priced=info.priced, categories=sorted(info.categories))


def shown_looks(state: State) -> list[ShownLook]:
    """The looks that the person saw, oldest first."""
    return [ShownLook.model_validate(row) for row in state["shown"]]


def seen_articles(shown: Sequence[dict[str, Any]]) -> list[str]:
    """Ids of the articles shown before, oldest first."""
    looks = [ShownLook.model_validate(row).look for row in shown]
    return list(dict.fromkeys(item.id for look in looks for item in look.items if item.source == "catalog"))


def garments_of(state: State) -> dict[str, Garment]:
    """Everything the person owns that this turn knows: the wardrobe, new photos, and what they just told."""
    person = Person.model_validate(state["person"])
    told = Brief.model_validate(state["brief"]).owned
    new = [Garment.model_validate(row) for row in state["garments"]]
    return {garment.id: garment for garment in (*person.wardrobe, *new, *told)}


def own_pieces(state: State) -> list[Garment]:
    """What may be dressed with unasked: what is to hand for certain, and what this turn itself speaks of."""
    brief = Brief.model_validate(state["brief"])
    apart = {change.key for change in brief.changes if _takes_away(change)}
    meant = {*brief.refers_to, *(garment.id for garment in brief.owned)}
    known = garments_of(state).values()
    # Nobody else is dressed in the asker's clothes, but where that is asked for.
    lent = brief.wearer != "other" or brief.own_first or brief.own_only
    return [one for one in known if ((one.is_sure and lent) or one.id in meant) and one.id not in apart]


def without_gone(brief: Brief, told: Sequence[Garment], person: Person) -> Brief:
    """The brief without the pieces of earlier turns that are not to hand now: sold, in the wash, forgotten.

    `told` are the pieces of this turn, which hang nowhere yet; those of somebody else never do.
    """
    apart = {change.key for change in brief.changes if _takes_away(change)}
    here = {garment.id for garment in person.wardrobe if garment.state == "here"} - apart
    here |= {garment.id for garment in (*told, *(brief.owned if brief.wearer == "other" else ()))}
    return brief.model_copy(update={"owned": [garment for garment in brief.owned if garment.id in here]})


def _takes_away(change: Change) -> bool:
    """Whether a garment is not there any more, or not to hand: "my white jeans are in the wash"."""
    away = isinstance(change.value, dict) and change.value.get("state") in {"in_wash", "given_away"}
    return change.target == "wardrobe" and (away or change.action in {"remove", "forget"})


def worn(state: State) -> list[Piece]:
    """What the person asks about: the pieces they told of or point at, else those of the photos just sent."""
    brief, garments = Brief.model_validate(state["brief"]), garments_of(state)
    meant = [garments[key] for key in brief.refers_to if key in garments]
    told = [garment for garment in brief.owned if garment not in meant]
    return [*meant, *told] or [Garment.model_validate(row) for row in state["garments"]]


async def kept_pieces(shop: ShopSearch, state: State, ids: Sequence[str]) -> list[Piece]:
    """The pieces behind ids: garments of the person, else articles of the shop; ids of looks are no pieces."""
    garments = garments_of(state)
    articles = await shop.articles([key for key in ids if key not in garments])
    found: dict[str, Piece] = {**garments, **articles}
    return [found[key] for key in dict.fromkeys(ids) if key in found]


def to_keep(brief: Brief, state: State) -> list[str]:
    """Ids of the pieces that this turn's looks are built around."""
    owned = {key: one for key, one in garments_of(state).items() if not is_refused(one, brief)}
    # Who is to be dressed from what they own leaves the choice of it.
    worn = [garment for garment in brief.owned if garment.id in owned and not _is_advised_against(garment, state)]
    told = [] if brief.own_first else [garment.id for garment in worn]
    replaced = {*brief.refinement.items} if brief.refinement and remakes(brief) else set()
    meant = [key for key in brief.refers_to if key in owned or (brief.intent == "complete" and key not in replaced)]
    kept = brief.refinement.keep if brief.refinement else []
    return list(dict.fromkeys([*told, *meant, *kept]))


def _is_advised_against(garment: Garment, state: State) -> bool:
    """Whether it is only asked if a garment may be worn, and custom forbids it: it is not dressed, then."""
    conditions, intent = conditions_of(state), Brief.model_validate(state["brief"]).intent
    taboos = conditions.taboos if conditions and intent == "ask_advice" else []
    return any(taboo.hard and breaks(garment, taboo) for taboo in taboos)


async def pieces_of(shop: ShopSearch, state: State, looks: Sequence[Look]) -> dict[str, Piece]:
    """Every piece of these looks, by id. An article that has just left the shop is absent."""
    ids = [item.id for look in looks for item in look.items]
    return {piece.id: piece for piece in await kept_pieces(shop, state, ids)}


def is_whole(brief: Brief, direction: Direction) -> bool:
    """Whether the answer is whole outfits, or single articles."""
    if brief.intent in {"outfit", "complete", "relook"}:
        return True
    if brief.intent == "ask_advice":
        return {*(wish.slot for wish in direction.wishes), "one_piece", "mid"} >= CORE_SLOTS
    return asks_around(brief)


def asks_around(brief: Brief) -> bool:
    """A garment named for an occasion is dressed whole, and so are garments to wear together.

    "Only shoes" are not, nor what is to go with a piece that the person has, nor a bag, a belt or a swimsuit: whatever
    it is for, it is bought by itself, as is what one wears to work on any day.
    """
    named = {one.slot for one in brief.wanted}
    slots = named & CORE_SLOTS
    together = len(slots) > 1 and not {"one_piece", "bottom"} <= slots
    extra = bool(named) and (named <= EXTRAS or "swim" in brief.reserve)
    staple = brief.occasion in DAILY and not (brief.stated_weather or brief.date or brief.formality)
    alone = brief.refinement is None and not brief.owned
    return brief.intent == "find" and ((bool(brief.occasion) and not extra and not staple) or together) and alone


def next_look_number(state: State) -> int:
    """Looks are numbered through the thread, so that an id always means the same look."""
    ids = [row.look.id for row in shown_looks(state)]
    return max((int(key.rpartition("-")[2]) for key in ids), default=0) + 1


def refusing(last: dict[str, Any] | None, brief: Brief) -> dict[str, Any] | None:
    """The brief before with what is refused since, of which nothing came: who will have no leather still will not."""
    if last is None or brief.refinement is None or brief.about:
        return last
    refused = {key: getattr(brief, key) for key in REFUSED}
    before = Brief.model_validate(last).model_copy(update=refused)
    return consistent(Brief.model_validate(refused), before).model_dump(mode="json")


def look_to_preview(state: State) -> Look | None:
    """The look that the person points at, else the first of those seen last."""
    shown = shown_looks(state)
    meant = set(state["brief"]["refers_to"])
    chosen = next((row for row in shown if row.look.id in meant), None)
    found = chosen or next((row for row in shown if row.turn == shown[-1].turn), None)
    return found.look if found else None


def conditions_of(state: State) -> Conditions | None:
    return Conditions.model_validate(state["conditions"]) if state["conditions"] else None


def rules_for(brief: Brief, conditions: Conditions | None, profile: Profile) -> StyleRules:
    required = required_categories(brief, conditions, profile)
    return StyleRules.model_validate({**style_rules(brief, conditions, profile), "required": required})


def remembered(state: State) -> list[dict[str, Any]]:
    """The looks of the first answer and the last ones, numbered within their turn; a question about them shows none."""
    if state["brief"]["about"]:
        return state["shown"]
    if picked := _picked(state):
        return [*_thinned(state["shown"], 1), picked.model_dump(mode="json")][-SHOWN_KEPT:]
    fresh = [
        ShownLook(
            number=number,
            turn=state["turn"],
            look=Look.model_validate(look),
            brief=Brief.model_validate(state["brief"]),
            reasons=state["reasons"].get(look["id"], []),
        )
        for number, look in enumerate(state["looks"], 1)
    ]
    return [*_thinned(state["shown"], len(fresh)), *(look.model_dump(mode="json") for look in fresh)][-SHOWN_KEPT:]


def _picked(state: State) -> ShownLook | None:
    """The outfit that the person settles on, as what they see since: what comes next is said of it."""
    brief, rows = Brief.model_validate(state["brief"]), shown_looks(state)
    liked = {one.key for one in brief.changes if one.target == "feedback" and liking_of(one.value) > 0}
    row = next((row for row in reversed(rows) if {row.look.id} == liked and row.look.kind == "outfit"), None)
    if row is None or brief.intent != "feedback":
        return None
    again = row.brief.refinement or Refinement(change="again", looks=[row.look.id])
    brief = row.brief.model_copy(update={"refinement": again})
    return row.model_copy(update={"turn": state["turn"], "brief": brief})


def _thinned(shown: list[dict[str, Any]], coming: int) -> list[dict[str, Any]]:
    """What was shown with room for what comes: the first answer is what people go back to, the next ones go."""
    opening = [row for row in shown if row["turn"] == shown[0]["turn"]]
    room = max(0, SHOWN_KEPT - coming - len(opening))
    later = shown[len(opening) :]
    return [*opening, *later[max(0, len(later) - room) :]]
