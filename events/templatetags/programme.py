"""What a programme says, as HTML in the language of the page.

Each tag reads ``language``, and ``fallback`` where a text may be missing in it, from the context. A text that is
there only in another language is isolated and carries that language's code and direction. Ordinals and names
are those of ``events.programme``, in print and on the page alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django import template
from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from events.models.worded import current_language
from events.programme import anniversary as anniversaries
from events.programme import languages, names
from events.programme.agenda import Item, Place
from events.programme.kinds import item_title as title_of_item
from events.programme.occasion import Edition
from events.programme.people import Contribution, Party, Person
from events.programme.phrases import Phrase, Piece, pieces
from events.programme.text import Text, Wording
from events.programme.value import Programme
from events.templatetags.days import full_day
from events.templatetags.labels import label

register = template.Library()


class Figures(Protocol):
    @property
    def issuer(self) -> Text: ...
    @property
    def document(self) -> Text: ...
    @property
    def on(self) -> date | None: ...


def _voice(context: template.Context) -> tuple[str, tuple[str, ...]]:
    return context["language"], tuple(context.get("fallback", ()))


def _marked(wording: Wording, language: str, phrases: Iterable[Phrase] = ()) -> SafeString:
    if not wording:
        return SafeString("")
    text = format_html_join("", "{}", ((_piece(each, wording),) for each in pieces(wording.text, phrases)))
    if wording.language == language:
        return text
    return format_html(
        '<bdi lang="{}" dir="{}">{}</bdi>', wording.language, languages.direction(wording.language), text
    )


def _piece(piece: Piece, wording: Wording) -> str:
    """A phrase that is never translated, in a text of another language, says its own."""
    phrase = piece.phrase
    if phrase is None or phrase.language == wording.language:
        return piece.text
    way = languages.direction(phrase.language)
    return format_html('<bdi lang="{}" dir="{}" translate="no">{}</bdi>', phrase.language, way, piece.text)


def _phrases(context: template.Context) -> tuple[Phrase, ...]:
    programme = context.get("programme")
    return programme.phrases if isinstance(programme, Programme) else ()


# Texts and names


@register.simple_tag(takes_context=True)
def said(context: template.Context, text: Text) -> SafeString:
    """Say the text in the language of the page, else in the programme's next one."""
    language, fallback = _voice(context)
    return _marked(text.wording(language, fallback), language, _phrases(context))


@register.simple_tag(takes_context=True)
def plain(context: template.Context, text: Text) -> str:
    """Say the text where no mark-up may stand, such as an attribute."""
    language, fallback = _voice(context)
    return text.wording(language, fallback).text


@register.filter
def apart(text: str) -> str:
    """Set an address or a name apart in a mail from right to left, where no mark-up may stand."""
    return languages.isolate(text) if languages.direction(current_language()) == "rtl" else text


@register.simple_tag(takes_context=True)
def item_title(context: template.Context, item: Item) -> SafeString:
    language, fallback = _voice(context)
    return _marked(title_of_item(item, language, fallback), language, _phrases(context))


@register.simple_tag(takes_context=True)
def person_name(context: template.Context, person: Person) -> SafeString:
    language, fallback = _voice(context)
    return format_html("<bdi>{}</bdi>", _marked(names.full_name(person, language, fallback), language))


@register.simple_tag(takes_context=True)
def person_offices(context: template.Context, person: Person) -> SafeString:
    language, fallback = _voice(context)
    return _marked(names.offices(person, language, fallback), language)


@register.simple_tag(takes_context=True)
def person_latin_name(context: template.Context, person: Person) -> SafeString:
    """Write the name in Latin letters as well, on a page in another script."""
    language, fallback = _voice(context)
    if language not in ("ru", "ur"):
        return SafeString("")
    latin = names.full_name(person, "en", ("en", "az", "tr"))
    if latin.language in ("ru", "ur") or latin.text == names.full_name(person, language, fallback).text:
        return SafeString("")
    return format_html('<p class="other" lang="{}" dir="ltr">{}</p>', latin.language, latin.text)


@register.simple_tag(takes_context=True)
def contributor(context: template.Context, contribution: Contribution) -> SafeString:
    """Name who contributes with the offices, and in whose name if not in their own."""
    who = _party(context, contribution.who)
    if not contribution.other:
        return who
    other = _party(context, contribution.other)
    return format_html(
        label(contribution.manner).replace("%(who)s", "{who}").replace("%(other)s", "{other}"),
        who=who,
        other=other,
    )


