"""Signing in through a provider of identities: there and back, and what an account is known by."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.responses import RedirectResponse, Response

from stocktake.services.people import federated, moments, own_identities, signing_in
from stocktake.services.people.federated import Answer, Departure, RefusedError, Wish
from stocktake.services.people.providers import Door
from stocktake.web import visiting
from stocktake.web.pages import page
from stocktake.web.visit import Visit

_TRIP = federated.MINUTES * 60


def sign_in(visit: Visit) -> Response:
    """Go to a provider to sign in."""
    door = _door(visit)
    wish = Wish(target=visiting.local(visit.asked("next")), place=visiting.place(visit))
    try:
        departure = federated.set_out(visit.site.store, door, wish, moments.present())
    except RefusedError as error:
        return _refused(visit, door, error)
    return _with_token(visit, RedirectResponse(departure.address, 303), departure)


def take_up(visit: Visit) -> Response:
    """Make the account that one is invited to, known by a provider from the beginning."""
    wish = Wish("/account", invitation=visit.path("token"), place=visiting.place(visit))
    return _onward(visit, wish)


def link(visit: Visit) -> Response:
    """Let one's account be known by a provider; who has a password shows it once more, so that an
    open browser is not enough."""
    base, account = visit.site.store, visit.account
    if own_identities.has_password(base, account):
        signing_in.confirm(base, visiting.attempt(visit, account.email), moments.present())
    return _onward(visit, Wish("/account", account=account, place=visiting.place(visit)))


def unlink(visit: Visit) -> Response:
    """Let a provider open one's account no more."""
    own_identities.unlink(
        visit.site.store, visit.account, visit.path("identity_id"), moments.present()
    )
    return RedirectResponse("/account", 303)


def back(visit: Visit) -> Response:
    """Where a provider sends people back to."""
    door = _door(visit)
    answer = Answer(
        visiting.cookie(visit, visiting.TRIP),
        visit.asked("state"),
        visit.asked("code"),
        visit.asked("error"),
        visit.asked("iss"),
        visit.account,
        visiting.place(visit),
    )
    try:
        arrival = federated.come_back(visit.site.store, door, answer, moments.present())
    except RefusedError as error:
        return _refused(visit, door, error)
    going_on = RedirectResponse(arrival.target, 303)
    if arrival.session:
        visiting.set_session(visit, going_on, arrival.session)
    visiting.drop_cookie(visit, going_on, visiting.TRIP)
    return going_on


def _door(visit: Visit) -> Door:
    return visit.site.doors.one(visit.path("provider"))


def _onward(visit: Visit, wish: Wish) -> Response:
    """A page with the way to a provider: no form leads to another site, by the policy of all."""
    door = _door(visit)
    try:
        departure = federated.set_out(visit.site.store, door, wish, moments.present())
    except RefusedError as error:
        return _refused(visit, door, error)
    host = urlsplit(departure.address).netloc
    shown = page(visit, "onward", name=door.provider.name, address=departure.address, host=host)
    return _with_token(visit, shown, departure)


def _with_token(visit: Visit, answer: Response, departure: Departure) -> Response:
    visiting.set_cookie(visit, answer, visiting.TRIP, departure.token, _TRIP)
    return answer


def _refused(visit: Visit, door: Door, error: RefusedError) -> Response:
    status = 502 if error.refusal is federated.Refusal.UNREACHABLE else 403
    name, refusal = door.provider.name, error.refusal.value
    return page(visit, "not_signed_in", status, name=name, refusal=refusal)
