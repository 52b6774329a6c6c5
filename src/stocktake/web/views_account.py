"""Signing in and out, taking up an invitation, and one's own account."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from stocktake.errors import StocktakeError, UsageError
from stocktake.services.people import (
    accounts,
    moments,
    own_identities,
    renewing,
    second_factor,
    sessions,
    signing_in,
)
from stocktake.services.people.signing_in import Attempt, SignedIn, SignInError
from stocktake.web import visiting
from stocktake.web.pages import page
from stocktake.web.visit import Visit

_YEAR = 365 * 24 * 3600


def ask(visit: Visit) -> Response:
    """The form to sign in."""
    return page(visit, "sign_in", error=None, email="", target=visiting.local(visit.asked("next")))


def sign_in(visit: Visit) -> Response:
    """Sign in, and go on to where one wanted to go."""
    attempt = visiting.attempt(visit, visit.field("email"))
    target = visiting.local(visit.field("next"))
    try:
        signed = signing_in.sign_in(visit.site.store, attempt, moments.present())
    except SignInError as error:
        return page(
            visit, "sign_in", error.http_status, error=error, email=attempt.email, target=target
        )
    return _with_cookies(visit, RedirectResponse(target, 303), signed)


def sign_out(visit: Visit) -> Response:
    """Sign out."""
    sessions.end(visit.site.store, visit.token, visit.account, moments.present())
    answer = RedirectResponse("/", 303)
    visiting.drop_cookie(visit, answer, visiting.SESSION)
    return answer


def invitation(visit: Visit) -> Response:
    """Whom a token invites, and the form to choose a password."""
    token = visit.path("token")
    whom = accounts.invitation(visit.site.store, token, moments.present())
    return page(visit, "invitation", whom=whom, token=token, error=None)


def take_up(visit: Visit) -> Response:
    """Make the account that one is invited to, and sign in."""
    token, now = visit.path("token"), moments.present()
    whom = accounts.invitation(visit.site.store, token, now)
    try:
        password = _chosen(visit)
        accounts.take_up(visit.site.store, token, password, now)
    except UsageError as error:
        return page(visit, "invitation", 400, whom=whom, token=token, error=error)
    signed = signing_in.sign_in(visit.site.store, Attempt(whom.email, password), now)
    return _with_cookies(visit, RedirectResponse("/account", 303), signed)


def ask_password(visit: Visit) -> Response:
    """The form to choose a new password."""
    whom = renewing.whose(visit.site.store, visit.path("token"), moments.present())
    return page(visit, "renewal", whom=whom, error=None)


def renew_password(visit: Visit) -> Response:
    """Take a new password, and go on to sign in with it."""
    token, now = visit.path("token"), moments.present()
    whom = renewing.whose(visit.site.store, token, now)
    try:
        renewing.renew(visit.site.store, token, _chosen(visit), now)
    except UsageError as error:
        return page(visit, "renewal", 400, whom=whom, error=error)
    return RedirectResponse("/sign-in", 303)


def account(visit: Visit) -> Response:
    """One's own account."""
    return _account(visit)


def add_token(visit: Visit) -> Response:
    """Make a token for programs, which is shown once."""
    token = sessions.add_api_token(
        visit.site.store, visit.account, visit.field("name"), moments.present()
    )
    return _account(visit, token=token)


def revoke_token(visit: Visit) -> Response:
    """Let a token open nothing from now on."""
    sessions.revoke(visit.site.store, visit.account, visit.path("token_id"), moments.present())
    return RedirectResponse("/account", 303)


def offer_second_factor(visit: Visit) -> Response:
    """A new key for an authenticator app."""
    key = second_factor.new_key()
    address = second_factor.address(visit.account, key)
    return page(visit, "second_factor", key=key, address=address, error=None)


def set_second_factor(visit: Visit) -> Response:
    """Ask for codes from now on, if the app shows the right one."""
    key = visit.field("key")
    try:
        second_factor.set_up(
            visit.site.store, visit.account, key, visit.field("code"), moments.present()
        )
    except StocktakeError as error:
        address = second_factor.address(visit.account, key)
        return page(visit, "second_factor", 400, key=key, address=address, error=error)
    return RedirectResponse("/account", 303)


def _chosen(visit: Visit) -> str:
    """The password that was chosen; UsageError unless it was written twice alike."""
    password = visit.field("password", strip=False)
    if password != visit.field("again", strip=False):
        raise UsageError("the two passwords are not the same.")
    return password


def _account(visit: Visit, token: str = "") -> Response:
    base, account = visit.site.store, visit.account
    return page(
        visit,
        "account",
        tokens=sessions.api_tokens(base, account),
        token=token,
        identities=own_identities.known(base, account),
        has_password=own_identities.has_password(base, account),
    )


def _with_cookies(visit: Visit, answer: Response, signed: SignedIn) -> Response:
    visiting.set_session(visit, answer, signed.token)
    visiting.set_cookie(visit, answer, visiting.DEVICE, signed.device, _YEAR)
    return answer
