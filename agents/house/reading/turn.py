"""One turn with all that was read from it, before it is decided what is asked for."""

from dataclasses import dataclass
from functools import cached_property

from agents.house.reading.afterwards import goes_on, only_tells, sees_through
from agents.house.reading.changes import (
    owned_like,
)
from agents.house.reading.counts import looks_wanted_of
from agents.house.reading.daily import is_likened, is_reason
from agents.house.reading.dates import season_of
from agents.house.reading.had import had_of
from agents.house.reading.mentions import ATTRIBUTES, COMMAS, Mention
from agents.house.reading.money import budget_of, lowered, paid_at, spent_in
from agents.house.reading.occasions import occasion_of
from agents.house.reading.pieces import NamedPiece, is_general
from agents.house.reading.pointing import described_items, is_definite, last_turn
from agents.house.reading.praised import praised_of
from agents.house.reading.references import disliked_items, is_faulted
from agents.house.reading.sizes import tells_size
from agents.house.reading.spoken import Spoken
from agents.house.reading.topped_up import topped_up
from agents.house.reading.trip import events_of, trip_of
from agents.house.reading.trying import asks_if_it_works
from agents.house.reading.venues import told_of_venue
from agents.house.reading.wardrobe import told_of
from agents.house.reading.whether import ends_asked, is_put
from agents.house.reading.whose import tells_only_sizes
from stores.categories import load_categories
from stores.vocabulary import AtMost, Budget, Season, ShownLook, TripEvent
from tools.paid import sets_ceiling
from tools.shape import SWIM
from tools.trips import load_packing

_LEADING = 2
# What swimwear is packed for where no more is told of it.
SWIMMING = "pool"
_SEVERAL = 3
# What is asked of pieces that may be too high, too thin or not dry.
_FEARED = frozenset({"comfort", "warmth", "rain"})
_DETAILS = ("style", *ATTRIBUTES, "activity", "modest", "sky", "presentation")


