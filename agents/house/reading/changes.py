"""What a turn asks to be changed in what a person owns and thinks of what they saw; and who it says is dressed."""

from collections.abc import Iterator
from typing import Literal, cast

from agents.house.reading.described import families
from agents.house.reading.mentions import COMMAS, GARMENTS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.pieces import NamedPiece
from stores.vocabulary import Change, Garment, Presentation

Opinion = Literal[1, -1, "bought", "worn"]
_SELF = 6
# Words from who speaks to whom they speak of.
_SPOKEN = 5
# "My boyfriend and I", "mon copain et moi".
_FOR = frozenset({"for", "as", "dress", "pour", "comme", "habiller", "给", "帮", "为"})
_IT_IS = frozenset({"s", "is", "est", "是"})
_GOES = frozenset({"who", "that", "qui", "去", "穿", "要", "来", "参"})
_PRONOUNS = frozenset({"she", "he", "her", "him", "elle", "il", "lui", "她", "他"})
# "Their son's wedding", "the neighbours' daughter's birthday".
_THEIRS = frozenset({"their", "our", "his", "her", "s", "neighbours", "neighbors", "friends", "parents"})
_OF_OTHERS = frozenset({"his", "her", "their"})
_ME = frozenset({"i", "me", "moi", "je"})
_OBJECTS = frozenset({"me", "m", "us", "nous", "我"})
_AND = frozenset({"and", "et", "和", "跟"})
_SAYS = frozenset({"says", "said", "thinks", "dit", "pense", "trouve", "说", "给", "让", "叫", "嫌", "建议", "觉"})
_SOON = 3
_NOUN = 4  # letters of a noun that tells who somebody is


def own_presentation(reading: Reading) -> Presentation | None:
    """ "I'm a 30 year old woman", not "for a woman"."""
    for cue in reading.cues.get("self", ()):
        for mention in (m for m in reading.of("presentation") if not _is_possessive(reading, m)):
            if reading.word(mention.first) in _PRONOUNS and mention.first > cue.last:  # "I'm throwing her a party"
                continue
            gap = {*reading.between(cue.last, mention.first)}
            near = 0 <= mention.first - cue.last <= _SELF
            if (mention.holds(cue) and not _is_of_mine(reading, mention)) or (
                near
                and not gap & (reading.lexicon.grammar.breaks - reading.lexicon.grammar.articles)
                and not (gap and _is_related(reading, mention))
            ):
                return presentation_of(mention.key)
    return _by_article(reading)


def _by_article(reading: Reading) -> Presentation | None:
    """What the article tells: « je suis un grand échalas », « je suis la cousine »; but « je suis un peu perdue »."""
    words = reading.lexicon.grammar
    for cue in reading.cues.get("self", ()):
        start = next((i for i in range(cue.last, cue.last + 3) if reading.word(i) not in words.adverbs), cue.last)
        noun = {reading.word(start + 1), reading.word(start + 2)}
        if reading.word(start) in words.masculine | words.feminine and not noun & words.either_sex:
            named = reading.word(start + 1).isalpha() and len(reading.word(start + 1)) >= _NOUN
            sized = any(m.first == start + 1 for m in reading.of("size", "size_talk", *GARMENTS))
            if named and not sized:
                return "men" if reading.word(start) in words.masculine else "women"
    return None


def by_ending(reading: Reading) -> Presentation | None:
    """What a word agrees with: « je suis hyper gênée », « comme invitée »; or an initial by itself: « H, 30 ans »."""
    words = reading.lexicon.grammar
    agreeing = [cue.last for cue in reading.cues.get("self", ()) if reading.word(cue.first) in words.of_one]
    agreeing += [i + 1 for i, word in enumerate(reading.words) if word.text in words.like]
    for place in agreeing:
        start = next((i for i in range(place, place + 3) if reading.word(i) not in words.adverbs), place)
        raw = reading.words[start].raw.lower() if start < len(reading.words) else ""
        if len(raw) > _NOUN and reading.word(start) not in words.either_sex:
            for endings, worn_by in ((words.feminine_endings, "women"), (words.masculine_endings, "men")):
                if raw.endswith(tuple(endings)):
                    return cast(Presentation, worn_by)
    return _by_initial(reading)


