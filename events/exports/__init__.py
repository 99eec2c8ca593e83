"""The outputs. Each is one module and one line in FORMATS.

A data format has ``render(programme, languages, site_url) -> bytes``; one that is printed takes ``wishes`` as well.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import import_module

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.exports.wishes import NO_WISHES, Wishes
from events.programme.choices import Audience
from events.programme.glosses import glossed
from events.programme.value import Programme

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
URDU = "ur"


class EmptyProgrammeError(ValueError):
    """The programme holds nothing that this format could show."""


class Copies(StrEnum):
    """For whom a document is printed before the day begins."""

    GUESTS = "guests"
    TEAM = "team"
    ONE = "one"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Printed:
    """What people read of a document before they print it.

    ``audience`` is who may have it: one for staff is never given out by a public address, and writes down all that it
    is given. ``most_languages`` is how many it holds at once. One of an ``exhibition`` needs opening days or works,
    one of ``figures`` a claim. What is not ``offered`` is for whoever asks for it by its name: no list of what guests
    may print has it. For the day there are so many ``copies``, on both sides of a sheet if ``two_sided``, ``on_card``
    where paper is too thin. One ``in_nastaliq`` has its Urdu so on wish. One ``with_addresses`` writes to people as the
    register says: that is no part of a release, and the file is not kept.
    """

    title: Promise
    about: Promise
    audience: Audience = Audience.PUBLIC
    most_languages: int = 1
    exhibition: bool = False
    figures: bool = False
    offered: bool = True
    copies: Copies = Copies.ONE
    two_sided: bool = False
    on_card: bool = False
    in_nastaliq: bool = False
    with_addresses: bool = False

    def fitting(self, wishes: Wishes, languages: tuple[str, ...]) -> Wishes:
        """Return what of the wishes makes a difference to the document."""
        return replace(
            wishes,
            nastaliq=wishes.nastaliq and self.in_nastaliq and URDU in languages,
            envelope=wishes.envelope if self.with_addresses else None,
        )

    def suits(self, programme: Programme) -> bool:
        """Say whether guests are offered it with this programme."""
        lacks_show = self.exhibition and not (programme.days or programme.works)
        lacks_figures = self.figures and not programme.claims
        return self.offered and not lacks_show and not lacks_figures


@dataclass(frozen=True, slots=True)
class Format:
    """An output by its name on the command line and in addresses.

    ``suffix`` is that of a file name, without the dot. ``whole`` formats write down all that they are given, for
    staff as well; the others take out what is not for the public. ``editable_of`` names the printed format that a file
    for hands to change is of: the desk and the command line give that out, no public address does.
    """

    name: str
    media_type: str
    suffix: str
    module: str
    whole: bool = False
    printed: Printed | None = None
    editable_of: str = ""

    def render(
        self, programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
    ) -> bytes:
        """Return the file; the same arguments give the same octets. Raises EmptyProgrammeError.

        ``languages`` in the order wanted, ``site_url`` without a slash at its end.
        """
        # Loaded when asked for: a feed has no use for a typesetter.
        render = import_module(self.module).render
        if not (self.printed or self.editable_of):
            octets: bytes = render(programme, languages, site_url)
            return octets
        shown = programme if self._is_for_staff else programme.seen_by(Audience.PUBLIC)
        octets = render(glossed(shown, languages), languages, site_url, wishes)
        return octets

    @property
    def _is_for_staff(self) -> bool:
        return self.whole or bool(self.printed and self.printed.audience is Audience.STAFF)


FORMATS = {
    format_.name: format_
    for format_ in (
        Format(
            "a4",
            PDF,
            "pdf",
            "events.exports.pdf.a4",
            printed=Printed(
                _("Programme"),
                _("A4, PDF"),
                most_languages=2,
                copies=Copies.GUESTS,
                two_sided=True,
                in_nastaliq=True,
            ),
        ),
        Format(
            "run-sheet",
            PDF,
            "pdf",
            "events.exports.pdf.run_sheet",
            printed=Printed(_("Run sheet"), _("A4 landscape, PDF"), Audience.STAFF, copies=Copies.TEAM),
        ),
        Format(
            "leaflet",
            PDF,
            "pdf",
            "events.exports.pdf.leaflet",
            printed=Printed(
                _("Exhibition leaflet"),
                _("Hours and works, A4, PDF"),
                exhibition=True,
                copies=Copies.GUESTS,
                two_sided=True,
                in_nastaliq=True,
            ),
        ),
        Format(
            "booklet",
            PDF,
            "pdf",
            "events.exports.pdf.booklet",
            printed=Printed(
                _("Booklet"),
                _("A5, PDF"),
                most_languages=3,
                copies=Copies.NONE,
                two_sided=True,
                in_nastaliq=True,
            ),
        ),
        Format(
            "booklet-imposed",
            PDF,
            "pdf",
            "events.exports.pdf.imposed",
            printed=Printed(
                _("Booklet to fold"),
                _("Print on both sides, flip on the short edge, at 100 %"),
                most_languages=3,
                copies=Copies.NONE,
                two_sided=True,
                in_nastaliq=True,
            ),
        ),
        Format(
            "script",
            PDF,
            "pdf",
            "events.exports.pdf.script",
            printed=Printed(
                _("Script of the master of ceremonies"),
                _("A4, large type, PDF"),
                Audience.STAFF,
                in_nastaliq=True,
            ),
        ),
        Format(
            "door-sign",
            PDF,
            "pdf",
            "events.exports.pdf.door_sign",
            printed=Printed(_("Door sign"), _("A4, PDF"), Audience.STAFF, in_nastaliq=True),
        ),
        Format(
            "place-cards",
            PDF,
            "pdf",
            "events.exports.pdf.place_cards",
            printed=Printed(
                _("Place cards"),
                _("Folded, two to a sheet"),
                Audience.STAFF,
                most_languages=2,
                on_card=True,
                in_nastaliq=True,
            ),
        ),
        Format(
            "lectern-cards",
            PDF,
            "pdf",
            "events.exports.pdf.lectern_cards",
            printed=Printed(
                _("Lectern cards"),
                _("Folded, one to a sheet"),
                Audience.STAFF,
                most_languages=2,
                on_card=True,
                in_nastaliq=True,
            ),
        ),
        Format(
            "reserved-signs",
            PDF,
            "pdf",
            "events.exports.pdf.reserved_signs",
            printed=Printed(
                _("Reserved seats"),
                _("Two signs to a sheet"),
                Audience.STAFF,
                most_languages=2,
                on_card=True,
                in_nastaliq=True,
            ),
        ),
        Format(
            "badges",
            PDF,
            "pdf",
            "events.exports.pdf.badges",
            printed=Printed(
                _("Name badges"),
                _("90 × 55 mm, with crop marks"),
                Audience.STAFF,
                on_card=True,
                in_nastaliq=True,
            ),
        ),
        Format(
            "envelopes",
            PDF,
            "pdf",
            "events.exports.pdf.envelopes",
            printed=Printed(
                _("Envelopes"),
                _("For speakers and hosts, PDF"),
                Audience.STAFF,
                copies=Copies.NONE,
                in_nastaliq=True,
                with_addresses=True,
            ),
        ),
        Format(
            "correction-slip",
            PDF,
            "pdf",
            "events.exports.pdf.correction_slip",
            printed=Printed(_("Correction slip"), _("Several to a sheet"), offered=False),
        ),
        Format(
            "press",
            PDF,
            "pdf",
            "events.exports.pdf.press_sheet",
            printed=Printed(
                _("Press sheet"),
                _("Facts and figures with their sources, A4, PDF"),
                Audience.STAFF,
                figures=True,
            ),
        ),
        Format("docx", DOCX, "docx", "events.exports.docx.programme", editable_of="a4"),
        Format(
            "run-sheet-docx",
            DOCX,
            "docx",
            "events.exports.docx.run_sheet",
            whole=True,
            editable_of="run-sheet",
        ),
        Format("ics", "text/calendar; charset=utf-8", "ics", "events.exports.ical"),
        Format("json", "application/json", "json", "events.exports.json", whole=True),
    )
}