@dataclass(frozen=True)
class Turn(Spoken):
    """Facts of a turn, each read when it is first asked for; `at_most` are the bounds that were read beside pieces."""

    at_most: tuple[AtMost, ...] = ()

    @cached_property
    def owned(self) -> list[NamedPiece]:
        hanging, unseen = self.pictured.hanging, self.pictured.unseen
        held = [piece for piece in self.hung if (piece.owned and piece not in hanging) or piece in unseen]
        return [piece for piece in held if piece.garment not in self.references.named]

    @cached_property
    def asked(self) -> list[NamedPiece]:
        """The pieces to look for; one that was shown and is not liked is to be replaced."""
        aside = [*self.pictured.hanging, *self.pictured.unseen]
        found = [] if self.fancied else [piece for piece in self.hung if not piece.owned and piece not in aside]
        found = [piece for piece in found if piece.garment not in self.praised]
        named = [piece for piece in found if not self._is_size_talk(piece, alone=len(found) == 1)]
        named = [
            piece for piece in named if not is_general(piece, named, self.reading) and not self._is_of_others(piece)
        ]
        return [*named, *self._anew(named)] if self.replaces else named

    @cached_property
    def praised(self) -> dict[Mention, str]:
        """The pieces that please where another is to be changed, each with its id: "love the top, change the shoes"."""
        return praised_of(self.reading, [row.look for row in last_turn(self.request.shown) if self._may_be_meant(row)])

    @property
    def kept(self) -> list[str]:
        return [*super().kept, *self.praised.values()]

    def _anew(self, named: list[NamedPiece]) -> list[NamedPiece]:
        """The pieces that are not liked, to be replaced by others of their kind where no other kind is asked for."""
        slot = self.reading.meanings.slot
        said = {slot(piece.garment.kind, piece.garment.key) for piece in named}
        return [NamedPiece(one) for one in self.disliked if slot(one.kind, one.key) not in said]

    @cached_property
    def disliked(self) -> dict[Mention, list[str]]:
        """The garments that the person does not like among what was shown, each with the ids of the items.

        Whether shoes are too high or a dress is too thin is only asked: 鞋子会不会太高, « pas trop fine ? ».
        """
        if self.only_fears:
            return {}
        found = {
            garment: disliked_items(self.reading, garment, self.references, self.request.shown)
            for garment in self.reading.garments
        }
        return {garment: ids for garment, ids in found.items() if ids}

    @property
    def only_fears(self) -> bool:
        """Whether a text closes with what a piece is feared to be, put as a question."""
        r = self.reading
        feared = [m for m in r.of("topic") if m.key in _FEARED] + r.cues.get("seems_cut", [])
        return is_put(r) and any(m.last >= len(r.words) - 1 for m in feared)

    @cached_property
    def fancied(self) -> list[Mention]:
        """The kinds of piece that a person likes in general: "I love skirts", not "I like the skirt".

        "I prefer boots" is no such thing where it answers what was shown.
        """
        r, found = self.reading, list[Mention]()
        if r.has("find", "outfit", "request", "more_like") or self.occasion is not None:
            return []
        swaps = r.cues.get("swap", []) if self.follows else []
        for cue in (cue for cue in r.cues.get("like", ()) if not any(swap.holds(cue) for swap in swaps)):
            reach, allowed = cue.last, r.lexicon.grammar.generic
            for garment in (piece.garment for piece in self.pieces if not piece.owned):
                if garment.first < reach or garment in self.references.named or self._contrasts(garment):
                    continue
                if not {*r.between(reach, garment.first)} <= allowed:
                    break
                found += [garment] if garment not in found else []
                reach, allowed = garment.last, r.lexicon.grammar.definite_plural | r.lexicon.grammar.joiners | COMMAS
        return found

    def _is_size_talk(self, piece: NamedPiece, alone: bool) -> bool:
        """Whether shoes are but named to say their size, beside what is asked for."""
        told = (self.occasion, self.place, self.date, self.days, self.temperature, self.sizes.sizes.clothes)
        besides = not alone or self.reading.has("outfit", "belated") or any(one is not None for one in told)
        described = any(not attribute.denied for attribute in piece.attributes)
        sized = besides and tells_size(self.reading, piece.garment)
        sized = sized or (self.follows and tells_only_sizes(self.reading))
        return not described and (sized or self._tells_own_size(piece))

    def _tells_own_size(self, piece: NamedPiece) -> bool:
        """Whether shoes are but named to tell the own size after an answer: "I'm a 41 in boots", 靴子我穿41码."""
        r = self.reading
        shod = r.meanings.slot(piece.garment.kind, piece.garment.key) == "footwear" and self.sizes.sizes.shoes
        told = self.sizes.own and any(talk.key == "wear" for talk in r.of("size_talk"))
        told &= r.word(piece.garment.first - 1) not in r.lexicon.grammar.interrogatives
        return bool(self.follows and shod and told) and not r.has(
            "find", "request", "only", "swap", "question", "complete"
        )

    def _is_of_others(self, piece: NamedPiece) -> bool:
        """Whether a piece that none of the person's sex wears is but spoken of: "man, gala, evening dress"."""
        categories = self.reading.meanings.categories(piece.garment.kind, piece.garment.key)
        worn_by = {load_categories()[category].presentation for category in categories}
        strange = {"women", "men"} - {self.presentation}
        if self.presentation == "men" and self._is_dress_for_men(piece):
            return True
        wishes = [cue for key in ("find", "to_wear", "one_with", "like") for cue in self.reading.cues.get(key, ())]
        led = (piece.garment.first - cue.last for cue in wishes)
        wished = any(0 <= gap <= _LEADING for gap in led) or not (self.occasion or self.reading.has("outfit"))
        return self.presentation in {"women", "men"} and bool(worn_by) and worn_by <= strange and not wished

    def _is_dress_for_men(self, piece: NamedPiece) -> bool:
        """Whether "dress" is said of any clothes, as in India: "formal dress for male"."""
        last = piece.garment.last + (self.reading.word(piece.garment.last) in {"for", "of"})
        behind = self.reading.at("presentation", last)
        return self.reading.said(piece.garment.first, piece.garment.last).endswith("dress") and behind is not None

    def _contrasts(self, garment: Mention) -> bool:
        """Whether a piece is wanted in the place of one that is refused: "no shirts, I prefer T-shirts"."""
        slot = self.reading.meanings.slot
        refused = {slot(other.kind, other.key) for other in self.reading.garments if other.denied}
        return self.follows and slot(garment.kind, garment.key) in refused

    @cached_property
    def dropped(self) -> list[Mention]:
        """The garments that a look which was shown is to do without, worn in it or not: "remove the bag"."""
        meant = [piece for piece in self.pieces if piece.garment in self.references.named or self._is_taken_off(piece)]
        named = [piece for piece in meant if not (piece.owned or self._is_led_by("add", piece))]
        strange = [piece for piece in named if not owned_like(piece, self.reading, self.request.wardrobe)]
        return [piece.garment for piece in strange] if self.reading.has("wardrobe_remove") else []

    def _is_taken_off(self, piece: NamedPiece) -> bool:
        """Whether "remove" stands right beside a piece after an outfit was shown; Chinese may say it behind."""
        shown = any(row.look.kind == "outfit" for row in last_turn(self.request.shown))
        behind = any(cue.first == piece.garment.last for cue in self.reading.cues.get("takes_off", ()))
        return shown and (behind or self._is_led_by("takes_off", piece))

    def _is_led_by(self, cue: str, piece: NamedPiece) -> bool:
        """Whether nothing but articles parts a cue from a piece behind it."""
        r, first, articles = self.reading, piece.garment.first, self.reading.lexicon.grammar.articles
        ahead = (one.last for one in r.cues.get(cue, ()) if one.last <= first)
        return any({*r.between(last, first)} <= articles for last in ahead)

    @cached_property
    def taken_off(self) -> dict[Mention, list[str]]:
        """The garments that one shown look is to do without, each with the ids of its items: "lose the jumper"."""
        r = self.reading
        looks = [row for row in last_turn(self.request.shown) if self._may_be_meant(row)]
        refused = [one for one in r.garments if one.denied and one not in self.disliked and is_definite(r, one)]
        found = {one: [item.id for item in described_items(r, one, looks)] for one in refused}
        return {one: ids for one, ids in found.items() if ids} if r.lexicon.language != "zh" else {}

    def _may_be_meant(self, row: ShownLook) -> bool:
        return row.look.kind == "outfit" and row.look.id in (self.references.looks or [row.look.id])

    @cached_property
    def had(self) -> list[Mention]:
        """The garments that nobody need look for: "I already have shoes"."""
        told = (occasion_of(self.reading), self.place, self.temperature)
        aside = self.follows or self.reading.has("outfit") or any(one is not None for one in told)
        return had_of(self.reading, self.pieces) if aside else []

    @cached_property
    def own_only(self) -> bool:
        """Whether nothing is to be bought at all; "no need to buy any" is said of the shoes that are at home alone."""
        r, cues = self.reading, self.reading.cues.get("own_only", [])
        if self.had or any(garment.denied for garment in r.garments):
            cues = [cue for cue in cues if not any(cue.first < m.last and m.first < cue.last for m in r.of("negation"))]
        return bool(cues)

    @cached_property
    def hung(self) -> list[NamedPiece]:
        """The pieces that may hang in the wardrobe, but for those of which only something is told."""
        told = [] if self.reading.has("replaces_own") else told_of(self.reading, self.request)
        places = {garment.first for garment in told}
        apart = {*self.dropped, *self.had}
        return [one for one in self.pieces if one.garment not in apart and one.garment.first not in places]

    @property
    def replaces(self) -> bool:
        """Whether something else is to come in place of what is not liked: it is asked for, or an outfit lacks it."""
        if self.reading.has("too_much") and self.reading.opening("may_one") and "?" in self.reading.text:
            return False
        asks = self.reading.has("request", "other", "find", "swap", "question", "feedback_bad")
        return bool(self.disliked) and (asks or any(is_faulted(self.reading, garment) for garment in self.disliked))

    @property
    def doubts(self) -> bool:
        """Whether it is asked if one's own piece is too much, or right: "is my red coat too loud?", « c'est bon ? »."""
        r = self.reading
        asked = bool(r.opening("question")) or r.text.rstrip().endswith(("吗", "?"))
        ends = self.occasion is not None and any(m.last >= len(r.words) - 1 for m in r.cues.get("verdict", ()))
        return bool(self.owned) and not self.asked and asked and (r.has("excess") or ends)

    @property
    def asks_for_gap(self) -> bool:
        """Whether it is asked what the wardrobe lacks; "what's missing?" asks it where nothing else is spoken of."""
        hangs = self.reading.has("closet")
        new = hangs or self._wears_own or not (self.follows or self.owned)
        vague = self.reading.has("gap_vague") and (new or self._lists_own) and not self.asked
        return self.trip is None and (self.reading.has("gap") or vague)

    @property
    def _lists_own(self) -> bool:
        """Whether what hangs at home is told, and for no day: "I own a blazer, jeans and boots, what's missing?"."""
        told = len(self.owned) >= _SEVERAL and not any(piece.worn for piece in self.owned)
        return told and not (self.occasion or self.place or self.date)

    @property
    def _wears_own(self) -> bool:
        """Whether the outfit that was shown last is made of the wardrobe."""
        last = self.request.shown[-1:]
        return any(item.source == "wardrobe" for row in last for item in row.look.items)

    @cached_property
    def occasion(self) -> str | None:
        stays = self.place and self.days and len(self.reading.keys("activity")) > 1
        found = occasion_of(self.reading) or ("travel" if stays else None)
        if self.follows and (asks_if_it_works(self.reading) or self._is_worn_on_to(found)):
            return None
        if self.follows and (self.reading.has("same_event") or is_reason(self.reading) or self._tells_of_life(found)):
            return None
        if self.request.last and self.request.last.occasion and is_likened(self.reading):
            return None
        if self.nightfall:
            return self.nightfall
        if found == "clubbing" and self.dances_in:
            return None
        return self.venue or (None if self._is_where(found) else found)

    @cached_property
    def goes_on_to(self) -> bool:
        """Whether this is of what the day goes on with after what was dressed for."""
        return not (self.place or self.date) and goes_on(self.reading, self.request)

    def _is_worn_on_to(self, after: str | None) -> bool:
        """Whether what was dressed for goes on to something that the same clothes are right for."""
        told = not self.nightfall and self.goes_on_to and only_tells(self.reading)
        return told and sees_through(self.request.last, after)

    def _tells_of_life(self, occasion: str | None) -> bool:
        before = self.request.last.occasion if self.request.last else None
        return (self.tells_of_life and before not in {None, occasion}) or tells_only_sizes(self.reading)

    @property
    def tells_of_life(self) -> bool:
        """Whether it is only told how one lives or spends the day: "I cycle to work", 我要站一整天."""
        asks = self.reading.has("question", "outfit", "to_wear") or is_put(self.reading)
        return self.reading.has("way_of_life") and not asks

    @cached_property
    def dances_in(self) -> bool:
        """Whether dancing is but what a piece is for, and the occasion known: "shoes he can dance in"."""
        last = self.request.last
        asked = any(not piece.owned for piece in self.pieces)
        return asked and last is not None and bool(last.occasion) and not (self.place or self.date)

    @cached_property
    def nightfall(self) -> str | None:
        """What the evening is dressed for where the day was spoken of: "and in the evenings?", said of skiing."""
        before = self.request.last.occasion if self.request.last and self.request.shown else None
        by_day = before in self.reading.meanings.occasions["by_day"] and self._packed_for is None
        found = occasion_of(self.reading)
        evening = any(
            m.key == found and m.holds(cue)
            for m in self.reading.of("occasion")
            for cue in self.reading.cues.get("at_night", ())
        )
        said = (evening or found in {None, "home", "travel", "dinner", before}) and not (self.place or self.date)
        return "dinner" if by_day and said and self.reading.has("at_night") else None

    @cached_property
    def venue(self) -> str | None:
        """The occasion of before, where it is only told what it is like: "the ceremony is on a beach"."""
        apart = self.place or self.date or self.budget or self.owned
        before = self.request.last.occasion if self.request.last and self.request.shown else None
        return None if apart else told_of_venue(self.reading, occasion_of(self.reading), before)

    def _is_where(self, occasion: str | None) -> bool:
        """Whether it is only told later where it takes place: "I should have said, it's in a church"."""
        before = self.request.last.occasion if self.request.last else None
        weak = occasion in self.reading.meanings.occasions["weak"]
        return weak and bool(before) and self.reading.has("belated")

    @cached_property
    def trip(self) -> list[TripEvent] | None:
        event = self.occasion is not None and self.occasion not in load_packing().plain
        tells = self.place or self.date or self.season or event or self.reading.of("sky")
        if self.dropped_from_trip:
            return [event for event in self._packed_for or () if event.occasion not in self.dropped_from_trip]
        if self.goes_light:
            return [*(self._packed_for or ())]
        if self.swims:
            return [*(self._packed_for or ()), TripEvent(occasion=SWIMMING, times=1)]
        packed = trip_of(self.reading, self.days, tells=bool(tells), bounded=bool(self.at_most))
        return (
            packed
            if packed is not None or not self.adds_to_trip
            else [*(self._packed_for or ()), *events_of(self.reading)]
        )

    @property
    def goes_light(self) -> bool:
        """Whether it is told of days that were dressed for what everything has to go into: "hand luggage only"."""
        last = self.request.last
        luggage = any(cue.last - cue.first > 1 for cue in self.reading.cues.get("brings", ()))
        stays = last is not None and (last.trip is not None or (last.days or 0) > 1)
        return luggage and stays and not (self.place or self.date or self.days or self.asked)

    @property
    def adds_to_trip(self) -> bool:
        """Whether something more happens on the trip that was packed for: "and a dinner as well"."""
        asks = bool(self.reading.opening("question") or self.reading.opening("may_one"))
        return bool(self._packed_for is not None and self.reading.has("adds") and self.occasion) and not asks

    @property
    def swims(self) -> bool:
        """Whether swimwear is to go into the suitcase that was packed: it's worn for a swim, and not by day."""
        meanings, packed = self.reading.meanings, self._packed_for
        kinds = [{*meanings.categories(one.garment.kind, one.garment.key)} for one in self.asked]
        new = packed is not None and not any(event.occasion in load_packing().swim for event in packed)
        return new and bool(kinds) and all(one and one <= SWIM for one in kinds) and not ends_asked(self.reading)

    @property
    def dropped_from_trip(self) -> set[str]:
        """What was packed for and does not happen any more: "forget the dinner", "the safari was cancelled"."""
        packed = {event.occasion for event in self._packed_for or ()}
        said = {*self.reading.keys("occasion"), *(event.occasion for event in events_of(self.reading))}
        return packed & said if packed and self.reading.has("drops_event") else set()

    @property
    def _packed_for(self) -> list[TripEvent] | None:
        return self.request.last.trip if self.request.last else None

    @cached_property
    def season(self) -> Season | None:
        # The day of a lunar feast is in no calendar here, its season is.
        over = "chinese_new_year" in self.reading.keys("occasion") and self.occasion != "chinese_new_year"
        return season_of(self.reading) or ("winter" if over else None)

    @cached_property
    def budget(self) -> Budget | None:
        if self.resized:
            return None
        before = self.request.last.budget if self.request.last else None
        totals = [row.look.total for row in last_turn(self.request.shown)]
        if self.follows and (more := topped_up(self.reading, before, totals, self.request.currency)):
            return more
        known = self.request.profile.currency or self._spends(before, totals)
        named = budget_of(self.reading, known or self.request.currency)
        if named and self.place and not known and not self.reading.of("currency"):
            named = paid_at(self.place, named)
        return named or (lowered(self.reading, before) if before and self.follows else None)

    def _spends(self, before: Budget | None, totals: list[float | None]) -> str | None:
        """The currency of a bare sum: that of the sum before, unless it was but what a look came to."""
        if before is not None and not (self.request.last and sets_ceiling(self.request.last)):
            return before.currency
        here = self.place or (self.request.last.place if self.request.last else None)
        return spent_in(self.reading, totals, self.request.currency, follows=self.follows, place=here)

    @cached_property
    def looks_wanted(self) -> int | None:
        return looks_wanted_of(self.reading, self.asked)

    @cached_property
    def details(self) -> set[str]:
        """Kinds of detail that a request is made of, none of which alone proves it to be one about clothes."""
        r = self.reading
        found = {mention.kind for mention in r.of(*_DETAILS)}
        said: dict[str, object] = {"occasion": self.occasion, "place": self.place, "date": self.date, "days": self.days}
        said |= {"season": self.season, "budget": self.budget, "temperature": self.temperature is not None}
        said |= {"date": self.date or self.impossible_date}
        said |= {"manner": self.reading.has("manner")}
        return found | {name for name, value in said.items() if value}

    def empty_but(self, *kinds: str) -> bool:
        """Whether the turn holds no detail but of these kinds."""
        return self.details <= set(kinds)
