"""What every deed of a member has in common: their right to it, one transaction, their name in the history."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.models import Member, User
from events.models.history import acting

P = ParamSpec("P")
R = TypeVar("R")


class NotAllowedError(ValueError):
    """The member's role does not allow it, or there is no membership."""

    def __init__(self, role: str) -> None:
        super().__init__(
            f"Only members with the role “{Member.Role(role).label}” or a higher one may do this."
        )
        self.role = role


def deed(role: Member.Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function a deed that needs ``role``. It is given what it is done to first, and ``by`` as a keyword.

    All of it is kept or nothing, told in the history under the function's name. Raises NotAllowedError.
    """

    def decorated(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def done(*args: P.args, **kwargs: P.kwargs) -> R:
            by: Any = kwargs["by"]
            require(by, mission_of(args[0]), role)
            with transaction.atomic(), acting(by, function.__name__):
                return function(*args, **kwargs)

        return done

    return decorated


def require(by: User, mission: int, role: str) -> None:
    """Raises NotAllowedError unless ``by`` is a member of the mission with at least the role."""
    members = Member.objects.filter(user=by, mission=mission, user__is_active=True)
    if not members.at_least(role).exists():
        raise NotAllowedError(role)


def refuse_strangers(mission: int, values: Mapping[str, Any]) -> None:
    """Raises ValidationError for what is in the register of another mission; what is of none is shared."""
    for name, value in values.items():
        if getattr(value, "mission_id", mission) not in (None, mission):
            raise ValidationError({name: _("This is not in the mission's register.")})


def entered(row: Any, values: Mapping[str, Any]) -> Any:
    """Save a new row of a mission with these values and return it. Raises ValidationError."""
    refuse_strangers(row.mission_id, values)
    for name, value in values.items():
        row._meta.get_field(name)
        setattr(row, name, value)
    row.full_clean()
    row.save()
    return row


def mission_of(subject: Any) -> int:
    """Return the key of the mission to which a row belongs; a mission belongs to itself."""
    return subject.traced()[0] if hasattr(subject, "traced") else subject.pk
