"""What is known of a person: read, set by hand, and fact by fact with the sentence that it came from."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from server.desk import AtDesk, Person
from server.documented import ANYWHERE, faults
from server.problems import Problem
from stores.garments import CategoryName, FabricName, Text
from stores.profile import Fact
from stores.told import Told
from stores.vocabulary import Budget, Currency, Profile, Sizes

router = APIRouter(prefix="/v1/profile", tags=["profile"], responses=ANYWHERE)

Fabrics = Annotated[list[FabricName], Field(max_length=50)]
Categories = Annotated[list[CategoryName], Field(max_length=50)]


class SizesEdit(Sizes):
    """Letters for clothes, EU numbers for shoes."""

    clothes: Annotated[str, Field(pattern=r"^(XXS|XS|S|M|L|XL|XXL|XXXL)$")] | None = None
    shoes: Annotated[str, Field(pattern=r"^(3[0-9]|4[0-9]|5[0-5])$")] | None = None


class ProfileEdit(Told, Profile):
    """What may be set by hand; what is left out stays, null and an empty list forget."""

    sizes: SizesEdit = SizesEdit()
    place: Text | None = None
    fabrics: Fabrics = Field(default_factory=list)
    avoid_fabrics: Fabrics = Field(default_factory=list)
    categories: Categories = Field(default_factory=list)
    avoid_categories: Categories = Field(default_factory=list)


@router.get("")
async def read(desk: AtDesk, caller: Person) -> Profile:
    return await desk.services.memory.profile(caller)


@router.patch("")
async def edit(asked: ProfileEdit, desk: AtDesk, caller: Person) -> Profile:
    """Sets what is named and leaves the rest; what is liked is no longer avoided, and the other way round."""
    check_currencies(asked.currency, asked.budget, desk.services.settings.rates)
    return await desk.services.memory.edit_profile(caller, asked.model_dump(mode="json", exclude_unset=True))


@router.get("/facts")
async def facts(desk: AtDesk, caller: Person) -> list[Fact]:
    """All that the profile holds; `said` in `thread_id` is where it comes from, empty where it was set by hand."""
    return await desk.services.memory.facts(caller)


@router.delete("/facts/{fact_id}", status_code=204, responses=faults(404))
async def forget(fact_id: str, desk: AtDesk, caller: Person) -> None:
    if await desk.services.memory.forget_fact(caller, fact_id) is None:
        raise Problem(404, "no_fact", f"There is no fact {fact_id!r}. GET /v1/profile/facts lists what is known.")


def check_currencies(currency: Currency | None, budget: Budget | None, rates: dict[str, float]) -> None:
    """Raises `Problem` (422) for a currency that no rate is known of."""
    for asked in (currency, budget and budget.currency):
        if asked and asked not in rates:
            detail = f"No rate is known for {asked}. There are: {', '.join(rates)}."
            raise Problem(422, "unknown_currency", detail)
