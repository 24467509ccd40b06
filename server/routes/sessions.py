"""A browser's session: a key is exchanged for a cookie that scripts cannot read."""

from datetime import timedelta

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, SecretStr

from server.documented import ANYWHERE, UNGUARDED, faults
from server.gate import COOKIE, Gate, csrf_token, unknown
from stores.keys import Key

router = APIRouter(prefix="/v1/session", tags=["session"], responses=ANYWHERE | faults(404))


class SignIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    key: SecretStr


class Session(BaseModel):
    """What a page needs: its changes carry `csrf_token` in the header X-CSRF-Token."""

    name: str
    rights: list[str]
    csrf_token: str


@router.post("", status_code=201, openapi_extra=UNGUARDED)
async def sign_in(asked: SignIn, request: Request, response: Response) -> Session:
    gate: Gate = request.app.state.gate
    gate.check_origin(request)
    key, session = await gate.sign_in(asked.key.get_secret_value())
    lasts = timedelta(hours=gate.settings.session_hours)
    response.set_cookie(
        COOKIE,
        session,
        max_age=int(lasts.total_seconds()),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return shown(key, session)


@router.get("")
async def read(request: Request) -> Session:
    """The session of this browser; other origins cannot read the answer."""
    if session := request.cookies.get(COOKIE):
        return shown(await request.app.state.gate.session(session), session)
    raise unknown("not_authenticated", "This browser is not signed in. Exchange a key with POST /v1/session.")


@router.delete("", status_code=204)
async def sign_out(request: Request, response: Response) -> None:
    gate: Gate = request.app.state.gate
    gate.check_origin(request)
    if session := request.cookies.get(COOKIE):
        await gate.sign_out(session)
    response.delete_cookie(COOKIE, secure=request.url.scheme == "https", httponly=True, samesite="strict")


def shown(key: Key, session: str) -> Session:
    return Session(name=key.name, rights=list(key.rights), csrf_token=csrf_token(session))