def _by_initial(reading: Reading) -> Presentation | None:
    ends = COMMAS | SENTENCE_ENDS | {""}
    for place, word in enumerate(reading.words):
        alone = reading.word(place - 1) in ends and reading.word(place + 1) in ends
        if alone and word.raw in reading.lexicon.grammar.initials:
            return cast(Presentation, reading.lexicon.grammar.initials[word.raw])
    return None


def wearers(reading: Reading) -> list[Mention]:
    """Women and men who are to be dressed: not the sister whose wedding it is, nor the friend one goes with."""
    found = [m for m in reading.of("presentation") if not (_has_the_day(reading, m) or _comes_along(reading, m))]
    found = [m for m in found if not _is_mourned(reading, m)]
    found = [m for m in found if not (_is_onlooker(reading, m) or _deals_with_me(reading, m) or _reports(reading, m))]
    found = [m for m in found if not _is_possessive(reading, m)]
    found = [m for m in found if not (_is_of_mine(reading, m) and _asks_for_me(reading, m))]
    told = [m for m in found if not _is_related(reading, m) or reading.word(m.first - 1) in _FOR]
    told = [m for m in told if not _is_kin(reading, m) or reading.word(m.first - 1) in _FOR] or told
    named = [m for m in told if not _is_pronoun(reading, m)]
    alone = [m for m in named if _stands_alone(reading, m)]
    spoken_of = {m.key for m in reading.of("presentation")} - {m.key for m in found if not _is_pronoun(reading, m)}
    if not named and all(m.key in spoken_of and _is_pronoun(reading, m) for m in found) and _others_told(reading):
        return []
    return alone or named or told or found


def dresses_another(reading: Reading) -> bool:
    """Whether somebody else is to be dressed: "for my husband", but not the uncle whose funeral it is."""
    told = reading.cues.get("another", ())
    return any(m.first < cue.last and cue.first < m.last for m in wearers(reading) for cue in told)


def _others_told(reading: Reading) -> bool:
    """Whether somebody is named whom a "she" or "he" takes up: "my wife says I look old; she's in blue"."""
    people = reading.of("presentation")
    return any(_reports(reading, m) or _is_onlooker(reading, m) or _is_mourned(reading, m) for m in people)


def _stands_alone(reading: Reading, person: Mention) -> bool:
    """Whether who is dressed is all that a clause says: « ... Homme, 1 m 82 », 女，S码."""
    ends = {"", *COMMAS, *SENTENCE_ENDS, "(", ")", ":"}
    return reading.word(person.first - 1) in ends and reading.word(person.last) in ends


def _is_onlooker(reading: Reading, person: Mention) -> bool:
    """Whether it is only told what somebody else wears, and in no size: "my boyfriend is in a Hawaiian shirt"."""
    if not _is_related(reading, person) or not any(m.key == "other" and m.holds(person) for m in reading.of("aside")):
        return False
    worn = [m for m in reading.of("aside") if m.key == "wears" and 0 <= m.first - person.last <= 1]
    if _is_asked_of(reading, person):
        return False
    sized = any(0 <= m.first - one.last <= 1 for one in worn for m in reading.of("size", "number"))
    return bool(worn) and not sized


def _deals_with_me(reading: Reading, person: Mention) -> bool:
    """Whether somebody of the speaker's does something to the speaker: "my wife told me", « ma copine m'emmène »."""
    behind = [reading.word(i) for i in range(person.last, person.last + _SOON)]
    if behind[0] in _SAYS and (_is_related(reading, person) or _is_kin(reading, person)):
        return True
    clause = behind[: next((i for i, text in enumerate(behind) if text in COMMAS | SENTENCE_ENDS | _AND), _SOON)]
    return (_is_related(reading, person) or _is_kin(reading, person)) and bool(_OBJECTS & {*clause})


def _reports(reading: Reading, person: Mention) -> bool:
    """Whether somebody is but said to speak or think of the person: "my wife says I look old", "she told me"."""
    told = reading.word(person.last) in reading.lexicon.grammar.reports
    return told and bool({"i", "me", "my", "im"} & {*reading.between(person.last + 1, person.last + _SPOKEN)})


def dressed_after(reading: Reading, *, known: bool) -> list[Mention]:
    """Who is dressed; where that is known from before, nobody who is only spoken of now."""
    return [m for m in wearers(reading) if not (known and _is_spoken_of(reading, m))]


