"""What a page of the desk fetches for the next one."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

LATIN = ("garamond-400-latin", "noto-sans-latin")
OTHERS = {
    "ru": ("garamond-400-russian", "noto-sans-russian"),
    "ur": ("noto-naskh-400-arabic", "garamond-400-latin", "noto-sans-400-latin"),
}
# What the builder of an agenda has that few other pages have.
STYLES = ("desk-agenda.css", "desk-builder.css")
SCRIPTS = ("vendor/htmx.min.js", "desk-saving.js", "desk-order.js", "desk-agenda.js")


@register.simple_tag
def desk_to_come(language: str) -> SafeString:
    """Let the browser fetch, once it has nothing else to do, the fonts of the language and what the builder needs."""
    fonts = (static(f"events/fonts/{name}.woff2") for name in OTHERS.get(language, LATIN))
    files = (
        (static(f"events/{name}"), kind)
        for names, kind in ((STYLES, "style"), (SCRIPTS, "script"))
        for name in names
    )
    return format_html(
        "{}\n{}",
        format_html_join(
            "\n", '<link rel="prefetch" href="{}" as="font" type="font/woff2" crossorigin>', zip(fonts)
        ),
        format_html_join("\n", '<link rel="prefetch" href="{}" as="{}">', files),
    )
