from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from events.exports import FORMATS
from events.models import Event
from events.printing import make
from events.snapshot import take_snapshot


@require_safe
def draft_pdf(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    """The working copy as guests would hold it, marked as a draft."""
    event = get_object_or_404(Event.objects.on_their_own(), mission__slug=mission, slug=slug)
    programme = take_snapshot(event)
    content = make(FORMATS["a4"], programme, programme.languages[:1])
    return HttpResponse(content, content_type=FORMATS["a4"].media_type)
