"""Garment words that mean another kind by what is said beside them: the trousers of a gym, the jumper in cashmere."""

from dataclasses import replace

from agents.house.lexicon import load_meanings
from agents.house.reading.mentions import GARMENTS, Mention
from agents.house.reading.words import Word

# Cloths of which a jumper is knitted fine as often as not.
_FINE = frozenset({"cashmere", "merino", "silk"})
_VESTS = (["gilet"], ["gilets"])
SUITED = frozenset({"suit", "suit_jacket", "suit_trousers", "tuxedo", "tuxedo_jacket", "tie", "bow_tie", "black_tie"})
_NEAR = 4
# Words between a coat and how warm it is to be: « un manteau qui soit chaud ».
_BESIDE = 2
# What makes a jumper a thick one, whatever its colour.
_THICK = frozenset(
    {"cable", "chunky", "big", "wooly", "woolly", "aran", "fair", "guernsey", "gansey", "christmas"}
    | {"gros", "grosse", "grosses", "torsade", "torsades", "irlandais", "jacquard", "noel", "chaud", "camionneur"}
    | {"粗", "麻", "厚"}
)


def of_context(mention: Mention, mentions: list[Mention], words: list[Word]) -> Mention:
    """The garment as the kind that the occasion or the cloth of the same text makes of it."""
    if mention.kind not in ("kind", "category"):
        return mention
    key = _of_event(mention, mentions) or _of_sport(mention, mentions)
    key = key or _of_suit(mention, mentions, words)
    key = key or _of_knit(mention, mentions, words) or _of_warmth(mention, mentions) or _of_half(mention, mentions)
    if key is None:
        return mention
    return replace(mention, kind="kind" if key in load_meanings().kinds else "category", key=key)


def _of_event(mention: Mention, mentions: list[Mention]) -> str | None:
    """The jacket of a ball or a wedding is one to dress up in."""
    tailored = load_meanings().occasions["tailored"]
    dressed = any(m.kind == "occasion" and m.key in tailored for m in mentions)
    return "dress_jacket" if (mention.kind, mention.key) == ("kind", "jacket") and dressed else None


def _of_suit(mention: Mention, mentions: list[Mention], words: list[Word]) -> str | None:
    """The waistcoat of a suit, by the word that is a cardigan's elsewhere: « un costume avec gilet »."""
    suited = any(m.kind in GARMENTS and m.key in SUITED for m in mentions)
    return "waistcoat" if suited and is_vest(mention, words) else None


def is_vest(mention: Mention, words: list[Word]) -> bool:
    """Whether a word is a cardigan's that a waistcoat goes by as well."""
    return mention.key == "cardigan" and [word.text for word in words[mention.first : mention.last]] in _VESTS


def _of_sport(mention: Mention, mentions: list[Mention]) -> str | None:
    """The trousers of the gym, of a run, of the snow, where nothing else is dressed for."""
    meanings = load_meanings()
    done = {m.key for m in mentions if m.kind == "occasion"}
    done |= {meanings.activities[m.key] for m in mentions if m.kind == "activity" and m.key in meanings.activities}
    tables = [meanings.worn_for.get(one, {}) for one in sorted(done)]
    kinds = {table.get(mention.key) for table in tables}
    return kinds.pop() if len(kinds) == 1 else None


def _of_knit(mention: Mention, mentions: list[Mention], words: list[Word]) -> str | None:
    """The jumper of a fine cloth, or of a colour and named alone, may be a fine knit; a thick one is none."""
    fine = any(m.kind == "fabric" and m.key in _FINE for m in mentions)
    beside = {word.text for word in words[max(0, mention.first - _NEAR) : mention.last + 1]}
    alone = all(m.kind not in GARMENTS or mention.holds(m) for m in mentions)
    coloured = alone and any(m.kind == "colour" and not m.denied for m in mentions) and not beside & _THICK
    return "fine_sweater" if (mention.kind, mention.key) == ("category", "sweater") and (fine or coloured) else None


def _of_warmth(mention: Mention, mentions: list[Mention]) -> str | None:
    """The coat that is to be warm is one for the winter, and no trench."""
    refused = {m.last for m in mentions if m.kind == "negation"}
    warm = [m for m in mentions if (m.kind, m.key) == ("warmth", "warm") and m.first not in refused]
    near = any(max(m.first, mention.first) - min(m.last, mention.last) <= _BESIDE for m in warm)
    return "winter_coats" if (mention.kind, mention.key) == ("kind", "coat") and near else None


def _of_half(mention: Mention, mentions: list[Mention]) -> str | None:
    """The skirt that comes for trousers, where a word means a dress as well: 裤子换成裙子."""
    slot = load_meanings().slot
    halves = (m for m in mentions if m.kind in ("category", "kind") and m.last <= mention.first)
    wide = (mention.kind, mention.key) == ("kind", "dresses_and_skirts")
    return "skirt" if wide and any(slot(m.kind, m.key) == "bottom" for m in halves) else None
