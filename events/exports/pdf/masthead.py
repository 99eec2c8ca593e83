"""The head of a sheet: hosts with their flags, what is held and in whose memory, when and where."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from events.exports.pdf.labels import EVENT_KINDS, FLAGS, MOTIFS, STATUSES
from events.exports.pdf.voice import NOTHING, Voice, joined, sentence
from events.programme.agenda import Item, Span
from events.programme.choices import HostRole, Shown
from events.programme.languages import clock, comma, date_range, long_date
from events.programme.text import NOTHING as NO_TEXT
from events.programme.text import Text, Wording
from events.programme.value import Host, Programme

# The size of the title by its letters, and how many of them stand well in a line of that size.
SIZES = ((72, "", 36), (150, "long", 46), (None, "very-long", 66))
PICTURE = "picture:"
# Letterspaced capitals that stand in one line.
KICKER_LINE, DEDICATION_LINE = 56, 60
INVITING = (HostRole.HOST, HostRole.CO_HOST)


@dataclass(frozen=True, slots=True)
class Drawing:
    address: str
    description: str


@dataclass(frozen=True, slots=True)
class HostCard:
    name: SafeString
    city: SafeString
    flag: Drawing | None


@dataclass(frozen=True, slots=True)
class Masthead:
    emblem: Drawing | None
    letterhead: list[SafeString]
    hosts: list[HostCard]
    motif: Drawing | None
    status: str
    kicker: list[SafeString]
    title: SafeString
    size: str
    subtitle: SafeString
    theme: SafeString
    other_title: SafeString
    when: list[SafeString]
    where: SafeString

    @property
    def kicker_is_long(self) -> bool:
        return sum(len(part) for part in self.kicker) > KICKER_LINE

    @property
    def has_flags(self) -> bool:
        return any(host.flag for host in self.hosts)

    @property
    def motif_stands_between(self) -> bool:
        return bool(self.motif) and len(self.hosts) == 2


def masthead_of(programme: Programme, voice: Voice, width: float = 1) -> Masthead:
    """Return the head; a line of the title takes ``width`` of the letters that stand well over a whole sheet."""
    length = len(voice.plain(programme.title))
    size, letters = next((size, letters) for most, size, letters in SIZES if most is None or length <= most)
    kind = sentence(str(EVENT_KINDS.get(programme.kind, "")))
    return Masthead(
        emblem=_emblem(programme),
        letterhead=voice.lines(programme.mission.look.letterhead),
        hosts=_hosts(programme, voice),
        motif=_motif(programme),
        status=str(STATUSES.get(programme.status, "")),
        kicker=[part for part in (kind, _dedication(programme, voice)) if part],
        title=voice.title(programme.title, round(letters * width)),
        size=size,
        subtitle=voice.say(programme.subtitle),
        theme=voice.say(programme.theme),
        other_title=voice.mark(_in_another_language(programme.title, programme, voice)),
        when=when(programme, voice),
        where=where(programme, voice),
    )


def _dedication(programme: Programme, voice: Voice) -> SafeString:
    if voice.narrow:
        return voice.say(programme.dedication)
    return voice.title(programme.dedication, DEDICATION_LINE)


def when(programme: Programme, voice: Voice) -> list[SafeString]:
    """Return the day or days, the hours where it is one day, and the city."""
    city = voice.say(city_of(programme))
    return [*day_and_hours(programme, voice), *([city] if city else [])]


def day_and_hours(programme: Programme, voice: Voice) -> list[SafeString]:
    return [part for part in (_days(programme, voice), _hours(programme)) if part]


def where(programme: Programme, voice: Voice) -> SafeString:
    place = programme.place
    if not place:
        return SafeString(gettext("Place to be announced"))
    return joined(
        comma(voice.language), [voice.say(place.name), voice.say(place.room), voice.say(place.address)]
    )


def city_of(programme: Programme) -> Text:
    """Return the city of the place. That of the mission is not a place until somebody says so."""
    return programme.place.city if programme.place else NO_TEXT


def _days(programme: Programme, voice: Voice) -> SafeString:
    first = programme.announced_on
    if not first:
        return SafeString(gettext("Date to be announced"))
    if programme.until and programme.until > first:
        return SafeString(date_range(first, programme.until, voice.language))
    return SafeString(long_date(first, voice.language))


def _hours(programme: Programme) -> SafeString:
    span = programme.span
    if (
        not span
        or programme.day_open
        or programme.days
        or (programme.until and programme.until != programme.on)
    ):
        return NOTHING
    if _opening_item(programme, span).shown is Shown.ABOUT:
        return sentence(pgettext("clock time of an item", "about %(time)s"), time=clock(span.start))
    return format_html(pgettext("from one hour to another", "{}–{}"), clock(span.start), clock(span.end))


def _opening_item(programme: Programme, span: Span) -> Item:
    return next(item for item in programme.items if item.span and item.span.start == span.start)


def inviting(programme: Programme) -> list[Host]:
    return [host for host in programme.hosts if host.role in INVITING]


def _hosts(programme: Programme, voice: Voice) -> list[HostCard]:
    """Return the hosts in the order that protocol has given them; a country's flag stands once, at its first host."""
    cards, shown = [], set()
    for host in inviting(programme):
        organisation = host.organisation
        flag = None
        if organisation.country in FLAGS and organisation.country not in shown:
            shown.add(organisation.country)
            file, description = FLAGS[organisation.country]
            flag = Drawing(f"art:{file}", str(description))
        cards.append(HostCard(voice.say(organisation.name), voice.say(organisation.city), flag))
    return cards


def _emblem(programme: Programme) -> Drawing | None:
    """Return the mission's emblem where it is a host itself: only its own body may use it."""
    digest = programme.mission.look.emblem
    if not digest or not any(is_own(host, programme) for host in programme.hosts):
        return None
    return Drawing(f"{PICTURE}{digest}", gettext("Emblem"))


def is_own(host: Host, programme: Programme) -> bool:
    """Whether the host is the mission: a name of both is the same in some language."""
    names = {*programme.mission.name.versions, *programme.mission.short_name.versions}
    return host.role in INVITING and not names.isdisjoint(host.organisation.name.versions)


def _motif(programme: Programme) -> Drawing | None:
    if not programme.register.mourns or not programme.edition:
        return None
    motif = MOTIFS.get(programme.edition.occasion.slug)
    return Drawing(f"art:{motif[0]}", str(motif[1])) if motif else None


def _in_another_language(text: Text, programme: Programme, voice: Voice) -> Wording:
    """Return the text in the programme's next language, empty where it has none."""
    said_in = text.wording(voice.language, voice.fallback).language
    others = [language for language in programme.languages if language != said_in]
    for language in others:
        if language in text.languages:
            return text.wording(language)
    return NO_TEXT.wording(voice.language)
