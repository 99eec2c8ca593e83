"""What the pages of the registers say: wordings, and languages by their own names."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from events.programme import languages
from events.programme.text import Wording

register = template.Library()


@register.simple_tag(takes_context=True)
def wording(context: template.Context, words: Wording) -> SafeString:
    """Say a wording, isolated and marked where its language is not that of the page."""
    if words.language == context["language"]:
        return format_html("<bdi>{}</bdi>", words.text)
    return format_html(
        '<bdi lang="{}" dir="{}">{}</bdi>', words.language, languages.direction(words.language), words.text
    )


@register.simple_tag
def language_title(code: str) -> SafeString:
    """Name a language in itself, one that is not among ours by its code."""
    name = languages.LANGUAGES[code].native_name if code in languages.LANGUAGES else code
    return format_html(
        '<bdi class="own-name" lang="{}" dir="{}">{}</bdi>', code, languages.direction(code), name
    )
