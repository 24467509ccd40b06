"""What a critic, an advisor and a stylist say in words of their own, beside the reply: held to what a reply is held to.

Words that may not leave are replaced by the house's. A judgement that is far from what was computed is brought near it.
"""

from agents.contracts import AdviseRequest, CritiqueRequest
from agents.gate import Facts, objection, split_sentences
from agents.house import critic
from agents.house.advisor import advise
from agents.house.lexicon import load_lexicon
from agents.house.reading.text import read
from agents.house.reading.words import fold
from agents.known import Known
from agents.parroting import forgot, parroted
from stores.texts import plain
from stores.vocabulary import Advice, Brief, Critique, Direction, SubScore, Wish

# Points of a hundred, and of ten, by which a critic may see a look otherwise than the rubric.
FAR, FAR_IN_PART = 20.0, 3.0
LONGEST_QUERY = 120


def is_fair(text: str, brief: Brief) -> bool:
    """Whether each sentence could stand in a reply that shows nothing."""
    reading = read(brief.text, load_lexicon(brief.language))
    said = frozenset((one.kind, one.key) for one in reading.mentions)
    known = Known(said=said, words=frozenset(word.text for word in reading.words))
    facts = Facts(brief.language, {}, known=known)
    whole, rest = split_sentences(text)
    sentences = [one.strip() for one in (*whole, rest) if one.strip()]
    return not any(
        objection(one, facts) or parroted(one, brief.text, brief.language) or forgot(one, brief.language)
        for one in sentences
    )


def judged(critique: Critique, request: CritiqueRequest) -> Critique:
    """The critic's judgement in fair words, near what was computed."""
    house, brief = critic.critique(request), request.brief
    near = abs(critique.score - house.score) <= FAR
    strengths = [one for one in critique.strengths if is_fair(one, brief)]
    fixes = [one for one in critique.fixes if is_fair(one.what, brief) and is_fair(one.why, brief)]
    sub = {name: _part(critique.sub.get(name), one, brief) for name, one in house.sub.items()}
    return critique.model_copy(
        update={
            "score": critique.score if near else house.score,
            "verdict": critique.verdict if near else house.verdict,
            "sub": sub,
            "strengths": strengths or (house.strengths if critique.strengths else []),
            "fixes": fixes if near and (fixes or not critique.fixes) else house.fixes,
        }
    )


def _part(said: SubScore | None, house: SubScore, brief: Brief) -> SubScore:
    if said is None or abs(said.score - house.score) > FAR_IN_PART:
        return house
    return said if is_fair(said.why, brief) else said.model_copy(update={"why": house.why})


def counselled(advice: Advice, request: AdviseRequest) -> Advice:
    """The advice in fair words."""
    house, brief = advise(request).advice, request.brief
    whys = {one.id: one.why for one in house.keep} | {one.out: one.why for one in house.swap}
    adds = {one.slot: one.why for one in house.add}
    plain_why = next(iter(whys.values()), "")

    def why(said: str, ours: str | None) -> str:
        return said if is_fair(said, brief) else ours or plain_why

    moves = [one for one in advice.moves if is_fair(one, brief)]
    return advice.model_copy(
        update={
            "keep": [one.model_copy(update={"why": why(one.why, whys.get(one.id))}) for one in advice.keep],
            "swap": [one.model_copy(update={"why": why(one.why, whys.get(one.out))}) for one in advice.swap],
            "add": [one.model_copy(update={"why": why(one.why, adds.get(one.slot))}) for one in advice.add],
            "moves": moves if len(moves) == len(advice.moves) else house.moves,
        }
    )


def worded(direction: Direction, brief: Brief) -> Direction:
    """The direction in fair words; a maker is looked for only where the person named one."""
    told = {key: text if is_fair(text := getattr(direction, key), brief) else "" for key in ("title", "idea")}
    return direction.model_copy(update={**told, "wishes": [_wish(wish, brief) for wish in direction.wishes]})


def _wish(wish: Wish, brief: Brief) -> Wish:
    makers = [one for one in wish.filters.brands if fold(one) in fold(brief.text)]
    filters = wish.filters if makers == wish.filters.brands else wish.filters.model_copy(update={"brands": makers})
    return wish.model_copy(update={"filters": filters, "query": plain(wish.query, LONGEST_QUERY)})
