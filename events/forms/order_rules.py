"""The choice of a rule of order, and the words of who accepts what it gives."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.forms.register_fields import TextField
from events.programme.languages import LANGUAGES
from events.programme.named_rule import NamedRule


class RuleForm(forms.Form):
    """Sent in the address, so that looking changes nothing."""

    rule = forms.ChoiceField(label=_("Rule"), help_text=_("What it gives is shown beside what is kept now."))
    language = forms.ChoiceField(
        label=_("Alphabet"),
        required=False,
        help_text=_("For the alphabetical rule: whose alphabet is taken."),
    )

    def __init__(
        self,
        data: Any,
        *,
        rules: Mapping[Any, NamedRule],
        usual: str,
        languages: Sequence[str],
        kept: str = "",
    ) -> None:
        known = [code for code in languages if code in LANGUAGES] or ["en"]
        values = {"rule": data.get("rule") or usual, "language": data.get("language") or kept or known[0]}
        super().__init__(values)
        self.fields["rule"].choices = [  # type: ignore[attr-defined]
            (rule.value, gettext(named.name.msgid)) for rule, named in rules.items()
        ]
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (code, LANGUAGES[code].native_name) for code in known
        ]


class AcceptForm(forms.Form):
    because = TextField(
        label=_("Because"),
        help_text=_("For those who ask later; by hand it has to be said. Guests never see it."),
    )
