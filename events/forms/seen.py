"""A form that knows what was kept when it was shown, for rows that count no versions."""

import json
from hashlib import sha256
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from events.forms.hidden import HiddenMark
from events.models.worded import current_language
from events.programme.languages import comma


class SeenField(HiddenMark):
    """No answer to anything."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class SeenForm(forms.Form):
    """Refused where somebody else kept something else meanwhile: what is kept now stands at each field that differs.

    Sent again it has seen that, and is taken. A form that does not say what it has seen is taken too.
    """

    seen = SeenField()

    def __init__(self, *args: Any, also: str = "", **options: Any) -> None:
        """``also`` is what is kept and stands in no field."""
        super().__init__(*args, **options)
        shown = {name: str(value) for name, value in self.initial.items()}
        now = sha256(json.dumps([shown, also], sort_keys=True).encode()).hexdigest()[:32]
        self.initial["seen"] = now
        self.is_stale = self.is_bound and self.data.get("seen") not in (None, now)
        if self.is_stale:
            self.data = self.data.copy()
            self.data["seen"] = now

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.is_stale:
            self.add_error(
                None,
                _(
                    "Somebody else changed this meanwhile, and nothing was saved. What you chose stands below, with "
                    "what is kept now at each field that differs. Save again to keep yours."
                ),
            )
            for name in self.changed_data:
                if not isinstance(self.fields[name], forms.FileField):
                    self.add_error(name, _("Kept now: %s") % self._in_words(name))
        return data

    def _in_words(self, name: str) -> str:
        field, kept = self.fields[name], self.get_initial_for_field(self.fields[name], name)
        if isinstance(field, forms.BooleanField):
            return _("yes") if kept else _("no")
        if isinstance(field, forms.ChoiceField):
            names, several = dict(field.choices), kept if isinstance(kept, list) else [kept]
            return comma(current_language()).join(str(names.get(each, each)) for each in several) or _(
                "nothing"
            )
        return str(kept) or _("nothing")
