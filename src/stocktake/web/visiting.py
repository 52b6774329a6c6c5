"""From a request to a Visit: who asks, by which cookie or token, and in which language."""

from __future__ import annotations

from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from stocktake.errors import UsageError
from stocktake.model.accounts import VISITOR, Account
from stocktake.services.people import moments, secrets, sessions
from stocktake.services.people.signing_in import Attempt
from stocktake.web import languages
from stocktake.web.security import SAFE
from stocktake.web.site import Site
from stocktake.web.visit import Visit

SESSION = "session"
DEVICE = "device"
TRIP = "trip"
FORM = "form"
FORM_HEADER = "x-form"
_YEAR = 365 * 24 * 3600


def visit(request: Request, site: Site, form: FormData) -> Visit:
    """The visit that a request is."""
    token = request.cookies.get(cookie_name(site, SESSION), "")
    account = _who(request, site, token)
    return Visit(request, site, languages.wanted(request), account, form, token)


def cookie_name(site: Site, name: str) -> str:
    """The name of a cookie; the prefix binds it to this host and to HTTPS."""
    return f"__Host-{name}" if site.settings.is_secure else name


def cookie(visit: Visit, name: str) -> str:
    """What the browser keeps under that name."""
    return visit.request.cookies.get(cookie_name(visit.site, name), "")


def set_cookie(visit: Visit, answer: Response, name: str, value: str, seconds: int) -> None:
    """Have the browser keep a secret that no script and no other site gets to see."""
    answer.set_cookie(
        cookie_name(visit.site, name),
        value,
        max_age=seconds,
        path="/",
        secure=visit.site.settings.is_secure,
        httponly=True,
        samesite="lax",
    )


def set_session(visit: Visit, answer: Response, token: str) -> None:
    """Have the browser keep who is signed in, for as long as the session lasts."""
    set_cookie(visit, answer, SESSION, token, sessions.HOURS * 3600)


def drop_cookie(visit: Visit, answer: Response, name: str) -> None:
    """Have the browser forget a secret."""
    set_cookie(visit, answer, name, "", 0)


def check_form(visit: Visit) -> None:
    """UsageError for a form that was not made for this reader's session; what is no form tells its
    token in the header ``X-Form``."""
    if visit.request.method in SAFE or not visit.token:
        return
    given = visit.form.get(FORM) or visit.request.headers.get(FORM_HEADER)
    if not isinstance(given, str) or not secrets.same(given, form_token(visit)):
        raise UsageError("this form is too old.", remedy="Go back, load the page and try again.")


def form_token(visit: Visit) -> str:
    """What forms carry so that they are known to come from this reader's pages."""
    return secrets.derived(visit.token, FORM) if visit.token else ""


def to_sign_in(visit: Visit) -> Response:
    """Ask who it is; afterwards go on to where they wanted to go."""
    target = visit.request.url.path if visit.request.method in SAFE else "/"
    return RedirectResponse(f"/sign-in?next={quote(target)}", 303)


def with_language(visit: Visit, answer: Response) -> Response:
    """Have the browser remember the language that a reader chose."""
    if visit.request.query_params.get("lang") in languages.NAMES:
        answer.set_cookie(languages.COOKIE, visit.language, max_age=_YEAR, samesite="lax")
    return answer


def place(visit: Visit) -> str:
    """The network address that a reader comes from."""
    return visit.request.client.host if visit.request.client else ""


def attempt(visit: Visit, email: str) -> Attempt:
    """What a form shows to prove that a reader is who has *email*."""
    return Attempt(
        email,
        visit.field("password", strip=False),
        visit.field("code"),
        place(visit),
        cookie(visit, DEVICE),
    )


def local(target: str) -> str:
    """An address of this site; anything else leads to the first page."""
    is_local = target.startswith("/") and not target.startswith(("//", "/\\"))
    return target if is_local and target.isprintable() else "/"


def _who(request: Request, site: Site, token: str) -> Account:
    if site.settings.is_read_only:
        return VISITOR
    now = moments.present()
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and request.url.path.startswith("/api"):
        return sessions.of_program(site.store, shown.strip()) or VISITOR
    return (sessions.whose(site.store, token, now) if token else None) or VISITOR
