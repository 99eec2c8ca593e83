"""The texts of an event in one more language, folded away behind how many of them are written."""

from typing import Any

from crispy_forms.layout import Div
from crispy_forms.utils import TEMPLATE_PACK

from events.forms.event_fields import TEXTS
from events.forms.languages import language_title


class LanguageFold(Div):
    """Open where something in it is wrong. ``original`` is the language from which the texts are translated."""

    template = "events/desk/event/_language_fold.html"

    def __init__(self, language: str, original: str) -> None:
        super().__init__(*(f"{text.name}_{language}" for text in TEXTS), css_id=f"texts-{language}")
        self.language, self.original = language, original
        self.title = language_title(language)

    def render(self, form: Any, context: Any, template_pack: str = TEMPLATE_PACK, **options: Any) -> str:
        originals = [text.name for text in TEXTS if form[f"{text.name}_{self.original}"].value()]
        self.to_write = len(originals)
        self.written = sum(bool(form[f"{name}_{self.language}"].value()) for name in originals)
        self.is_open = bool(context.get("show_errors")) and any(form[name].errors for name in self.fields)
        return super().render(form, context, template_pack=template_pack, **options)
