from django.conf import settings
from django.contrib.auth.views import LoginView
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from events.exports import FORMATS
from events.forms.login import LoginForm
from events.models import Event, User
from events.programme.choices import Audience
from events.snapshot import take_snapshot


class DeskLogin(LoginView):
    template_name = "events/desk/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


@require_safe
def desk(request):
    """The events of the member's missions, the latest day first."""
    events = (
        Event.objects.on_their_own()
        .select_related("mission")
        .annotate(last_release=Max("releases__number"))
        .order_by("-on", "slug")
    )
    context = {
        "events": events,
        "memberships": request.user.memberships.select_related("mission"),
        "is_demonstration": User.objects.filter(email__endswith="@azembassy-islamabad.example").exists(),
    }
    return render(request, "events/desk/desk.html", context)


@require_safe
def draft_pdf(request, mission, slug):
    """The working copy as guests would hold it, marked as a draft."""
    event = get_object_or_404(Event.objects.on_their_own(), mission__slug=mission, slug=slug)
    programme = take_snapshot(event).seen_by(Audience.PUBLIC)
    content = FORMATS["a4"].render(programme, programme.languages[:1], settings.SITE_URL)
    return HttpResponse(content, content_type=FORMATS["a4"].media_type)