def _is_spoken_of(reading: Reading, person: Mention) -> bool:
    """Whether somebody is but spoken of after an answer: "dressier, she's worth it", "my husband won't like that"."""
    sized = any(0 <= m.first - person.last <= _SPOKEN for m in reading.of("size", "size_talk") if m.key != "letter")
    meant = _FOR & {reading.word(person.first - 1), reading.word(person.first - 2)}
    dressed = (
        sized or bool(meant) or _is_meant(reading, person) or _is_asked_of(reading, person) or _is_next(reading, person)
    )
    return (_is_pronoun(reading, person) or _is_related(reading, person)) and not dressed


def _is_meant(reading: Reading, person: Mention) -> bool:
    """Whether it is put right who goes: "actually it's my wife", « c'est ma femme qui part », 其实是我老婆去."""
    said = reading.word(person.first - 1) in _IT_IS
    goes = reading.word(person.last) in _GOES
    return said and (goes or reading.has("belated")) and len(reading.words) <= 2 * _SPOKEN


def _is_next(reading: Reading, person: Mention) -> bool:
    """Whether it is asked on about somebody, who may be told of after that: "and my wife? she's tall"."""
    return any(m.key == person.key and _is_asked_on(reading, m) for m in reading.of("presentation"))


def _is_asked_on(reading: Reading, person: Mention) -> bool:
    """Whether a question goes on with somebody: "and my husband?", « et mon fils de 16 ans ? »."""
    short = reading.text.rstrip().endswith("?") and len(reading.words) <= 2 * _SPOKEN
    short |= reading.word(person.last) in SENTENCE_ENDS
    if reading.lexicon.language == "zh" and reading.word(person.last) == "呢":  # 那我爸呢
        return len(reading.words) <= 2 * _SPOKEN
    return short and any(0 <= person.first - cue.last <= 1 for cue in reading.opening("also"))


def _is_asked_of(reading: Reading, person: Mention) -> bool:
    """Whether it is asked what somebody is to wear: "what should my husband wear?", 我老公穿什么."""
    near = COMMAS | _PRONOUNS  # « ma femme, elle met quoi ? »
    wears = [m for m in reading.of("aside") if m.key == "wears" and 0 <= m.first - person.last <= _SOON]
    worn = [m for m in wears if m.first - person.last <= 1 or {*reading.between(person.last, m.first)} <= near]
    led = any(0 <= person.first - cue.last <= 1 for cue in reading.opening("question"))
    led |= reading.has("question") and bool(reading.opening("also"))
    return bool(worn) and (led or any(m.first == cue.first for m in worn for cue in reading.cues.get("outfit", ())))


def _is_pronoun(reading: Reading, person: Mention) -> bool:
    """Whether somebody is but a "she" or "him" that another sentence may have named: "our dog, I walk him"."""
    return reading.word(person.first) in _PRONOUNS and reading.word(person.first - 1) not in _FOR


def _is_possessive(reading: Reading, person: Mention) -> bool:
    """The "her" of "I'm her brother", which says nothing of who is dressed."""
    return reading.word(person.first) == "her" and reading.at("presentation", person.last) is not None


def _is_related(reading: Reading, person: Mention) -> bool:
    """Whether somebody is but spoken of, and who is dressed said apart: "my grandfather died; a woman's outfit"."""
    mine = reading.said(person.first, person.last).lower().startswith(("my ", "mon ", "ma ", "我"))
    theirs = reading.word(person.first - 1) in _OF_OTHERS and reading.word(person.first - 2) not in _FOR
    return mine or (theirs and _is_kin(reading, person))


def _has_the_day(reading: Reading, person: Mention) -> bool:
    """ "My brother's wedding", "my sister is getting married", "le mariage de ma soeur", 我妹妹的婚礼."""
    after = person.last + (reading.word(person.last) in {"s", "is", "的"})
    owned = reading.word(person.first - 1) in {"de", "d", "du", "of"}
    day = reading.before("occasion", person.first - 1) if owned else reading.at("occasion", after)
    kin = reading.at("reserve", person.first) is not None or _is_kin(reading, person)
    kin |= reading.word(person.first - 1) in _THEIRS
    # Who has a prom is dressed for it, whoever asks.
    return day is not None and day.key != "prom" and (kin or _is_related(reading, person))


