"""Two members changed the same entry: both changes in one form."""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from events.forms.register import EntryForm
from events.operations.stale import StaleError


def meet(make: Callable[..., EntryForm], sent: EntryForm, error: StaleError, typed: QueryDict) -> EntryForm:
    """Put the two changes together: what one alone changed is taken, where both did both are shown.

    What was typed stays. Saving again saves what the page shows now. ``make`` gives a form of what is kept.
    """
    now: Any = error.kept
    form = make(entry=now)
    before = form.values_of(error.base) if error.base else {}
    kept = form.values_of(now)
    data, theirs = typed.copy(), {}
    for name, each in form.fields.items():
        mine = sent[name].data if name in sent.fields else None
        if name == "version" or (not before and not each.has_changed(kept.get(name), mine)):
            continue
        if before and not each.has_changed(before.get(name), mine):
            _put(data, name, each.prepare_value(kept.get(name)))
        elif kept.get(name) != before.get(name) and each.has_changed(kept.get(name), mine):
            theirs[name] = _in_words(form, name, each.prepare_value(kept.get(name)))
    data["version"] = str(now.version)
    met = make(data, entry=now)
    for name, words in theirs.items():
        met[name].theirs = words  # type: ignore[attr-defined]
    return met


def _put(data: QueryDict, name: str, value: Any) -> None:
    if value is False:
        data.pop(name, None)
    else:
        data[name] = "on" if value is True else "" if value is None else str(value)


def _in_words(form: EntryForm, name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    choices = {str(key): str(words) for key, words in getattr(form.fields[name], "choices", ())}
    return choices.get(str(value), str(value or "")) or _("nothing")
