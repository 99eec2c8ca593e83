"""A deed that adds to the agenda, done once however often its form is sent."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from events.models import Event, Item, Member
from events.views import once
from events.views.agenda import done

# The answer, and the uid of an item that is to be in the editor.
Added = tuple[HttpResponse, str]


def adding(view: Callable[..., Added]) -> Callable[..., HttpResponse]:
    """The same form sent again, with the same button, is answered with the agenda as it is, the item in the editor.

    The page's script gives the forms new keys with each answer; without it each page has its own.
    """

    @wraps(view)
    def adding_once(request: HttpRequest, member: Member, event: Event, **more: Any) -> HttpResponse:
        named = (request.POST.get("kind", ""), request.POST.get("block", ""), str(more.get("uid", "")))
        pressed = f"{view.__name__} {''.join(named)}"
        first_time, uid = once.begin(request, pressed)
        if not first_time:
            words = _("This entry was saved already.")
            if not request.headers.get("HX-Request"):
                messages.info(request, words)
            is_there = uid and Item.objects.filter(part__event=event, uid=uid).exists()
            return done(request, member, event, editing=uid if is_there else "", said=words)
        try:
            answer, uid = view(request, member, event, **more)
        except Exception:
            once.undone(request, pressed)
            raise
        if answer.status_code >= 400:
            once.undone(request, pressed)
        else:
            once.done(request, uid, pressed)
        return answer

    return adding_once
