"""The head of a sheet: hosts with their flags, what is held and in whose memory, when and where."""

from dataclasses import dataclass, replace

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from events.exports.pdf.labels import EVENT_KINDS, FLAGS, MOTIFS, STATUSES
from events.exports.pdf.measure import POINTS_IN_MM, width_of
from events.exports.pdf.voice import NOTHING, Voice, joined, sentence
from events.programme.agenda import Item, Span
from events.programme.choices import HostRole, Register, Shown
from events.programme.languages import clock, comma, date_range, direction, long_date
from events.programme.text import NOTHING as NO_TEXT
from events.programme.text import Text, Wording
from events.programme.value import Host, Programme

PICTURE = "picture:"
# Letterspaced capitals that stand in one line.
KICKER_LINE = 56
# The longest title in each size but the smallest, in lines.
MOST_LINES = {"": 2, "long": 3}
INVITING = (HostRole.HOST, HostRole.CO_HOST)


@dataclass(frozen=True, slots=True)
class Column:
    """Where a title stands: its width in millimetres, and the type in points for short, long and very long ones; from
    right to left it may be another. What stands below the title has ``below`` points at most; the dedication above it
    has lines of so many sizes of small letters."""

    width: float
    type: tuple[float, float, float]
    type_rtl: tuple[float, float, float]
    below: float
    dedication: float
    capitals: tuple[float, float]

    def measure(self, points: float) -> float:
        """Return how many sizes of the type it is wide."""
        return self.width * POINTS_IN_MM / points

    def dedication_line(self, text: str, way: str) -> float:
        """Return how long its lines are, in sizes of small letters: what runs from the right has no capitals."""
        if way == "rtl" or not text:
            return self.dedication
        points, space = self.capitals
        # Measured only, in whichever language: a dot on an I makes it no wider.
        wider = (width_of(text.upper()) + len(text) * space) / width_of(text)
        return min(self.dedication, self.measure(points) / wider)


SHEET = Column(146.0, (27, 22, 16), (24, 20, 16), 15, 25, (8.6, 0.09))
FESTIVE_SHEET = replace(SHEET, type=(31, 22, 16))


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


def masthead_of(programme: Programme, voice: Voice, column: Column | None = None) -> Masthead:
    """Return the head; ``column`` is where the title stands, without it a whole sheet."""
    if not column:
        column = FESTIVE_SHEET if programme.register is Register.FESTIVE else SHEET
    size, points = _size(programme, voice, column)
    dedication = programme.dedication.wording(voice.language, voice.fallback)
    line = column.dedication_line(dedication.text, direction(dedication.language))
    kind = sentence(str(EVENT_KINDS.get(programme.kind, "")))
    return Masthead(
        emblem=_emblem(programme),
        letterhead=voice.lines(programme.mission.look.letterhead),
        hosts=_hosts(programme, voice),
        motif=_motif(programme),
        status=str(STATUSES.get(programme.status, "")),
        kicker=[part for part in (kind, voice.title(programme.dedication, line)) if part],
        title=voice.title(programme.title, column.measure(points)),
        size=size,
        subtitle=voice.title(programme.subtitle, column.measure(column.below)),
        theme=voice.title(programme.theme, column.measure(column.below)),
        other_title=voice.mark(_in_another_language(programme.title, programme, voice)),
        when=when(programme, voice),
        where=where(programme, voice),
    )


def _size(programme: Programme, voice: Voice, column: Column) -> tuple[str, float]:
    """Return the name of the largest size in which the title has not too many lines, and its points."""
    rtl = direction(voice.language) == "rtl"
    sizes = dict(zip((*MOST_LINES, "very-long"), column.type_rtl if rtl else column.type, strict=True))
    for name, most in MOST_LINES.items():
        if len(voice.title_lines(programme.title, column.measure(sizes[name]))) <= most:
            return name, sizes[name]
    return "very-long", sizes["very-long"]


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
    # Four of them have narrow columns.
    voice = replace(voice, keeps=0)
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
