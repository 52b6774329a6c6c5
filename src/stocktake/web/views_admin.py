"""Accounts and the audit log, for administrators."""

from __future__ import annotations

import json

from starlette.responses import RedirectResponse, Response

from stocktake import lexicon
from stocktake.errors import UsageError
from stocktake.model.accounts import AccountRole
from stocktake.services import verifying
from stocktake.services.people import accounts, auditing, moments, renewing, second_factor
from stocktake.web.pages import as_file, page
from stocktake.web.visit import Visit

_PAGE = 100


def people(visit: Visit) -> Response:
    """All accounts, and the form to invite."""
    return _people(visit)


def invite(visit: Visit) -> Response:
    """Invite somebody; the address of the invitation is shown once, to be passed on."""
    actor = visit.field("actor")
    words = lexicon.load(visit.site.workspace.lexicon)
    known = words.actors.resolve(actor) if actor else None
    if actor and known is None:
        raise UsageError(f"no actor is called {actor!r}.", remedy="Write its name or its id.")
    whom = accounts.invited(
        visit.field("name"), visit.field("email"), visit.field("role"), known.id if known else None
    )
    token = accounts.invite(visit.site.store, whom, visit.account.id, moments.present())
    return _people(visit, f"{visit.request.base_url}invitations/{token}")


def withdraw_invitation(visit: Visit) -> Response:
    """Let an invitation open nothing."""
    now = moments.present()
    renewing.withdraw(visit.site.store, visit.path("invitation_id"), visit.account.id, now)
    return RedirectResponse("/admin", 303)


def offer_password(visit: Visit) -> Response:
    """Let somebody who lost the password choose another; the address is shown once."""
    account_id = visit.path("account_id")
    token = renewing.offer(visit.site.store, account_id, visit.account.id, moments.present())
    return _people(visit, renewal=f"{visit.request.base_url}renewals/{token}")


def verify(visit: Visit) -> Response:
    """Whether all that is kept is as it was. What is not is told as a number alone: names of inputs
    are not for administrators."""
    faults = len(verifying.verify(visit.site.workspace).faults)
    auditing.note(visit.site.store, visit.account.id, "verified", moments.present())
    return _audit(visit, faults)


def lock(visit: Visit) -> Response:
    """Lock an account, or open it again."""
    accounts.lock(
        visit.site.store,
        visit.path("account_id"),
        visit.account.id,
        moments.present(),
        locked=visit.field("locked") == "yes",
    )
    return RedirectResponse("/admin", 303)


def change_role(visit: Visit) -> Response:
    """Give an account another role."""
    accounts.change_role(
        visit.site.store,
        visit.path("account_id"),
        visit.field("role"),
        visit.account.id,
        moments.present(),
    )
    return RedirectResponse("/admin", 303)


def take_second_factor(visit: Visit) -> Response:
    """Take away the second factor of an account whose owner lost it."""
    account = accounts.one(visit.site.store, visit.path("account_id"))
    second_factor.take_away(visit.site.store, account, visit.account.id, moments.present())
    return RedirectResponse("/admin", 303)


def audit(visit: Visit) -> Response:
    """The log of what people did, the latest first."""
    return _audit(visit)


def audit_export(visit: Visit) -> Response:
    """The whole log, one entry a line."""
    lines = (json.dumps(row, ensure_ascii=False) for row in auditing.rows(visit.site.store))
    body = ("\n".join(lines) + "\n").encode()
    return as_file(body, "application/jsonl", "audit.jsonl")


def _people(visit: Visit, invitation: str = "", renewal: str = "") -> Response:
    base = visit.site.store
    return page(
        visit,
        "people",
        accounts=accounts.every(base),
        roles=[role for role in AccountRole if role is not AccountRole.PUBLIC],
        invited=renewing.invitations(base, moments.present()),
        invitation=invitation,
        renewal=renewal,
    )


def _audit(visit: Visit, faults: int | None = None) -> Response:
    """The log, with the number of *faults* if all that is kept was just checked."""
    skip = visit.number("skip", 0, 10**8)
    found = auditing.latest(visit.site.store, skip, _PAGE)
    return page(visit, "audit", found=found, skip=skip, step=_PAGE, faults=faults)
