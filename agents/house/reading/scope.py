"""Whether a turn is about clothes at all.

Garments, the verbs of dressing and how one looks speak for it; a place, a date or a dinner only in company, in a plain
statement, or after an earlier answer. Errands, other trades and other languages speak against it.
"""

from collections.abc import Iterator

from agents.house.lexicon import load_lexicon
from agents.house.reading.figures import tells_figures
from agents.house.reading.leaning import leaning
from agents.house.reading.mentions import COMMAS, POLITE, SENTENCE_ENDS, Mention
from agents.house.reading.occasions import trade_of
from agents.house.reading.pointing import STEPS
from agents.house.reading.turn import Turn
from agents.house.reading.unchecked import unchecked
from agents.house.reading.words import fold
from stores.vocabulary import Sizes

# What a turn refers to that is in none of our languages.
FOREIGN = "language"
_LITTLE = 2
_AMOUNT = 8
_FEW_WORDS, _FEW_SIGNS = 5, 10
# Who says whether they dress as a woman or a man, beside an event, asks what to wear to it.
_OF_A_WEARER = {"presentation"}
_ENOUGH = 3
# Of the words of a text in a language that is ours we know more than this share.
_FOREIGN, _SOME_WORDS = 0.4, 4
# Who travels or eats has more to do than to dress.
_ON_THE_WAY = (None, "travel", "flight", "dinner", "lunch", "brunch")
# Attributes that little else but clothes has.
_OF_CLOTH_ALONE = {"fabric", "pattern"}
_OF_CLOTH = {*_OF_CLOTH_ALONE, "style"}
# How far a turn may lean away from clothes and still be ours: where somebody is to be dressed, where clothes are but
# named, and else. The last loses about as large a share of our sentences as it keeps of others, on themes held back.
_DRESSED, _CLOTHES, _OTHERWISE = -0.45, -0.3, -0.1
_KANA, _SOME_KANA = ("\u3041", "\u30ff"), 3


def is_outside(turn: Turn) -> bool:
    """Whether a turn asks for something that is not ours."""
    if turn.request.new_photos or turn.references.photos or turn.sizes.sizes != Sizes():
        return False
    if _is_for_animals(turn):
        return True
    if _asks_only_for_ideas(turn):
        return False
    if turn.follows or is_foreign(turn) or _is_errand(turn) or _tells_the_sky(turn):
        return _breaks_rules(turn)
    return leaning(turn, verdicts_of(turn)) < _bar(turn)


def _is_for_animals(turn: Turn) -> bool:
    """Whether it is an animal that is to be dressed: "my dog needs a raincoat"; a coat for the dog walks is ours."""
    return turn.reading.has("for_animals") and not turn.details & {*_OF_A_WEARER, "occasion", "activity"}


def _is_dressed(turn: Turn) -> bool:
    """Whether an outfit is asked for, or somebody is named to be dressed, and no other trade is."""
    named = turn.reading.has("outfit") or (bool(turn.details & _OF_A_WEARER) and not _asks(turn))
    named |= turn.reading.has("replaces_own") and bool(turn.asked)
    return named and not (_elsewhere(turn) and _breaks_rules(turn))


def _bar(turn: Turn) -> float:
    """What a turn has to lean to be ours, by what the rules say of it."""
    apart = bool(_elsewhere(turn))
    travels = bool(turn.reading.opening("going")) and bool(turn.place) and not apart
    if _is_dressed(turn) or travels:
        return _DRESSED
    of_cloth = bool(turn.details & _OF_CLOTH_ALONE) and (turn.details & _OF_A_WEARER or turn.reading.of("negation"))
    return _CLOTHES if (_is_fashion(turn) or of_cloth or _only_names_event(turn)) and not apart else _OTHERWISE


def _only_names_event(turn: Turn) -> bool:
    """Whether an occasion with where and when it is stands for a whole turn: « un dîner à Bordeaux »."""
    return _names_occasion(turn) and turn.details <= {"occasion", "place", "date", "presentation"}


def verdicts_of(turn: Turn) -> Iterator[str]:
    """What the rules alone say of a turn."""
    yield "outside" if _breaks_rules(turn) else "inside"
    yield from (name for name, holds in _VERDICTS.items() if holds(turn))


