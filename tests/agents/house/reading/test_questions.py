"""What people ask of their wardrobe, in three languages, and what only sounds like it."""

from datetime import date
from typing import Any

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.garments import GarmentRow
from stores.vocabulary import Brief, Garment

TODAY = date(2026, 11, 22)


def garment(key: str, category: str, colour: str) -> Garment:
    return GarmentRow.model_validate({"id": key, "category": category, "colours": [colour]}).garment()


OWN = [
    garment("boots", "ankle_boots", "black"), garment("trousers", "trousers", "black"),
    garment("chinos", "chinos", "beige"), garment("scarf", "scarf", "red"),
]  # fmt: skip


def read(text: str, **more: Any) -> Brief:
    return understand(UnderstandRequest(text=text, today=TODAY, wardrobe=OWN, **more))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how many pairs of trousers do I have?", ["count", "trousers", "chinos"]),
        ("combien de pantalons ai-je ?", ["count", "trousers", "chinos"]),
        ("combien j'ai de pantalons ?", ["count", "trousers", "chinos"]),
        ("我有几条裤子？", ["count", "trousers", "chinos"]),
        ("how many things do I own?", ["count", "boots", "trousers", "chinos", "scarf"]),
        ("how many hats do I own?", ["count"]),
        ("do I own a scarf?", ["owns", "scarf"]),
        ("do I have anything red?", ["owns", "scarf"]),
        ("what do I have that is black?", ["owns", "boots", "trousers"]),
        ("est-ce que j'ai une écharpe ?", ["owns", "scarf"]),
        ("我有没有围巾？", ["owns", "scarf"]),
        ("what did I wear least?", ["least"]),
        ("qu'est-ce que j'ai le moins porté ?", ["least"]),
        ("我哪件衣服穿得最少？", ["least"]),
        ("what do I wear most?", ["most"]),
        ("qu'est-ce que je porte le plus ?", ["most"]),
        ("我最常穿什么？", ["most"]),
        ("what haven't I worn this year?", ["unworn", "since:2026-01-01"]),
        ("qu'est-ce que je n'ai pas porté cette année ?", ["unworn", "since:2026-01-01"]),
        ("今年我没穿过什么？", ["unworn", "since:2026-01-01"]),
        ("what haven't I worn in six months?", ["unworn", "since:2026-05-24"]),
        ("what did I wear yesterday?", ["worn_on", "day:2026-11-21"]),
        ("what did I wear on 3 November?", ["worn_on", "day:2026-11-03"]),
        ("qu'est-ce que j'ai porté hier ?", ["worn_on", "day:2026-11-21"]),
        ("我昨天穿了什么？", ["worn_on", "day:2026-11-21"]),
        ("how much is my wardrobe worth?", ["worth"]),
        ("combien vaut ma garde-robe ?", ["worth"]),
        ("我的衣柜值多少钱？", ["worth"]),
        ("qu'est-ce qui est au lavage ?", ["in_wash"]),
        ("undo that", ["no_undo"]),
        ("annule", ["no_undo"]),
        ("撤销", ["no_undo"]),
    ],
)
def test_what_is_asked_of_the_wardrobe(text: str, asked: list[str]) -> None:
    brief = read(text)
    assert (brief.intent, brief.changes) == ("wardrobe", [])
    assert brief.refers_to == [f"wardrobe:{asked[0]}", *asked[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "do I have to wear a tie?",
        "ai-je besoin d'un manteau ?",
        "how many pairs of socks do I need for a week in Rome?",
        "I have black trousers, what goes with them?",
        "how many outfits can I make with my trousers?",
        "do I have something for a wedding?",
        "what should I wear most days at the office?",
    ],
)
def test_what_only_sounds_like_it_is_no_question_of_the_wardrobe(text: str) -> None:
    assert not [key for key in read(text).refers_to if key.startswith("wardrobe:")]
