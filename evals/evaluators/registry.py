"""Every evaluator by its name: the name that a case's checks call it by, and the key of its verdicts."""

from collections.abc import Mapping

from evals.evaluators import Evaluator
from evals.evaluators.attack import attack
from evals.evaluators.breakage import unbroken
from evals.evaluators.briefs import brief, conditions, intent
from evals.evaluators.calls import tools
from evals.evaluators.claims import founded, named, possession
from evals.evaluators.consent import consent
from evals.evaluators.diversity import diversity, variety
from evals.evaluators.facts import facts
from evals.evaluators.figures import money, weather
from evals.evaluators.grounding import grounded
from evals.evaluators.language import language
from evals.evaluators.looks import looks
from evals.evaluators.manners import manners
from evals.evaluators.memory import memory
from evals.evaluators.orders import orders
from evals.evaluators.provenance import prompts
from evals.evaluators.ranking import ranked
from evals.evaluators.relations import relation
from evals.evaluators.relooking import advice
from evals.evaluators.replies import refusal, reply
from evals.evaluators.retrieval import ndcg, recall
from evals.evaluators.safety import fair, safe
from evals.evaluators.spending import calls, cost, latency, tokens
from evals.evaluators.talks import continuity
from evals.evaluators.trajectory import trajectory
from evals.evaluators.wearing import wearable

# Those that have something to say of every answer, whether a case names them or not.
ALWAYS: Mapping[str, Evaluator] = {
    "unbroken": unbroken,
    "grounded": grounded,
    "wearable": wearable,
    "money": money,
    "weather": weather,
    "possession": possession,
    "named": named,
    "founded": founded,
    "language": language,
    "manners": manners,
    "prompts": prompts,
    "consent": consent,
    "advice": advice,
    "diversity": diversity,
}

EVALUATORS: Mapping[str, Evaluator] = {
    **ALWAYS,
    "intent": intent,
    "brief": brief,
    "conditions": conditions,
    "trajectory": trajectory,
    "tools": tools,
    "orders": orders,
    "looks": looks,
    "recall": recall,
    "ranked": ranked,
    "ndcg": ndcg,
    "facts": facts,
    "reply": reply,
    "refusal": refusal,
    "continuity": continuity,
    "memory": memory,
    "variety": variety,
    "relation": relation,
    "latency": latency,
    "tokens": tokens,
    "calls": calls,
    "cost": cost,
    "attack": attack,
    "safe": safe,
    "fair": fair,
}
