"""The fonts of a public page in its language."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()

LATIN = (
    "garamond-400-latin",
    "garamond-400-italic-latin",
    "garamond-600-latin",
    "noto-sans-400-latin",
    "noto-sans-600-latin",
)
OTHERS = {
    "ru": (
        "garamond-400-russian",
        "garamond-400-italic-russian",
        "garamond-600-russian",
        "noto-sans-400-russian",
        "noto-sans-600-russian",
    ),
    "ur": (
        "noto-naskh-400-arabic",
        "noto-naskh-600-arabic",
        "garamond-400-latin",
        "noto-sans-400-latin",
        "noto-sans-600-latin",
    ),
}


@register.simple_tag
def fonts_to_come(language: str) -> SafeString:
    """Let the browser fetch, once it has nothing else to do, what only the next page of the language may be set in."""
    return format_html_join(
        "\n",
        '<link rel="prefetch" href="{}" as="font" type="font/woff2" crossorigin>',
        ((static(f"events/fonts/{name}.woff2"),) for name in OTHERS.get(language, LATIN)),
    )
