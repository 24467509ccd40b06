"""What a sentence claims beyond its tokens, and whether the turn bears it out.

It is read with the lexicon that the house reads messages with. A claim passes where the person said it first, where a
fact of the turn says it, or where the sentence speaks of a case only. What this cannot see is in `docs/honesty.md`.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from agents.claim_words import ClaimWords, load_claims
from agents.house.lexicon import load_lexicon, load_meanings
from agents.house.reading.mentions import GARMENTS, Mention, Reading
from agents.house.reading.numbers import numbers
from agents.house.reading.text import read
from agents.house.reading.words import fold
from agents.known import Known, Said, Worn, plain_words
from stores.vocabulary import Language

OF_A_LABEL, OF_A_HOST, OF_A_SHOP = "a_claim_of_the_label", "an_invitation", "an_offer"
SIZES = frozenset({"size", "sizes"})  # tokens of sizes that are there
STOCKED = ("in stock", "en stock", "有货", "现货")
# Topics of a turn in which a rule's words are no claim: what holds for everybody is told of no piece and of nobody.
GENERAL = "guide"
COUNTS_OTHERS = frozenset({GENERAL, "self"})
EXCUSES: Mapping[str, frozenset[str]] = {
    "an_offer": frozenset({GENERAL, "self"}),
    "a_deed": frozenset({GENERAL}),
    "a_claim_of_the_label": frozenset({GENERAL, "care"}),
    "a_memory": frozenset({"self"}),
    "another_age": frozenset({GENERAL, "hair"}),
    "a_price_compared": frozenset({GENERAL, "price"}),
    "an_invitation": frozenset({GENERAL}),
}
MARKUP = re.compile(
    r"https?:|www\.|\w@\w|</?[a-z!]|\]\(|```|\*\*|\bon\w+=|[{}]|\b\w+\.(?:com|net|org|example|shop|cn|fr)\b"
)
CAPITAL = re.compile(r"(?<=[\w,;:’'\-] )[A-ZÀ-Ý][\w'’&-]*")
# Occasions that people also speak of by the way.
COMMON = frozenset(
    {"home", "office", "party", "weekend", "travel", "school", "night_out", "dinner", "lunch", "date", "walk"}
)
WATERPROOF = ("waterproof", "imperméable", "imperméables", "防水")
TOLD_SKIES = frozenset({"rain", "snow", "sun", "wind", "humid", "freezing"})
HEAT = frozenset({"hot", "cold"})
# Counts up to here are talk: "two colours", "a step or three".
SMALL = 10
LEAKED = 6
# How far from its garment a colour or a cloth stands that is said of it.
BESIDE = 2


def false_claim(bare: str, cited: list[str], known: Known, language: Language) -> str | None:
    """Why a sentence without its tokens is not borne out, or None; the reason names the rule, never the words."""
    words = load_claims(language)
    bare = words.spared.sub(" ", bare.replace("’", "'"))
    reading = read(bare, load_lexicon(language), typed=False)
    general = GENERAL in known.about
    case = bool(words.maybe.search(bare)) or bare.rstrip().endswith(("?", "？"))
    excused = {name for name, topics in EXCUSES.items() if known.about & topics} | ({OF_A_HOST} if case else set())
    rules = {name: rule for name, rule in words.never.items() if name not in excused}
    fine = [*_fine(reading, cited, known)]
    if found := next((name for name, rule in rules.items() if _breaks(name, rule, bare, words, fine)), None):
        return found.replace("_", " ")
    checks = {
        "a link or markup": MARKUP.search(bare),
        "words of the instructions": _leaks(bare, known),
        "a number in words": not general and any(abs(number.value) > SMALL for number in numbers(reading)),
        "a maker nobody named": _names_brand(bare, words, known),
        "a name nobody gave": language != "zh" and _names_somebody(bare, words, reading, known),
        "a place nobody named": language == "zh" and _names_place(reading, known),
        "a thing that is not the person's": not case
        and any(m.group("thing") not in known.owned for m in words.owned.finditer(bare)),
        "a deed that is none of ours": _does(bare, words.did, words.may_do) or _does(bare, words.will, words.will_do),
        "somebody nobody named": any(not _words_of(m.group()) <= known.words for m in words.relations.finditer(bare)),
        "a price of another piece": _misprices(reading, cited, known),
        "a count that is not so": not known.about & COUNTS_OTHERS and _miscounts(bare, words, reading, known),
        "a season nobody named": not case and _invents_season(reading, known),
        "a piece that is not shown": not case and _invents_piece(reading, words, known),
        "weather nobody read": not case and _invents_sky(reading, known, foretold=bool(words.foretells.search(bare))),
        "a day nobody named": any((one.kind, one.key) not in known.said for one in _days(reading)),
        "an occasion nobody named": not case and _invents_occasion(reading, known),
        "an attribute that the piece has not": _false_attribute(reading, cited, known),
    }
    return next((reason for reason, found in checks.items() if found), None)


def unquoted(text: str, language: Language) -> str:
    """A text without what the person is told to say, which is a claim of nobody's."""
    return load_claims(language).quoted.sub(" ", text)


