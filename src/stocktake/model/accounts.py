"""Who may do what, and what is for whose eyes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """For whose eyes an input is, and all that rests on it; each sees what those before it see.

    The values are those of an input's metadatum ``confidentiality``; an unmarked input is public.
    """

    PUBLIC = "public"
    PARTICIPANTS = "participants"
    CHAIRS = "chairs"

    def may_see(self, other: Audience) -> bool:
        """Whether this audience may see what is for *other*."""
        order = list(Audience)
        return order.index(other) <= order.index(self)


class Permission(StrEnum):
    """What a page lets somebody do."""

    READ = "read"
    SIGNED_IN = "have an account"
    HAND_IN = "hand in"
    REVIEW = "review"
    ADMIT = "admit"
    PUBLISH = "publish"
    ADMINISTER = "administer"


class AccountRole(StrEnum):
    """In what capacity somebody uses the application."""

    PUBLIC = "public"
    STAKEHOLDER = "stakeholder"
    DELEGATE = "delegate"
    REVIEWER = "reviewer"
    SECRETARIAT = "secretariat"
    CO_CHAIR = "co-chair"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Powers:
    """What a role may see, and what it may do."""

    audience: Audience
    permissions: frozenset[Permission]


def _powers(audience: Audience, *permissions: Permission) -> Powers:
    return Powers(audience, frozenset({Permission.READ, Permission.SIGNED_IN, *permissions}))


POWERS: dict[AccountRole, Powers] = {
    AccountRole.PUBLIC: Powers(Audience.PUBLIC, frozenset({Permission.READ})),
    AccountRole.STAKEHOLDER: _powers(Audience.PUBLIC, Permission.HAND_IN),
    AccountRole.DELEGATE: _powers(Audience.PARTICIPANTS, Permission.HAND_IN),
    AccountRole.REVIEWER: _powers(Audience.CHAIRS, Permission.REVIEW),
    AccountRole.SECRETARIAT: _powers(
        Audience.CHAIRS,
        Permission.HAND_IN,
        Permission.REVIEW,
        Permission.ADMIT,
        Permission.PUBLISH,
    ),
    AccountRole.CO_CHAIR: _powers(Audience.CHAIRS, Permission.REVIEW, Permission.PUBLISH),
    # Keeps accounts and the audit log; what is for the chairs is none of an administrator's
    # business.
    AccountRole.ADMINISTRATOR: _powers(Audience.PUBLIC, Permission.ADMINISTER),
}


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in. *actor_id* is the actor for which a delegate or stakeholder
    speaks; *has_second_factor* whether a code is asked for beside the password."""

    id: str
    name: str
    email: str
    role: AccountRole
    actor_id: str | None = None
    is_locked: bool = False
    has_second_factor: bool = False

    def may(self, permission: Permission) -> bool:
        """Whether the account's role holds *permission*."""
        return permission in POWERS[self.role].permissions

    @property
    def audience(self) -> Audience:
        """What the account may see."""
        return POWERS[self.role].audience


VISITOR = Account("", "", "", AccountRole.PUBLIC)
