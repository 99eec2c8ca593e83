"""The small forms on the way to a release."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.forms.read_fields import DayField
from events.programme.cleaning import clean_text

LONGEST_NAME = 120
LONGEST_NOTE = 2000


class NoteField(forms.CharField):
    """A note from one member to another, cleaned and never cut."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
        super().__init__(widget=widget, **options)

    def clean(self, value: Any) -> str:
        text = clean_text(super().clean(value), lines=True)
        if len(text) > LONGEST_NOTE:
            words = _("At most %(longest)s characters; this text has %(length)s.")
            raise ValidationError(words, params={"longest": LONGEST_NOTE, "length": len(text)})
        return text


class NameField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=_("Name of the release"),
            help_text=_("Guests read it with the number on what they hold."),
            error_messages={"required": _("Give the release a name.")},
            widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            **options,
        )

    def clean(self, value: Any) -> str:
        text = super().clean(clean_text(value or ""))
        if len(text) > LONGEST_NAME:
            words = _("At most %(longest)s characters; this text has %(length)s.")
            raise ValidationError(words, params={"longest": LONGEST_NAME, "length": len(text)})
        return text


class SubmitForm(forms.Form):
    note = NoteField(
        label=_("Note to the head of protocol"),
        required=False,
        help_text=_("What has changed and why, in a sentence. It may be left out."),
    )


class SendBackForm(forms.Form):
    note = NoteField(
        label=_("Or send it back, with a note"),
        help_text=_("What has to be done before it can be released."),
        error_messages={"required": _("Say what has to be done, so that the officer can go on.")},
    )


class ApproveForm(forms.Form):
    name = NameField()


class CancelForm(forms.Form):
    name = NameField()


class PostponeForm(forms.Form):
    on = DayField(
        label=_("New date"),
        help_text=_(
            "As 20 February 2023. You see first what moves. Empty: it is not known yet, and the page says so."
        ),
    )
    name = NameField()
