"""What a model of the scripted server does: its name says it.

`good` answers every role as the house would. `merge=cut` cuts the reply's stream, `understand=429+style=json` fails two
roles, `check=500*1` fails only the first call of that role, `*=hang` all roles. `say=120` answers anything with 120
tokens of nothing. `obedient` does whatever it is told anywhere in its request.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from stores.vocabulary import ROLES

Fault = Literal["429", "500", "hang", "cut", "json", "ids", "refusal", "leak", "think", "empty", "length"]
FAULTS: tuple[Fault, ...] = get_args(Fault)
EVERY = "*"
OBEDIENT = "obedient"
ALWAYS = 10**9


class BadScript(ValueError):
    """A model name that holds no role or no fault of ours."""


@dataclass(frozen=True)
class Order:
    """One fault, and for how many calls of its role."""

    fault: Fault
    times: int = ALWAYS


@dataclass(frozen=True)
class Script:
    """The faults by role, how many tokens to say where nobody asks as Maison does, and whether it obeys anybody."""

    orders: Mapping[str, Order] = field(default_factory=dict)
    say: int | None = None
    obeys: bool = False

    def fault(self, role: str, called: int) -> Fault | None:
        """The fault of a role's call; `called` are the calls of that role before it."""
        order = self.orders.get(role) or self.orders.get(EVERY)
        return order.fault if order and called < order.times else None


def parse_script(name: str) -> Script:
    """The script that a model's name holds. Raises BadScript."""
    orders: dict[str, Order] = {}
    say: int | None = None
    parts = [part for part in name.split("+") if part != OBEDIENT]
    for part in parts if "=" in name else []:
        role, _, told = part.partition("=")
        if role == "say" and told.isdigit():
            say = int(told)
        else:
            orders[_role(role)] = _order(told)
    return Script(orders, say, OBEDIENT in name.split("+"))


def _role(name: str) -> str:
    if name not in {EVERY, *ROLES}:
        raise BadScript(f"'{name}' is no role: one of {', '.join(ROLES)}, or {EVERY} for all")
    return name


def _order(told: str) -> Order:
    name, _, times = told.partition("*")
    fault = next((one for one in FAULTS if one == name), None)
    if fault is None or not (times.isdigit() or not times):
        raise BadScript(f"'{told}' is no fault: one of {', '.join(FAULTS)}, with *N for N calls only")
    return Order(fault, int(times) if times else ALWAYS)
