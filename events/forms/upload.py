"""A field for a file from outside."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.disk import has_room_for_uploads


class UploadField(forms.FileField):
    """A file is taken while the server has room: the last of it belongs to what people type."""

    default_error_messages = {
        "empty": _("This file is empty."),
        "no_room": _(
            "The server has hardly any room left, so it takes no file until whoever looks after it makes some. "
            "All else can be saved."
        ),
    }

    def clean(self, data: Any, initial: Any = None) -> Any:
        if data and not has_room_for_uploads():
            raise ValidationError(self.error_messages["no_room"], code="no_room")
        return super().clean(data, initial)