def _breaks_rules(turn: Turn) -> bool:
    """Whether a turn is outside by rules alone."""
    if is_foreign(turn) or _is_errand(turn):
        return True
    if _is_fashion(turn) or turn.goes_on_to:
        return False
    if _elsewhere(turn):
        event = _names_event(turn) or (turn.occasion is not None and not _asks(turn))
        dressed_for = event and bool(turn.details & _OF_A_WEARER)
        of_cloth = bool(turn.details & _OF_CLOTH_ALONE) and len(_elsewhere(turn)) == 1
        set_for = bool(turn.date or turn.place or event) and _names_wearer(turn) and not _asks(turn)
        return not (dressed_for or of_cloth or set_for or _tells_event(turn))
    return not (_goes_on(turn) or _says_enough(turn))


def is_of_another_trade(turn: Turn) -> bool:
    """Whether a turn is an errand or speaks of another trade, and of no clothes."""
    return _is_errand(turn) or (bool(_elsewhere(turn)) and not _is_fashion(turn))


def _says_enough(turn: Turn) -> bool:
    """Whether what is said is enough to answer with clothes, though none are named."""
    r = turn.reading
    if r.apart("appearance", r.of("plain")) or any(holds(turn) for holds in _GROUNDS):
        return True
    if (
        turn.looks_wanted
        or turn.temperature is not None
        or tells_figures(turn.reading)
        or (turn.impossible_date and not _asks(turn))
    ):
        return True
    if r.of("sky") or (r.has("weather") and turn.details) or (r.opening("going") and turn.place):
        return True
    return len(turn.details) >= (_ENOUGH if _asks(turn) else _LITTLE)


def _goes_on(turn: Turn) -> bool:
    """Whether a turn goes on from an earlier answer."""
    pointed = turn.references.ids or turn.references.missing or turn.references.vague
    wished = turn.details or turn.trip is not None or unchecked(turn.reading)
    return turn.follows and bool(wished or pointed or turn.reading.has(*STEPS))


def is_foreign(turn: Turn) -> bool:
    """Whether a text is in a language that is none of ours: Japanese, or a few Latin words, most of them unknown."""
    if sum(_KANA[0] <= sign <= _KANA[1] for sign in turn.reading.text) >= _SOME_KANA:
        return True
    said = [fold(word.raw) for word in turn.reading.words if word.raw.isalpha() and word.raw.isascii()]
    strange = sum(word.raw.isalpha() and not word.raw.isascii() for word in turn.reading.words)
    strange *= turn.reading.lexicon.language == "en"
    known = turn.reading.lexicon.known | load_lexicon("en").known
    mostly = sum(word in known for word in said) < _FOREIGN * (len(said) + strange)
    return mostly and len(said) + strange >= _SOME_WORDS and not turn.follows


def _is_errand(turn: Turn) -> bool:
    """Whether it opens with an order that no stylist carries out: to write, to book, to remind."""
    ours = turn.reading.garments or turn.reading.has("outfit", "wardrobe_add")
    return bool(turn.reading.opening("errand")) and not ours and not turn.references.ids


def _elsewhere(turn: Turn) -> list[Mention]:
    """What speaks of another trade; "like a tourist" is about looks, "play it safe" of no music."""
    r = turn.reading
    named = [garment for garment in r.garments if garment.last - garment.first > 1]
    wished = [cue for cues in unchecked(r).values() for cue in cues]
    packed = r.cues.get("brings", []) if turn.follows else []
    return r.apart("elsewhere", [*r.cues.get("appearance", []), *r.of("plain", "occasion"), *named, *wished, *packed])


def _is_fashion(turn: Turn) -> bool:
    r = turn.reading
    ambiguous = r.meanings.occasions["ambiguous_pieces"]
    sure = [piece for piece in r.garments if piece.key not in ambiguous]
    doubtful = bool(r.garments) and not _elsewhere(turn)
    return (
        bool(sure)
        or doubtful
        or bool(r.apart("fashion", r.of("plain")))
        or r.has("outfit", "sleeved", "long_sleeves", "own_only", "own_first")
        or bool(turn.references.ids or turn.references.photos)
    )


