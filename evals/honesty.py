"""Lies and true sentences of one turn, and what the gate makes of them.

`datasets/lies.toml` was written beside the rules, `lies_blind.toml` and `truths_blind.toml` without any sight of them.
Of the blind kinds every second one has been looked at since, to mend the rules; only the others tell how the gate does
on what nobody thought of.
"""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Literal

from agents.contracts import MergeRequest
from agents.gate import Facts, objection
from agents.known import Worn, known_of
from prompts.loader import load_prompt
from stores.vocabulary import Brief, Conditions, Language

Split = Literal["ours", "seen", "unseen"]
LANGUAGES: tuple[Language, ...] = ("en", "fr", "zh")

# The turn that the sentences are about: a look of two new pieces with a pair of trousers that is the person's own.
ASKED: Mapping[Language, str] = {
    "en": "What do I wear to a wedding in Lyon on 28 November? I'm a man, under 300 euros",
    "fr": "Que mettre pour un mariage à Lyon le 28 novembre ? Je suis un homme, moins de 300 euros",
    "zh": "11月28日去里昂参加婚礼穿什么？我是男的，300欧以内",
}
PIECES: Mapping[str, Worn] = {
    "1.1": Worn("blazer", frozenset({"navy"}), frozenset({"wool"}), frozenset({"solid"})),
    "1.2": Worn("dress_shirt", frozenset({"white"}), frozenset({"cotton"}), frozenset({"solid"})),
    "1.3": Worn("trousers", frozenset({"grey"}), frozenset({"wool"}), frozenset({"solid"})),
}
NAMES: Mapping[Language, tuple[str, str, str]] = {
    "en": ("the navy wool blazer", "the white cotton shirt", "the grey wool trousers"),
    "fr": ("le blazer marine en laine", "la chemise blanche en coton", "le pantalon gris en laine"),
    "zh": ("藏青羊毛西装外套", "白色棉质衬衫", "灰色羊毛长裤"),
}
PRICES = ("89 €", "29 €")
TURN: Mapping[str, str] = {
    "1.total": "118 €",
    "place": "Lyon",
    "date": "28 November",
    "rain_chance": "60 %",
    "budget": "300 €",
}
OWNED: Mapping[Language, frozenset[str]] = {
    "en": frozenset({"trousers"}),
    "fr": frozenset({"pantalon"}),
    "zh": frozenset({"长裤", "裤子"}),
}


def facts_of(language: Language) -> Facts:
    """What is known in the turn, as the gate is told it."""
    rendered: dict[str, str] = dict(TURN)
    for place, name in enumerate(NAMES[language], 1):
        rendered |= {f"1.{place}": name, f"1.{place}.name": name}
    for place, price in enumerate(PRICES, 1):
        rendered |= {f"1.{place}": f"{rendered[f'1.{place}']}, {price}", f"1.{place}.price": price}
    request = MergeRequest(
        language=language,
        voice=load_prompt("merge").voice,
        text=ASKED[language],
        brief=Brief(intent="outfit", language=language, occasion="wedding", date="2026-11-28", text=ASKED[language]),
        conditions=Conditions(place="Lyon", date="2026-11-28", temp_min_c=3, temp_max_c=9, rain_chance=0.6),
        facts=rendered,
    )
    known = known_of(request, PIECES, OWNED[language], load_prompt("merge").text)
    colours = {key: piece.colours for key, piece in PIECES.items()}
    return Facts(language, rendered, colours, frozenset(), OWNED[language], known)


def load_lies(split: Split) -> Mapping[str, Mapping[Language, str]]:
    """Lies by kind, each in every language."""
    if split == "ours":
        return _table("lies")
    kinds = [*_table("lies_blind").items()]
    return dict(kinds[0 if split == "seen" else 1 :: 2])


def load_truths(language: Language) -> list[str]:
    return list(_table("truths_blind")[language])


def caught(split: Split, language: Language) -> dict[str, bool]:
    """Which kinds of lies do not leave."""
    facts = facts_of(language)
    return {kind: objection(said[language], facts) is not None for kind, said in load_lies(split).items()}


def kept_back(language: Language) -> dict[str, str]:
    """The true sentences that do not leave either, with the rule that keeps them."""
    facts = facts_of(language)
    return {said: rule for said in load_truths(language) if (rule := objection(said, facts))}


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("evals").joinpath(f"datasets/{name}.toml").read_text(encoding="utf-8"))
