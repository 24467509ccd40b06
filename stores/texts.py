"""Texts that others wrote, made fit to be kept: nothing invisible, no markup, no addresses; names that are names.

What a shop calls its things and what a person calls theirs is shown and read as it stands, so nothing in it may be more
than it looks. Knows no meaning: an order in plain words stays one.
"""

import re
import unicodedata

LONGEST_NAME, LONGEST_TEXT, LONGEST_PLACE = 120, 4000, 60
LONGEST_BRAND, MOST_WORDS, MOST_SIGNS = 40, 5, 6
SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<!--.*?(?:-->|$)|</?[A-Za-z][^<>]*>", re.DOTALL)
MARKDOWN = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'，。]+|\bdata:[\w.+/-]+;base64,\S*", re.IGNORECASE)
HANDLE = re.compile(r"\[\[|\]\]")
HAN = re.compile(r"[\u3400-\u9fff]")
BRAND = re.compile(r"[^\W_][\w &'’.+/!-]*")
# Where a name ends and something else begins; a stop after "St" does not end it.
END = re.compile(
    r"(?<!\bSt)(?<!\bSte)(?<!\bD\.C)[.](?=\s|$)"
    r"|[!?;:。！？；：\n\r<>{}\[\]()（）【】\"“”«»「」『』|*…]|\s[-–—]+\s|[–—]{2}"
)
# Letters that are made to run backwards: what is read is not what is written.
TURNED = re.compile("[\u202d\u202e][^\u202c\n]*\u202c?")
EMOJI_JOINER = "\u200d"


def visible(text: str) -> str:
    """The text without what nobody sees as it is: zero-width signs, control codes, letters that are turned round."""
    if text.isprintable():
        return text
    text = TURNED.sub("", text)
    return "".join(sign for place, sign in enumerate(text) if _is_seen(sign, text[max(place - 1, 0) : place]))


def _is_seen(sign: str, before: str) -> bool:
    if sign == EMOJI_JOINER:
        return bool(before) and unicodedata.category(before) in {"So", "Sk", "Mn"}
    return sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cf", "Co", "Cs"}


def plain(text: str, longest: int = LONGEST_TEXT) -> str:
    """Visible words on one line, without markup and addresses."""
    text = TAG.sub(" ", SCRIPT.sub(" ", visible(text)))
    text = HANDLE.sub(" ", LINK.sub(" ", MARKDOWN.sub(r"\1", text)))
    return " ".join(text.split())[:longest].strip()


def name_in(text: str, longest: int = LONGEST_NAME) -> str:
    """The name that a text begins with: what stands before its first stop, dash or bracket."""
    return END.split(plain(text), maxsplit=1)[0].strip(" ,，、-")[:longest].strip()


def place_in(text: str) -> str | None:
    """The place that a text begins with, None where it begins with none."""
    return name_in(text, LONGEST_PLACE) or None


def brand_in(text: str) -> str:
    """A maker's name, empty where the text is more than a name can be."""
    said = plain(text)
    long = len(said) > LONGEST_BRAND or len(said.split()) > MOST_WORDS or len(HAN.findall(said)) > MOST_SIGNS
    return said if BRAND.fullmatch(said) and not long else ""
