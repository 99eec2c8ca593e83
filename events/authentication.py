from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import Q
from django.http import HttpRequest

from events.models import User


class NameOrEmailBackend(ModelBackend):
    """Lets somebody in by name or by e-mail address."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        named = User.objects.filter(Q(username=username) | Q(email__iexact=username or ""))
        # An account that is not there takes as long to refuse as a wrong password: the parent sees to that.
        name = named[0].username if len(named) == 1 else ""
        user: User | None = super().authenticate(request, username=name, password=password, **kwargs)
        return user
