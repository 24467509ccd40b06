"""Words of a language that name nothing and hold the rest together, and those around names of places."""

from pydantic import BaseModel, ConfigDict


class Grammar(BaseModel):
    """How a language puts its words together."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    function_words: frozenset[str]
    plurals: bool
    attributes_follow: bool
    breaks: frozenset[str]
    joiners: frozenset[str]
    subjects: frozenset[str]
    # All that may stand beside "keep" in a clause where a piece named before is taken up: "keep it", « on la garde ».
    stand_ins: frozenset[str] = frozenset()
    articles: frozenset[str]
    definite: frozenset[str]
    definite_plural: frozenset[str]
    # Before the one that is meant: "the cardigan"; « le cardigan » may be all of them, « ce cardigan » is one.
    pointing: frozenset[str]
    generic: frozenset[str]
    measures: frozenset[str]
    replacers: frozenset[str]
    along: frozenset[str]
    interrogatives: frozenset[str]
    contractions: list[str]
    short_forms: dict[str, str]
    # What talk makes of a word before a consonant: « j'vais ».
    swallowed: dict[str, str] = {}
    after_ordinal: frozenset[str]
    resumes: frozenset[str]
    real_words: frozenset[str]
    not_colours: frozenset[str]
    # Short words, beside names of months and days, that a slip of the pen may have changed.
    nearly: frozenset[str] = frozenset()
    # "Rather" and "than": what stands behind the second is refused.
    prefers: frozenset[str] = frozenset()
    compared: frozenset[str] = frozenset()
    # "Than" where an article follows it: « un pantalon à une jupe », but « une robe à fleurs ».
    compared_led: frozenset[str] = frozenset()
    upholds: frozenset[str] = frozenset()
    # Behind a refusal these begin a wish; between the parts of a list these link as joiners do.
    reopens: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    # Between what is liked and what is ordered: "I like red, but the coat has to be navy".
    contrasts: frozenset[str] = frozenset()
    # Between what is judged and the judgement; and behind a judgement that ends a clause.
    fillers: frozenset[str]
    trailers: frozenset[str]
    # Words that change no meaning where they stand within a denial: "is really not for me".
    adverbs: frozenset[str] = frozenset()
    # Behind what is said of others, these turn to the person: "she wears red, so I ...".
    turns: frozenset[str] = frozenset()
    # Before a dress that is to be long or short, other attributes between: "a long green dress".
    long: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    # "Leave the bag out": the verb before what is refused, the particle behind it.
    parting: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    # "Leave the bag", and nothing else.
    letting: frozenset[str] = frozenset()
    # Between what is exchanged and the verb: 半身裙能换成裤子吗.
    modals: frozenset[str] = frozenset()
    # Patterns only where they are refused: « pas de fleurs », but « j'apporte des fleurs ».
    shy: frozenset[str] = frozenset()
    # The "anything" of "no checks or anything with dots", behind which a "with" begins nothing new.
    carriers: frozenset[str] = frozenset()
    bearing: frozenset[str] = frozenset()
    # Before what is only to be left out: "love it, minus the clutch".
    leaving: frozenset[str] = frozenset()
    # Before and behind a lone character that stands for itself: 一身黑, 黑的, but not 黑名单.
    own_before: frozenset[str] = frozenset()
    own_behind: frozenset[str] = frozenset()
    # Articles that tell who speaks, and nouns of one gender for everybody: « je suis une vraie quiche ».
    masculine: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    either_sex: frozenset[str] = frozenset()
    # Between shoes and their heel: « à petits talons ». Behind two pieces that are alike: « assortis ».
    heeled: frozenset[str] = frozenset()
    paired: frozenset[str] = frozenset()
    # How a speaker begins, and how adjectives of one sex end: « je suis gênée ».
    of_one: frozenset[str] = frozenset()
    feminine_endings: frozenset[str] = frozenset()
    masculine_endings: frozenset[str] = frozenset()
    like: frozenset[str] = frozenset()
    such: frozenset[str] = frozenset()
    initials: dict[str, str] = {}
    # Behind somebody who but speaks of the person: "my wife says I look old".
    reports: frozenset[str] = frozenset()
    # Before a sum that somebody has laid out already.
    spent: frozenset[str] = frozenset()
    # Behind a garment of which but one sort is refused: « pas de jupe qui gratte ».
    qualifiers: frozenset[str] = frozenset()
    # Sleeves by which a shirt is meant where no other is named: 短袖.
    sleeves: frozenset[str] = frozenset()
    # Whether long messages are known to tell stories.
    tells: bool = False
    # Phrases that mean a cloth or an occasion only beside some words: "no *", "* filling"; "." is either end of a text.
    beside: dict[str, frozenset[str]] = {}


class PlaceWords(BaseModel):
    """Words around names of places."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    before: frozenset[str]
    before_known: frozenset[str]
    joiners: frozenset[str]
    known: list[str]
    home: list[str]
    # Before a name that tells where somebody goes, and behind it: "my Tokyo holiday", "a Lisbon wedding".
    trips_of: frozenset[str] = frozenset()
    journeys: frozenset[str] = frozenset()
    # What is held in a place that is told behind it: « le carnaval de Venise ».
    events: frozenset[str] = frozenset()
