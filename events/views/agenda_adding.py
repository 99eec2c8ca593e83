"""A deed that adds to the agenda, done once however often its form is sent."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from events.models import Event, Member
from events.views import once
from events.views.agenda import done


def adding(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The same form sent again, with the same button, is answered with the agenda as it is.

    The page's script gives the forms new keys with each answer; without it each page has its own.
    """

    @wraps(view)
    def adding_once(request: HttpRequest, member: Member, event: Event, **more: Any) -> HttpResponse:
        pressed = f"{view.__name__} {request.POST.get('kind', '')}{request.POST.get('block', '')}"
        if not once.begin(request, pressed)[0]:
            words = _("This entry was saved already.")
            if not request.headers.get("HX-Request"):
                messages.info(request, words)
            return done(request, member, event, said=words)
        try:
            answer = view(request, member, event, **more)
        except Exception:
            once.undone(request, pressed)
            raise
        if answer.status_code >= 400:
            once.undone(request, pressed)
        else:
            once.done(request, "added", pressed)
        return answer

    return adding_once
