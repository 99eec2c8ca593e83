"""The choice of a rule of order, and the words of who accepts what it gives."""

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from events.forms.register_fields import TextField
from events.programme.languages import LANGUAGES, comma
from events.programme.named_rule import NamedRule

# By hand every order of so many states is offered in one list.
MOST_BY_HAND = 4


class RuleForm(forms.Form):
    """Sent in the address, so that looking changes nothing."""

    rule = forms.ChoiceField(label=_("Rule"), help_text=_("What it gives is shown beside what is kept now."))

    def __init__(self, data: Any, *, rules: Mapping[Any, NamedRule], usual: str, **values: str) -> None:
        given = {"rule": usual, **values}
        super().__init__({name: data.get(name) or value for name, value in given.items()})
        field: Any = self.fields["rule"]
        field.choices = [(rule.value, gettext(named.name.msgid)) for rule, named in rules.items()]


class AlphabetRuleForm(RuleForm):
    language = forms.ChoiceField(
        label=_("Alphabet"),
        required=False,
        help_text=_("For the alphabetical rule: whose alphabet is taken."),
    )

    def __init__(self, data: Any, *, languages: Sequence[str], kept: str = "", **options: Any) -> None:
        known = [code for code in languages if code in LANGUAGES] or ["en"]
        super().__init__(data, language=kept if kept in known else known[0], **options)
        field: Any = self.fields["language"]
        field.choices = [(code, LANGUAGES[code].native_name) for code in known]


class AnthemRuleForm(RuleForm):
    listed = forms.ChoiceField(
        label=_("By hand: in this order"), required=False, help_text=_("For the order by hand alone.")
    )

    def __init__(self, data: Any, *, states: Mapping[str, str], kept: Sequence[str], **options: Any) -> None:
        rows = permutations(states) if len(states) <= MOST_BY_HAND else [tuple(states)]
        apart = comma(get_language() or "en")
        choices = [(",".join(row), apart.join(states[country] for country in row)) for row in rows]
        usual = ",".join(kept)
        super().__init__(data, listed=usual if usual in dict(choices) else choices[0][0], **options)
        field: Any = self.fields["listed"]
        field.choices = choices


class AcceptForm(forms.Form):
    because = TextField(
        label=_("Because"),
        help_text=_("For those who ask later; by hand it has to be said. Guests never see it."),
    )
