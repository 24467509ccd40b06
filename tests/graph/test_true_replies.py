"""What the house says of a turn is true of it, so a model that says the same is not kept back."""

from typing import Any

import pytest

from agents.contracts import MergeRequest
from agents.gate import Facts, objection
from agents.house.merge import write
from agents.writer import GatedWriter
from stores.caller import Caller
from tests.conftest import Talk

TALKS = [
    ["What do I wear to a wedding in Lyon on 12 June? I'm a woman.", "what do you think?", "how much is the second?"],
    ["I'm wearing a red skirt and an orange blouse to the office, how can I improve?", "and for a gala?"],
    ["black rucksack", "is it waterproof?"],
    ["how do I wash cashmere?", "what suits olive skin?"],
    ["I'm a 42 and I hate yellow", "what size do I wear?", "a summer dress please"],
    ["A full black tie outfit under 20 euros.", "cheaper", "a warmer coat"],
    ["Tenue de bureau pour une femme. J'aime pas trop la laine.", "moins cher", "quelle taille je fais ?"],
    ["un sac noir à dos", "et s'il pleut ?"],
    ["Quelque chose d'élégant pour l'opéra samedi prochain", "la deuxième en noir"],
    ["Pas de cuir, pas même la ceinture. Homme, bureau", "comment on lave la soie ?"],
    ["不要条纹的、格子的，男，上班", "第一套多少钱"],
    ["规定要穿裙子，我想要一条连衣裙，女，M", "有M码吗"],
    ["十二月去哈尔滨，女", "便宜一点", "羊绒怎么洗"],
]


@pytest.mark.parametrize("talk", TALKS, ids=[talk[0][:30] for talk in TALKS])
async def test_what_the_house_says_may_be_said(services: Any, monkeypatch: pytest.MonkeyPatch, talk: list[str]) -> None:
    seen: list[tuple[Any, Facts]] = []
    reply = GatedWriter._reply

    def spy(self: GatedWriter, messages: Any) -> Any:
        seen.append((messages, self.facts))
        return reply(self, messages)

    monkeypatch.setattr(GatedWriter, "_reply", spy)
    person = Talk(services, Caller(talk[0]))
    for text in talk:
        await person.say(text)
    assert len(seen) == len(talk)
    for (_, human), facts in seen:
        request = MergeRequest.model_validate_json(human.text)
        kept = [(why, sentence) for sentence in write(request) if (why := objection(sentence, facts))]
        assert kept == []
