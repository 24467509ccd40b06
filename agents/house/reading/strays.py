"""Words of fashion that are but part of other words or names: the 白 of 表白, the jeans of « Jean Seberg ».

Knows no grammar beyond the lexicon's lists.
"""

from agents.house.lexicon import Lexicon
from agents.house.reading.mentions import ATTRIBUTES, GARMENTS, Mention
from agents.house.reading.words import Word

# Single characters that many longer words are made of.
_SPLIT = ("colour", "tone", "fabric", "slot")
_NAMED = 3


def strays(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> set[Mention]:
    """The mentions that name nothing to wear."""
    own = lexicon.grammar.own_before or lexicon.grammar.own_behind
    parts = {m for m in mentions if own and _is_syllable(m, words, mentions, lexicon)}
    parts |= {m for m in mentions if _is_pairing(m, words, mentions)}
    return parts | {m for m in mentions if m.kind in GARMENTS and _is_given_name(m, words, mentions, lexicon)}


def _is_syllable(mention: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> bool:
    """Whether neither the character before nor the one behind lets a lone one stand for itself: 紫外线, 打包一套."""
    if mention.last - mention.first != 1 or mention.kind not in _SPLIT or mention.key == "footwear":
        return False
    if not _is_han(words[mention.first].text):
        return False
    beside = [m for m in mentions if m.kind in (*GARMENTS, *ATTRIBUTES, "number", "size", "negation") and m != mention]
    before = words[mention.first - 1].text if mention.first else ""
    behind = words[mention.last].text if mention.last < len(words) else ""
    led = before in lexicon.grammar.own_before or any(m.last == mention.first and m.kind != "number" for m in beside)
    followed = any(m.first == mention.last and m.kind != "warmth" for m in beside)
    return not (led or followed or not _is_han(behind) or behind in lexicon.grammar.own_behind)


def _is_pairing(mention: Mention, words: list[Word], mentions: list[Mention]) -> bool:
    """Whether 配件 is no accessory, but to go with a piece that is named right behind: 再配件开衫."""
    said = "".join(word.text for word in words[mention.first : mention.last])
    return said == "配件" and any(m.kind in GARMENTS and m.first == mention.last for m in mentions)


def _is_han(text: str) -> bool:
    return "一" <= text <= "鿿"


def _is_given_name(mention: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> bool:
    """Whether a garment's word begins a name: « façon Jean Seberg », but « un Jean Diesel »."""
    first, last = mention.first, mention.last
    if last - first != 1 or first == 0 or last >= len(words) or not words[first].raw.istitle():
        return False
    before = words[first - 1].text
    led = before in lexicon.grammar.articles | lexicon.grammar.joiners or not before.isalpha()
    told = any(m.first == last and m.kind in ATTRIBUTES for m in mentions)
    named = words[last].raw.istitle() and len(words[last].text) >= _NAMED and words[last].start - words[first].end <= 1
    return named and not led and not told
