"""Mission isolation that fails closed: a query outside a scope raises, inside it sees its missions only.

Only this module, the admin, commands for operators and, for their owners, private calendars may widen a scope. The
public has none at all: it reads ``Release.published``, which holds nothing but what was released.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from django.contrib.auth.models import AnonymousUser
from django.db.models import Manager, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django_scopes import ScopedManager, get_scope, scope, scopes_disabled
from django_scopes.manager import DisabledQuerySet
from simple_history.manager import HistoryManager

__all__ = [
    "HistoryInScope",
    "MissionScopeMiddleware",
    "every_mission",
    "of_mission",
    "scoped",
    "shared_or_scoped",
]


def scoped(manager: type[Manager], mission: str) -> Manager:
    """Return a manager that needs a scope; ``mission`` is the look-up that leads to the mission."""
    return ScopedManager(_manager_class=manager, mission=mission)


def shared_or_scoped(mission: str) -> Manager:
    """Return a manager that needs a scope, and sees beside its missions' rows those that are of no mission."""

    class SharedOrScoped(Manager):
        def get_queryset(self) -> QuerySet:
            present = get_scope()
            if not present.get("_enabled", True):
                return super().get_queryset()
            if "mission" not in present:
                return DisabledQuerySet(self.model, using=self._db, missing_scopes={"mission"})
            ours = Q(**{f"{mission}__in": present["mission"]}) | Q(**{f"{mission}__isnull": True})
            return super().get_queryset().filter(ours)

        def all(self) -> QuerySet:
            rows = super().all()
            return rows.all() if isinstance(rows, DisabledQuerySet) else rows

    return SharedOrScoped()


class HistoryInScope(HistoryManager):
    """``Model.history`` and ``row.history``: they need a scope as the rows themselves do."""

    def get_super_queryset(self) -> QuerySet:
        rows = super().get_super_queryset()
        present = get_scope()
        if not present.get("_enabled", True):
            return rows
        if "mission" not in present:
            return DisabledQuerySet(self.model, using=self._db, missing_scopes={"mission"})
        return rows.filter(of_mission__in=present["mission"])


def of_mission(*missions: object) -> AbstractContextManager[None]:
    return scope(mission=list(missions))


def every_mission() -> AbstractContextManager[None]:
    """For the operator's own commands and the support staff's admin."""
    return scopes_disabled()


class MissionScopeMiddleware:
    """Opens the scope of whoever asks: a member's missions, all for support staff in the admin, none otherwise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with self.scope_of(request):
            return self.get_response(request)

    def scope_of(self, request: HttpRequest) -> AbstractContextManager[None]:
        if request.path_info.startswith("/admin/"):
            user = request.user
            return every_mission() if user.is_active and user.is_superuser else scope()
        if not request.path_info.startswith("/desk/") or isinstance(request.user, AnonymousUser):
            return scope()
        return scope(mission=[each.mission_id for each in request.user.memberships_read])
