"""How far a denial reaches: the list that it refuses, to where something else begins: "no red or pink, but green".

Knows no grammar beyond the lexicon's lists.
"""

from collections.abc import Iterator

from agents.house.lexicon import Lexicon
from agents.house.reading.mentions import ATTRIBUTES, COMMAS, DENIABLE, GARMENTS, SENTENCE_ENDS, Mention
from agents.house.reading.words import Word

# What may be too much of itself: a colour that is too loud, but no coat that is too short.
JUDGED = ("colour", "tone", "fabric", "pattern")
_OF_ALL = frozenset({"任", "各", "所", "凡", "什"})
_LISTING = frozenset({"or", "and", "nor", "ou", "ni", "et", "或", "和"})
_OR = frozenset({"or", "nor", "ou", "ni", "或"})
_REACH = 6
# They tell of no sort: "no bloody suits".
_OATHS = frozenset(
    {
        "any",
        "extra",
        "additional",
        "new",
        "my",
        "bloody",
        "damn",
        "damned",
        "goddamn",
        "fucking",
        "flipping",
        "sodding",
        "stupid",
        "silly",
        "effing",
    }
)
# Behind what is refused these begin something new.
_CLOSING = frozenset({":", ")"})


def denied_ahead(denial: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """What follows a denial, to the end of its list: "no red, pink or orange, but green"."""
    deniable = ATTRIBUTES if denial.key == "mild" else DENIABLE
    candidates = [m for m in mentions if m.kind in deniable and (m.first >= denial.last or _overlaps(denial, m))]
    candidates = [] if closes_description(denial, words) else candidates
    kind, reach, refused = "", denial.last, None
    for mention in candidates:
        gap = _linked([word.text for word in words[reach : mention.first]], kind, mention, mentions, lexicon)
        ends = SENTENCE_ENDS | (_CLOSING if kind else frozenset())
        if len(gap) > _REACH or ends & {*gap} or lexicon.grammar.resumes & {*gap}:
            return
        sort = denial.key == "no" and is_of_a_sort(mention, gap, lexicon)
        if not kind and (sort or COMMAS & {*gap[1:]}):  # « pas trop courte, verte » refuses what no list knows
            return
        described = kind and _describes(denial, mention, words, mentions)
        if described or _is_described(refused, mention, words, lexicon) or _wishes_anew(kind, gap, lexicon):
            return
        parted = bool(COMMAS & {*gap})
        if kind and parted and mention.kind != kind and not _is_listed(kind, mention, gap, words):
            return
        upheld = mention.last < len(words) and words[mention.last].text in lexicon.grammar.upholds
        turned = parted and _turns(denial, kind, words, reach, upheld)
        contrasted = kind in GARMENTS and mention.kind in GARMENTS and _contrasts(words, reach, mention)
        if turned or contrasted or (parted and _is_allowed(mention, words, mentions)):
            return
        if denial.key == "not" and mention.kind in GARMENTS and gap and gap[-1] not in lexicon.named:
            return
        yield mention
        refused = refused or (mention if mention.kind in GARMENTS else None)
        kind, reach = mention.kind, max(reach, mention.last)


def is_of_a_sort(garment: Mention, gap: list[str], lexicon: Lexicon) -> bool:
    """Whether it is only some sort of what everybody wears that is refused: "no pointy shoes", "no shiny suits"."""
    shod = (garment.kind, garment.key) == ("slot", "footwear")
    if lexicon.language != "en" or not (shod or garment.kind == "set") or len(gap) != 1:
        return False
    known = lexicon.grammar.articles | lexicon.grammar.measures | _OATHS | (frozenset() if shod else lexicon.named)
    return gap[0].isalpha() and gap[0] not in known


def _overlaps(denial: Mention, mention: Mention) -> bool:
    """Whether a denial took the first character of a word for a verb: the 背 of 不要背心."""
    return denial.first < mention.first == denial.last - 1 and mention.last > denial.last


def _contrasts(words: list[Word], reach: int, garment: Mention) -> bool:
    """Whether a garment comes in place of the one that a comma parts it from: "no dress, trousers please"."""
    parted = bool({"，", ","} & {word.text for word in words[reach : garment.first]})
    following = [word.text for word in words[reach:]]
    return parted and not _LISTING & {*following}


def _is_allowed(mention: Mention, words: list[Word], mentions: list[Mention]) -> bool:
    """Whether the clause of a mention ends by saying that it will do: 不要裙子，裤子或半裙都行."""
    stops = SENTENCE_ENDS | COMMAS
    allowed = (one for one in mentions if one.key == "allows" and one.first >= mention.last)
    return any(not stops & {word.text for word in words[mention.last : one.first]} for one in allowed)


def _is_told_of(gap: list[str], lexicon: Lexicon) -> bool:
    """Whether a Chinese denial is but part of a description: 没有领子的衬衫, 不要带扣子的衬衫."""
    told = [text for text in gap if text not in lexicon.grammar.fillers | lexicon.grammar.measures]
    return gap[-1:] == ["的"] and len(told) > 1 and not _OF_ALL & {*gap}


def _wishes_anew(kind: str, gap: list[str], lexicon: Lexicon) -> bool:
    """Whether what is refused ends before a mention: 不打领带打领结; or the denial only describes it."""
    closed = gap[-2:] in (["种", ","], ["类", ","])  # 不要米色那种,纯白
    closed |= gap[-1:] == ["du"] and bool(COMMAS & {*gap} and kind)  # « pas de blanc, du orange ou du jaune »
    # « Rien de noir et des chaussures plates »: what is refused has "de" before it.
    closed |= gap[-2:-1] == ["et"] and gap[-1] in {"des", "un", "une"} and kind not in GARMENTS
    return closed or bool(lexicon.grammar.reopens & {*gap}) if kind else _is_told_of(gap, lexicon)


def _is_described(refused: Mention | None, mention: Mention, words: list[Word], lexicon: Lexicon) -> bool:
    """Whether a refused piece and its 的 only tell what is wanted: the warm coat of 不要羽绒服的保暖大衣."""
    if refused is None or lexicon.language != "zh" or mention.first < refused.last:
        return False
    told = [word.text for word in words[refused.first : mention.first]]
    return "的" in told and not {*told} & (_LISTING | COMMAS | {"、"})


def _describes(denial: Mention, piece: Mention, words: list[Word], mentions: list[Mention]) -> bool:
    """Whether a denial tells what a piece is to be without: the dress of 不是碎花的连衣裙 is wanted."""
    led = piece.kind in GARMENTS and "的" in {word.text for word in words[denial.last : piece.first]}
    return led and any(m.key == "without" and (m.first, m.last) == (denial.first, denial.last) for m in mentions)


def closes_description(denial: Mention, words: list[Word]) -> bool:
    """Whether a denial tells what the piece behind it is to be without: 一点羊毛都不含的开衫."""
    described = denial.last < len(words) and words[denial.last].text == "的"
    return described and denial.first > 0 and words[denial.first - 1].text in ("都", "也")


def _turns(denial: Mention, kind: str, words: list[Word], reach: int, upheld: bool) -> bool:
    """Whether a pause ends what is refused: "no wait, navy", "not red, purple", "not keen on grey, blue would do"."""
    return (not kind or upheld or denial.key == "not") and not _is_list(words, reach)


def _is_list(words: list[Word], reach: int) -> bool:
    """Whether what follows is the rest of a list: "red, pink or orange"."""
    return bool(_LISTING & {word.text for word in words[reach:]})


def _is_listed(kind: str, mention: Mention, gap: list[str], words: list[Word]) -> bool:
    """Whether a comma parts two of one list: "no stilettos, or any heels", "no caps, hats or hoods", 碎花裙、蕾丝的."""
    if "、" in gap or _is_led_alike(gap, words, mention):
        return True
    garments = kind in GARMENTS and mention.kind in GARMENTS
    return garments and bool(_LISTING & {*gap} or _OR & {word.text for word in words[mention.last : mention.last + 1]})


def _is_led_alike(gap: list[str], words: list[Word], mention: Mention) -> bool:
    """Whether a French list goes on with its article: « éviter le blanc, les rayures et les carreaux »."""
    articles = {"le", "la", "les"}
    return len(gap) == 2 and gap[0] in COMMAS and gap[1] in articles and mention.kind in ATTRIBUTES


def _linked(gap: list[str], kind: str, mention: Mention, mentions: list[Mention], lexicon: Lexicon) -> list[str]:
    """What parts two mentions, less what parts nothing: "no stilettos, obviously, or any kind of heel".

    The "with" of "no checks or anything with dots" begins nothing new; that of "no coat with a red dress" does.
    """
    grammar = lexicon.grammar
    kept = [text for text in gap if text not in grammar.adverbs]
    trait = mention.kind in ATTRIBUTES and not any(m.kind in GARMENTS and m.first == mention.last for m in mentions)
    borne = [text in grammar.carriers or not text for text in ["" if kind in GARMENTS else "?", *kept]]
    return [text for text, led in zip(kept, borne, strict=False) if not (trait and led and text in grammar.bearing)]


def is_qualified(garment: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> bool:
    """Whether but one sort of a garment is refused: « pas de robe qui s'enfile par la tête », 套头的连衣裙不行."""
    if garment.last < len(words) and words[garment.last].text in lexicon.grammar.qualifiers:
        return True
    if lexicon.language != "zh" or not garment.first or words[garment.first - 1].text != "的":
        return False
    named = {i for m in mentions if m.kind not in ("aside", "topic") for i in range(m.first, m.last)}
    start = next((i + 1 for i in range(garment.first - 1, -1, -1) if words[i].text in SENTENCE_ENDS | COMMAS), 0)
    told = [words[i].text for i in range(start, garment.first - 1) if i not in named]
    return len(told) > 1 and not any(m.key in ("no", "not") for m in mentions if start <= m.first < garment.first)


def in_one_colour(denied: set[Mention], words: list[Word], lexicon: Lexicon) -> Iterator[Mention]:
    """Garments that are refused in one colour or cloth alone: the skirt of 不要红色的裙子, the trousers of "cords"."""
    said = {attribute.last for attribute in denied if attribute.kind in JUDGED}
    for garment in (one for one in denied if one.kind in GARMENTS):
        led = garment.first in said or (words[garment.first - 1].text == "的" and garment.first - 1 in said)
        narrow = garment.kind in ("kind", "set") and any(m.kind in JUDGED and garment.holds(m) for m in denied)
        if led or narrow or _is_followed(garment, denied, lexicon) or _is_borne(garment, denied, words, lexicon):
            yield garment


def _is_followed(garment: Mention, denied: set[Mention], lexicon: Lexicon) -> bool:
    """Whether French says right behind a garment in what it is refused: « il n'aime pas les chemises blanches »."""
    return lexicon.language == "fr" and any(m.kind in JUDGED and m.first == garment.last for m in denied)


def _is_borne(garment: Mention, denied: set[Mention], words: list[Word], lexicon: Lexicon) -> bool:
    """Whether a garment is refused for what it bears alone: "no shirts with slogans", "no dress in red"."""
    behind = [word.text for word in words[garment.last : garment.last + 2]]
    if not behind or behind[0] not in lexicon.grammar.bearing:
        return False
    starts = {garment.last + 1, garment.last + 1 + (behind[-1] in lexicon.grammar.articles)}
    return any(m.kind in JUDGED and m.first in starts for m in denied)
