"""What is asked of the reader of a turn: the message, and all that it may point at or answer."""

from agents.contracts import UnderstandRequest
from agents.history import decided
from graph import closet, turn, undoing
from graph.state import State
from stores.vocabulary import Brief, Change, Person, ShownLook


def to_understand(state: State, currency: str) -> UnderstandRequest:
    """`currency` is the shop's."""
    person, sent = Person.model_validate(state["person"]), turn.new_photos(state)
    return UnderstandRequest(
        text=state["messages"][-1].text,
        today=turn.date_of(state),
        earlier=decided(turn.earlier_texts(state["messages"])),
        previous=turn.previous_texts(state["messages"]),
        shown=[ShownLook.model_validate(look) for look in state["shown"]],
        last=Brief.model_validate(state["last"]) if state["last"] else None,
        profile=person.profile,
        wardrobe=person.wardrobe,
        photos=[photo.number for photo in person.photos],
        new_photos=[photo.number for photo in person.photos if photo.id in sent],
        unconfirmed=state["unconfirmed"],
        bare=[photo.number for photo in closet.bare(person)],
        twins=state["twins"],
        unsure=state["unsure"],
        choices=[Change.model_validate(row) for row in state["choices"]],
        undo=undoing.at_hand(state),
        currency=currency,
    )