def _breaks(name: str, rule: re.Pattern[str], bare: str, words: ClaimWords, fine: Sequence[str]) -> bool:
    """Whether a rule's words are there that are not `fine`; of a label's, where they are not denied."""
    found = any(match.group().lower() not in fine for match in rule.finditer(bare))
    return found and not (name == OF_A_LABEL and words.denies.search(bare))


def _fine(reading: Reading, cited: list[str], known: Known) -> Iterator[str]:
    """What pieces are called, as a rain coat may be, and what is true of one that is shown, or of a size."""
    yield from (reading.said(garment.first, garment.last) for garment in reading.garments)
    if _is_rainproof(known):
        yield from WATERPROOF
    if "size" in known.about or any(key.rpartition(".")[2] in SIZES for key in cited):
        yield from STOCKED


def _leaks(bare: str, known: Known) -> bool:
    """Whether six words on end are those of the prompt."""
    said = plain_words(bare).split()
    runs = (" ".join(said[at : at + LEAKED]) for at in range(len(said) - LEAKED + 1))
    return any(run in known.instructions for run in runs)


def _names_brand(bare: str, words: ClaimWords, known: Known) -> bool:
    return any(not _words_of(match.group()) <= known.words for match in words.brands.finditer(bare))


def _names_somebody(bare: str, words: ClaimWords, reading: Reading, known: Known) -> bool:
    """Whether a capital within the sentence names what neither the person nor the facts did."""
    cloth = {
        word for one in reading.of(*GARMENTS, "fabric", "pattern") for word in reading.between(one.first, one.last)
    }
    fine = known.words | cloth | words.names
    days = {fold(reading.words[one.first].raw) for one in reading.of("weekday", "month")}
    return any(not (_words_of(name) <= fine | days or name in fine) for name in CAPITAL.findall(bare))


def _names_place(reading: Reading, known: Known) -> bool:
    places = [one for one in reading.of("known") if one.key == "place"]
    return any(not {*reading.between(one.first, one.last)} <= known.words for one in places)


def _invents_sky(reading: Reading, known: Known, *, foretold: bool) -> bool:
    """Rain is said of the weather, but in "rain jacket" of a piece, and of one that is waterproof what it is made for;
    heat is said of it only where it is foretold, and nothing is where advice is for everybody."""
    if GENERAL in known.about and not foretold:
        return False
    pieces = {i for garment in reading.garments for i in range(garment.first, garment.last)}
    meant = TOLD_SKIES | HEAT if foretold else TOLD_SKIES
    made_for = {("sky", "rain")} if not foretold and _is_rainproof(known) else set()
    told = [one for one in reading.of("sky") if one.key in meant and not one.denied and one.first not in pieces]
    return any(("sky", one.key) not in known.said | made_for for one in told)


def _is_rainproof(known: Known) -> bool:
    return any(piece.waterproof for piece in known.pieces.values())


def _does(bare: str, rule: re.Pattern[str], fine: frozenset[str]) -> bool:
    """Whether a reply says it did, or will do, what only choosing and talking is not."""
    return any(match.group("verb").lower() not in fine for match in rule.finditer(bare))