def _names_wearer(turn: Turn) -> bool:
    """Whether who is dressed is a clause of its own: "a White House tour in April, woman"."""
    r, ends = turn.reading, {"", *COMMAS, *SENTENCE_ENDS}
    return any(r.word(m.first - 1) in ends and r.word(m.last) in ends for m in r.of("presentation"))


def _tells_event(turn: Turn) -> bool:
    """Whether somebody only tells what awaits them: "new job on Monday, it's a bank" asks nothing of a bank."""
    r = turn.reading
    own = bool(r.opening("of_self")) or trade_of(r, turn.occasion) is not None
    outdoors = bool(r.of("sky")) and len(turn.details) >= _LITTLE
    awaited = own and turn.occasion not in _ON_THE_WAY
    return len(_elsewhere(turn)) == 1 and (awaited or outdoors) and _only_tells(turn)


def _tells_of_self(turn: Turn) -> bool:
    """Whether somebody speaks of themselves and asks for nothing else: "I'm bored of everything I own"."""
    spoken = bool(turn.reading.opening("of_self")) or len({*turn.reading.keys("occasion")}) > 1
    return spoken and _only_tells(turn)


def _tells_the_sky(turn: Turn) -> bool:
    """Whether a day's weather is told in figures, and nothing asked: « 40 % de pluie demain, une balade »."""
    return tells_figures(turn.reading) and _only_tells(turn) and not _elsewhere(turn)


def _only_tells(turn: Turn) -> bool:
    return not _asks(turn) and not turn.reading.has("find", "request", "question", "give_me")


def _asks_of_cloth(turn: Turn) -> bool:
    """Whether a cloth, a pattern, a dress code or two colours are asked about, or an idea for an occasion is."""
    r = turn.reading
    colours = {mention.key for mention in r.of("colour")}
    coloured = len(colours) > 1 or (bool(colours) and r.has("all_over"))
    return coloured or bool(turn.details & _OF_CLOTH) or (turn.occasion is not None and r.has("vague_wish"))


def _names_event(turn: Turn) -> bool:
    """Whether an event is named that one dresses up for, or how things should look."""
    named = {*turn.reading.keys("occasion")}
    events = named if turn.reading.has("something") else named - turn.reading.meanings.occasions["elsewhere"]
    looks = turn.details & {"fabric", "pattern", "style", "colour", "modest"}
    return bool(events) or (bool(looks) and (turn.reading.has("ask", "complete") or not _asks(turn)))


def _names_occasion(turn: Turn) -> bool:
    """Whether an occasion is all that is said: "weekend at home", "first day as a lawyer"."""
    few = len(turn.reading.words) <= (_FEW_SIGNS if turn.reading.lexicon.language == "zh" else _FEW_WORDS)
    return turn.occasion is not None and few and not turn.reading.has("question")


def _asks_only_for_ideas(turn: Turn) -> bool:
    """Whether ideas for a day or an occasion are all that is asked of the stylist: "any ideas for tonight?"."""
    r = turn.reading
    set_for = r.of("day", "weekday", "month", "number", "occasion", "presentation")
    said = {i for one in (*r.cues.get("ideas", ()), *set_for) for i in range(one.first, one.last)}
    little = r.lexicon.grammar.function_words | r.lexicon.place.before | POLITE
    rest = (word.text for i, word in enumerate(r.words) if i not in said and word.text.isalnum())
    dressed_for = bool(turn.date or turn.occasion) and turn.occasion not in _ON_THE_WAY[1:]
    return r.has("ideas") and dressed_for and all(text in little for text in rest)


def _names_amount(turn: Turn) -> bool:
    """Whether little more than what may be spent is said."""
    return turn.budget is not None and not _asks(turn) and len(turn.reading.words) <= _AMOUNT


def _asks(turn: Turn) -> bool:
    """Whether the turn is put as a question or an order; Chinese may put the question word last."""
    anywhere = turn.reading.lexicon.language == "zh" and turn.reading.has("question")
    return anywhere or bool(turn.reading.opening("question"))


_GROUNDS = (_names_event, _names_occasion, _names_amount, _asks_of_cloth, _tells_of_self)
_VERDICTS = {"fashion": _is_fashion, "elsewhere": _elsewhere, "errand": _is_errand}
