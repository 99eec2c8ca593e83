"""One line of help for several fields: a text in several languages is explained once."""

from typing import Any

from django import forms


class SharedHelpBoundField(forms.BoundField):
    """Described by the help of another field of its form, beside its own help and its errors."""

    @property
    def aria_describedby(self) -> str | None:
        other = f"{self.form[self.field.helped_by].auto_id}_helptext" if self.field.helped_by else ""  # type: ignore[attr-defined]
        return " ".join(filter(None, (other, super().aria_describedby))) or None


class SharedHelp(forms.Field):
    """``helped_by`` names the field of the form whose help stands for this one too."""

    def __init__(self, *, helped_by: str = "", **options: Any) -> None:
        self.helped_by = helped_by
        super().__init__(**options)

    def get_bound_field(self, form: Any, field_name: str) -> forms.BoundField:
        return SharedHelpBoundField(form, self, field_name)


def help_once(name: str, language: str, languages: Any, help_text: Any) -> dict[str, Any]:
    """Return the options that explain a text at its first language, and point there from the others."""
    if language == languages[0]:
        return {"help_text": help_text}
    return {"helped_by": f"{name}_{languages[0]}"}
