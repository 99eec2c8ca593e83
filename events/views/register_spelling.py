"""The spellings of an entry are noted, printed from now on, and taken out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.forms.spelling import SpellingForm
from events.models import Member
from events.operations import registers as operations
from events.views import once
from events.views.access import membership_or_404
from events.views.registers import entry_or_404, show


@require_POST
def add_spelling(request: HttpRequest, mission: str, register: str, pk: int) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    entry = entry_or_404(member, register, pk)
    if once.came_of(request):
        return _saved_already(request, mission, register, pk)
    form = SpellingForm(request.POST, entry=entry)
    if not form.is_valid():
        return show(request, member, register, entry, form, status=422)
    if not once.begin(request)[0]:
        return _saved_already(request, mission, register, pk)
    operations.add_variant(entry, by=member.user, **form.cleaned_data)
    once.done(request, "added")
    messages.success(request, _("The spelling is noted. The entry is found by it from now on."))
    return redirect("desk:entry", mission, register, pk)


def _saved_already(request: HttpRequest, mission: str, register: str, pk: int) -> HttpResponse:
    messages.info(request, _("This entry was saved already."))
    return redirect("desk:entry", mission, register, pk)


@require_POST
def print_spelling(request: HttpRequest, mission: str, register: str, pk: int, spelling: int) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    entry = entry_or_404(member, register, pk)
    variant = get_object_or_404(entry.variants, pk=spelling)
    operations.print_spelling(variant, by=member.user)
    words = _("“%(name)s” is printed from now on. What is released already stays as it is.")
    messages.success(request, words % {"name": variant.name})
    return redirect("desk:entry", mission, register, pk)


@require_POST
def remove_spelling(
    request: HttpRequest, mission: str, register: str, pk: int, spelling: int
) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    entry = entry_or_404(member, register, pk)
    operations.remove_variant(get_object_or_404(entry.variants, pk=spelling), by=member.user)
    messages.success(request, _("The spelling is taken out; the history still has it."))
    return redirect("desk:entry", mission, register, pk)