def _misprices(reading: Reading, cited: list[str], known: Known) -> bool:
    """Whether a price stands without its piece, but with another one."""
    named = {_piece_of(key) for key in cited if not key.endswith(".price")} & {*known.pieces}
    kinds = {category for garment in reading.garments for category in _categories(garment)}
    named |= {key for key, piece in known.pieces.items() if piece.category in kinds}
    return bool(named) and not {_piece_of(key) for key in cited if key.endswith(".price")} <= named


def _miscounts(bare: str, words: ClaimWords, reading: Reading, known: Known) -> bool:
    """Whether more pieces are told of than any look has."""
    looks = Counter(key.split(".")[0] for key in known.pieces)
    counts = [read(match.group("count"), reading.lexicon) for match in words.counted.finditer(bare)]
    said = {int(number.value) for count in counts for number in numbers(count)}
    return bool(looks) and max(said, default=0) > max(looks.values())


def _invents_season(reading: Reading, known: Known) -> bool:
    """Autumn is not looked for: "it falls short"."""
    told = [one for one in reading.of("season") if one.key != "autumn" and not one.denied]
    told = [
        one for one in told if not reading.words[one.first].raw.lower().startswith("ê")
    ]  # « vous y êtes » is no « été »
    return any(("season", one.key) not in known.said for one in told)


def _invents_piece(reading: Reading, words: ClaimWords, known: Known) -> bool:
    """Whether "the camel overcoat", of a colour or a cloth, is spoken of as if it were among what is shown."""
    shown = {piece.category for piece in known.pieces.values()}
    for garment in reading.garments:
        kinds = _categories(garment)
        beside = [one for one in reading.of("colour", "fabric") if _is_beside(one, garment) and not one.denied]
        first = min([garment.first, *(one.first for one in beside)])
        pointed = reading.word(first - 1) in words.definite or any(
            reading.text[: reading.words[first].start].endswith(sign) for sign in words.definite
        )
        if shown and beside and pointed and not kinds & shown and (garment.kind, garment.key) not in known.said:
            return True
    return False


def _days(reading: Reading) -> Iterator[Mention]:
    """Days and months; in English only with their capital: "may" and "march" are other words."""
    for one in reading.of("weekday", "month"):
        word = reading.words[one.first]
        if reading.lexicon.language != "en" or (word.raw[:1].isupper() and one.first > 0):
            yield one


def _invents_occasion(reading: Reading, known: Known) -> bool:
    told = [one for one in reading.of("occasion") if not one.denied and one.key not in COMMON]
    return any(("occasion", one.key) not in known.said for one in told)


def _false_attribute(reading: Reading, cited: list[str], known: Known) -> bool:
    """Whether a cloth, pattern or colour is said of a piece that has another: of those cited, else of those named."""
    pieces = [known.pieces[key] for key in map(_piece_of, cited) if key in known.pieces]
    if pieces:
        told = [one for one in reading.of("fabric", "pattern") if not one.denied]
        return any(not _is_of(one, pieces, known.said) for one in told)
    for garment in reading.garments:
        meant = [piece for piece in known.pieces.values() if piece.category in _categories(garment)]
        beside = [
            one for one in reading.of("colour", "fabric", "pattern") if _is_beside(one, garment) and not one.denied
        ]
        if meant and any(not _is_of(one, meant, known.asked) for one in beside):
            return True
    return False


def _is_of(told: Mention, pieces: list[Worn], said: Collection[Said]) -> bool:
    have = {"colour": "colours", "fabric": "fabrics", "pattern": "patterns"}[told.kind]
    return (told.kind, told.key) in said or any(told.key in getattr(piece, have) for piece in pieces)


def _is_beside(told: Mention, garment: Mention) -> bool:
    return 0 <= garment.first - told.last < BESIDE or 0 <= told.first - garment.last < BESIDE


def _categories(garment: Mention) -> frozenset[str]:
    return frozenset(load_meanings().categories(garment.kind, garment.key))


def _piece_of(token: str) -> str:
    return ".".join(token.split(".")[:2])


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))
