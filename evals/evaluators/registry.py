"""Every evaluator by its name: the name that a case's checks call it by, and the key of its verdicts."""

from collections.abc import Mapping

from evals.evaluators import Evaluator
from evals.evaluators.briefs import brief, conditions, intent
from evals.evaluators.calls import tools
from evals.evaluators.grounding import grounded
from evals.evaluators.language import language
from evals.evaluators.orders import orders
from evals.evaluators.trajectory import trajectory

# Those that have something to say of every answer, whether a case names them or not.
ALWAYS: Mapping[str, Evaluator] = {
    "grounded": grounded,
    "language": language,
}

EVALUATORS: Mapping[str, Evaluator] = {
    **ALWAYS,
    "intent": intent,
    "brief": brief,
    "conditions": conditions,
    "trajectory": trajectory,
    "tools": tools,
    "orders": orders,
}
