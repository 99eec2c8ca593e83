"""The history of a mission's settings and membership in words: who did what, and when."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from events.forms.languages import language_title
from events.forms.look import PAPERS, LookForm
from events.forms.mission import NAMES, SettingsForm
from events.models import Erasure, Invitation, Member, Mission, User
from events.models.fields import text_of
from events.models.worded import current_language
from events.programme.choices import PaperSize
from events.programme.languages import comma, semicolon
from events.views.history_words import Change, Done

BOOKKEEPING = ("id",)


def deeds_of(mission: Mission) -> list[Done]:
    """Return what was done, the newest first."""
    found = [
        *_told(Mission.history.filter(of_mission=mission.pk), _setting),
        *_told(Member.history.filter(of_mission=mission.pk), _member),
        *_told(Invitation.history.filter(of_mission=mission.pk), _invitation),
        *_erasures(mission),
    ]
    return sorted(found, key=lambda done: done.at, reverse=True)


def _told(copies: Any, tell: Any) -> Iterator[Done]:
    before: dict[Any, Any] = {}
    for copy in copies.select_related("history_user").order_by("history_date", "history_id"):
        words, changes = tell(copy, before.get(copy.id))
        before[copy.id] = copy
        if words:
            yield Done(copy.history_date, copy.history_user, words, changes)


def _erasures(mission: Mission) -> Iterator[Done]:
    """An entry that doubles became is one deed, though each of them is listed."""
    done = {(row.at, row.by) for row in Erasure.objects.filter(mission=mission).select_related("by")}
    for at, by in done:
        yield Done(at, by, _("Erased somebody from the register"))


def _setting(copy: Any, was: Any) -> tuple[str, list[Change]]:
    """Without a copy of before, nobody can say what changed."""
    if was is None:
        return "", []
    changes = []
    for field in Mission._meta.concrete_fields:
        old, new = (_of_field(field.name, getattr(each, field.name)) for each in (was, copy))
        if field.name not in BOOKKEEPING and old != new:
            label = str(_labels().get(field.name) or field.verbose_name)
            changes.append(Change(_("The settings"), label, old, new))
    return (_("Changed the settings") if changes else ""), changes


def _labels() -> dict[str, Any]:
    """Return how the page of the settings calls each of them."""
    fields = {**SettingsForm.base_fields, **LookForm.base_fields}
    named = {name: label for name, (label, _help) in NAMES.items()}
    return {**{name: field.label for name, field in fields.items()}, **named, "languages": _("Languages")}


def _member(copy: Any, was: Any) -> tuple[str, list[Change]]:
    name, role = _name(copy.user_id), Member.Role(copy.role).label
    if copy.history_type == "+":
        return _("%(name)s became a member") % {"name": name}, [Change(_("Role: %(role)s") % {"role": role})]
    if copy.history_type == "-":
        return _("Removed %(name)s") % {"name": name}, []
    if was is None or was.role == copy.role:
        return "", []
    return _("Changed the role of %(name)s") % {"name": name}, [
        Change(name, _("Role"), str(Member.Role(was.role).label), str(role))
    ]


def _invitation(copy: Any, was: Any) -> tuple[str, list[Change]]:
    address, role = copy.email, Member.Role(copy.role).label
    if copy.history_type == "+":
        words = _("Invited %(address)s") % {"address": address}
        return words, [Change(_("Role: %(role)s") % {"role": role})]
    # It is shortened where whoever sent it lost the role.
    if copy.history_type == "-" or (was and copy.expires_at < was.expires_at):
        return _("Ended the invitation of %(address)s") % {"address": address}, []
    return "", []


def _name(user: int) -> str:
    return str(User.objects.filter(pk=user).first() or _("somebody whose account is gone"))


def _of_field(name: str, value: Any) -> str:
    if name == "paper":
        return PAPERS[PaperSize(value)]
    if name == "emblem" and value:
        # Translators: a picture is known by the first digits of its sum.
        return _("picture %(digits)s") % {"digits": value[:8]}
    return _words(value)


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return comma(current_language()).join(language_title(code) for code in value)
    if hasattr(value, "data"):
        return _versions(text_of(value).versions) or _("nothing")
    return str(value or _("nothing"))


def _versions(versions: tuple[tuple[str, str], ...]) -> str:
    """Return a text in each language that it has, with the name of each where there are several."""
    if len(versions) < 2:
        return "".join(words for _language, words in versions)
    return semicolon(current_language()).join(
        f"{language_title(language)}: {words}" for language, words in versions
    )