def _is_mourned(reading: Reading, person: Mention) -> bool:
    """Whether it is somebody's funeral: "my uncle's funeral", "a Chinese funeral for my grandmother, she was 92"."""
    days = [day for day in reading.of("occasion") if day.key.endswith("funeral")]
    after = person.last + (reading.word(person.last) in {"s", "的"})
    first = person.first - (reading.word(person.first - 1) == "my")
    led = reading.word(first - 1) in {"for", "pour", "of", "de", "d", "du"}
    near = any(day.first == after or (led and 0 <= first - 1 - day.last <= 1) for day in days)
    return near and any(cue.first < person.last and person.first < cue.last for cue in reading.cues.get("another", ()))


def _is_of_mine(reading: Reading, person: Mention) -> bool:
    """Whether somebody is the speaker's and not the speaker: 我男朋友 begins as 我男 does, 给我女朋友 holds it."""
    mine = _is_related(reading, person) or "我" in reading.said(person.first, person.last)
    return mine and any(person.holds(cue) for cue in reading.cues.get("another", ()))


def _asks_for_me(reading: Reading, person: Mention) -> bool:
    """Whether it is asked what the speaker wears beside somebody of theirs: "he has a gala, what do I wear?"."""
    mine = [cue for cue in reading.cues.get("outfit", ()) if _ME & {*reading.between(cue.first, cue.last)}]
    return bool(mine) and person.last <= mine[0].first and reading.word(person.first - 1) not in _FOR


def _is_kin(reading: Reading, person: Mention) -> bool:
    """Whether somebody is named by what they are to the speaker: 侄子, 闺蜜."""
    said = (person.first, person.last)
    return any((cue.first, cue.last) == said for cue in reading.cues.get("another", ()))


def _comes_along(reading: Reading, person: Mention) -> bool:
    words, first = reading.lexicon.grammar, person.first
    first -= reading.word(first - 1) in words.articles
    beside = reading.word(person.last) in words.joiners - COMMAS and reading.word(person.last + 1) in _ME
    led = reading.word(first - 1) in _AND and reading.word(first - 2) in _ME  # "me and my wife"
    return beside or led or reading.word(first - 1) in words.along


def besides_spouse(reading: Reading) -> Presentation | None:
    """A guess where nothing else is told: who has a husband is dressed from the women's shelves, and vice versa."""
    if reading.has("of_husband") == reading.has("of_wife"):
        return None
    return "women" if reading.has("of_husband") else "men"


def presentation_of(key: str) -> Presentation | None:
    return next((p for p in _PRESENTATIONS if p == key), None)


_PRESENTATIONS: tuple[Presentation, ...] = ("women", "men", "unisex")


def owned_like(piece: NamedPiece, reading: Reading, wardrobe: list[Garment]) -> Garment | None:
    """The garment in the wardrobe that a named piece means: same category or slot, and a colour that was said."""
    categories = reading.meanings.categories(piece.garment.kind, piece.garment.key)
    slot = reading.meanings.slot(piece.garment.kind, piece.garment.key)
    named = families(piece.attributes, reading)
    for garment in wardrobe:
        fits = garment.category in categories if categories else garment.slot == slot
        if fits and (not named or garment.colours[0].family in named):
            return garment
    return None


def feedback_changes(reading: Reading, ids: list[str], opinion: Opinion) -> Iterator[Change]:
    """An opinion on each look or item that is spoken of: 1 or -1, or what was done with it."""
    for id_ in ids:
        yield Change(target="feedback", action="add", key=id_, value=opinion, said=reading.text)


def done_with(reading: Reading) -> Opinion | None:
    """What the person says that they did with something they were shown: "I bought the first one"."""
    return "bought" if reading.has("bought") else "worn" if reading.has("wore") else None


def praised_first(reading: Reading) -> bool:
    """Whether a sentence of praise comes before what is asked for: 第一套很喜欢！可以配我的高跟鞋吗？."""
    asked = min(cue.first for cue in reading.cues["request"])
    praised = min((cue.last for cue in reading.cues.get("feedback_good", ())), default=asked)
    return bool(SENTENCE_ENDS & {*reading.between(praised, asked)})
