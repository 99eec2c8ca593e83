"""How a field is called that holds a text in one language."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy

from events.programme.languages import LANGUAGES

# Translators: a field and the language in which it is written: "Title, English".
PATTERN = pgettext_lazy("a field in a language", "{}, {}")


def language_title(code: str) -> str:
    return LANGUAGES[code].native_name if code in LANGUAGES else code


def in_a_language(label: str | Promise, code: str) -> str:
    return format_lazy(PATTERN, label, language_title(code))