def _party(context: template.Context, party: Party) -> SafeString:
    language, fallback = _voice(context)
    name = format_html("<bdi>{}</bdi>", _marked(names.party_name(party, language, fallback), language))
    if party.words:
        return name
    offices = _marked(names.party_offices(party, language, fallback), language)
    return format_html("<b>{}</b>{}{}", name, languages.comma(language) if offices else "", offices)


@register.simple_tag(takes_context=True)
def anniversary(context: template.Context, edition: Edition) -> SafeString:
    language, fallback = _voice(context)
    return _marked(anniversaries.anniversary(edition, language, fallback), language)


@register.simple_tag(takes_context=True)
def host_names(context: template.Context, programme: Programme) -> SafeString:
    """Name the hosts in their order."""
    language, fallback = context["language"], programme.languages
    hosts = (
        (_marked(host.organisation.name.wording(language, fallback), language),) for host in programme.hosts
    )
    return format_html_join(languages.comma(language), "{}", hosts)


@register.simple_tag(takes_context=True)
def comma(context: template.Context) -> str:
    return languages.comma(context["language"])


@register.simple_tag(takes_context=True)
def semicolon(context: template.Context) -> str:
    return languages.semicolon(context["language"])


@register.simple_tag(takes_context=True)
def stop(context: template.Context) -> str:
    """The full stop of the page's language."""
    return languages.full_stop(context["language"])


@register.simple_tag(takes_context=True)
def issued(context: template.Context, figures: Figures) -> SafeString:
    """Say who has issued the figures, in which document and on which day."""
    parts = [said(context, figures.issuer)]
    if figures.document:
        parts.append(format_html("<cite>{}</cite>", said(context, figures.document)))
    if figures.on:
        parts.append(full_day(context, figures.on))
    return format_html_join(languages.comma(context["language"]), "{}", ((part,) for part in parts))


@register.simple_tag(takes_context=True)
def listed(context: template.Context, texts: Iterable[Text]) -> SafeString:
    """Say several texts one after the other."""
    language, fallback = _voice(context)
    said_texts = ((_marked(text.wording(language, fallback), language),) for text in texts)
    return format_html_join(languages.comma(language), "{}", said_texts)


@register.simple_tag(takes_context=True)
def direction(context: template.Context, language: str = "") -> str:
    return languages.direction(language or context["language"])


@register.simple_tag
def language_name(code: str) -> SafeString:
    """Name a language in itself."""
    own = languages.LANGUAGES[code]
    return format_html(
        '<bdi class="own-name" lang="{}" dir="{}">{}</bdi>', code, languages.direction(code), own.native_name
    )


@register.simple_tag(takes_context=True)
def summary(context: template.Context, programme: Programme, city: Text) -> str:
    """Say in one line what it is, where and when, where no mark-up may stand."""
    language = context["language"]
    when = ""
    if programme.on:
        when = languages.date_range(programme.on, programme.until or programme.on, language)
    if programme.span and not programme.until:
        start, end = languages.clock(programme.span.start), languages.clock(programme.span.end)
        when += " " + pgettext("from one hour to another", "{}–{}").format(start, end)
    texts = (programme.title, programme.dedication, city)
    facts = [text.wording(language, programme.languages).text for text in texts]
    end = languages.full_stop(language)
    return f"{end} ".join(fact.rstrip(".") for fact in (label(programme.kind), *facts, when) if fact) + end


# Flags, as far as they are drawn; each has its own proportion, none is squeezed into another's.


@dataclass(frozen=True, slots=True)
class Flag:
    address: str
    words: str | Promise
    width: int


FLAGS = {
    "AZ": (_("Flag of Azerbaijan"), 96),
    "PK": (_("Flag of Pakistan"), 72),
    "TR": (_("Flag of Türkiye"), 72),
}


@register.simple_tag
def flag(country: str) -> Flag | None:
    if country not in FLAGS:
        return None
    words, width = FLAGS[country]
    return Flag(static(f"events/flags/{country.lower()}.svg"), words, width)


# The emblem of an occasion, drawn only where its register mourns.
MOTIFS = {"20-january": "events/art/carnation.svg"}


@register.simple_tag
def motif(programme: Programme) -> str:
    """The address of the occasion's emblem; empty where there is none."""
    if not programme.edition or not programme.register.mourns:
        return ""
    file = MOTIFS.get(programme.edition.occasion.slug)
    return static(file) if file else ""


@register.simple_tag(takes_context=True)
def groups(context: template.Context, programme: Programme) -> SafeString:
    return listed(context, (group.name for group in programme.audience_groups))


@register.simple_tag
def geo(place: Place) -> str:
    return f"geo:{place.latitude},{place.longitude}"
