"""What a member wants to see printed, read from the address; every document is made of it in one way."""

import logging
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.exports import FORMATS, EmptyProgrammeError, Printed
from events.exports.pdf.errors import (
    LanguagesNotOfferedError,
    MissingGlyphError,
    NoRoomError,
    ProgrammeTooLongError,
)
from events.exports.wishes import NASTALIQ, Beside, EnvelopeSize, Wishes
from events.forms.print_choice import DRAFT, PrintChoiceForm
from events.models import Event, Release
from events.printing import draft_file_of, file_of, make
from events.programme.alternat import alternating
from events.programme.value import Programme
from events.views.event_frame import working_copy

log = logging.getLogger(__name__)

DOCUMENTS: dict[str, Printed] = {name: each.printed for name, each in FORMATS.items() if each.printed}
# The file for hands to change, by the name of the document that it is of.
EDITABLES = {each.editable_of: name for name, each in FORMATS.items() if each.editable_of}
NOT_DRAWN = _("Its pages cannot be shown here.")


@dataclass(frozen=True, slots=True)
class Choice:
    """``release`` is None for the working copy."""

    programme: Programme
    release: Release | None
    languages: tuple[str, ...]
    wishes: Wishes

    @property
    def query(self) -> str:
        """What an address of one document ends with, that the usual choice does not say."""
        said = {
            "release": str(self.release.number) if self.release else "",
            "lang": ",".join(self.languages) if self.languages != (self.programme.own_language,) else "",
            "beside": self.wishes.beside or "",
            "script": NASTALIQ if self.wishes.nastaliq else "",
            "envelope": self.wishes.envelope or "",
            "copy_for": self.wishes.copy_for,
        }
        query = urlencode({name: value for name, value in said.items() if value}, safe=",")
        return f"?{query}" if query else ""

    @property
    def copy(self) -> list[str]:
        """What the name of a file says of whose copy it is: the host's place, from 1."""
        hosts = alternating(self.programme)
        return [
            f"copy-{place}"
            for place, host in enumerate(hosts, 1)
            if host.organisation.uid == self.wishes.copy_for
        ]

    def languages_of(self, name: str) -> tuple[str, ...]:
        """As many of the languages as the document holds at once."""
        printed = DOCUMENTS.get(name)
        return self.languages[: printed.most_languages if printed else 1]

    def file(self, name: str) -> bytes:
        """Return the document as PDF, or as a file for hands to change, which is not kept; raises as ``file_of``."""
        languages = self.languages_of(name)
        if FORMATS[name].editable_of:
            return make(FORMATS[name], self.programme, languages, self.wishes)
        wishes = DOCUMENTS[name].fitting(self.wishes, languages)
        if self.release:
            return file_of(self.release, name, languages, wishes)
        return draft_file_of(self.programme, name, languages, wishes)

    def file_or_why(self, name: str) -> tuple[bytes, str | Promise]:
        """Return the document, or why there is none, in words."""
        try:
            return self.file(name), ""
        except EmptyProgrammeError:
            return b"", _("There is nothing to put on it yet.")
        except LanguagesNotOfferedError:
            return b"", _("It is not made in this language.")
        except MissingGlyphError as error:
            named = " ".join(f"{each} (U+{ord(each):04X})" for each in error.characters)
            words = _("The fonts for print cannot draw %(characters)s. Write this in another way.")
            return b"", words % {"characters": named}
        except NoRoomError as error:
            words = _("A text of %(letters)s letters has no room on it. It begins “%(begins)s”. Shorten it.")
            return b"", words % {"letters": error.letters, "begins": error.begins}
        except ProgrammeTooLongError:
            log.exception("%s is too long for %s.", self.programme.slug, name)
            return b"", _("The programme is longer than this document can hold.")


def choice_of(request: HttpRequest, event: Event) -> tuple[PrintChoiceForm | None, Choice | None, str]:
    """Return the form, what was chosen where it can be had, and why the working copy cannot be read."""
    releases = list(Release.objects.filter(event=event).order_by("-number"))
    release, problem = None, ""
    wanted = request.GET.get("release") or DRAFT
    if wanted == DRAFT:
        programme, problem = working_copy(event)
    else:
        release = next((each for each in releases if str(each.number) == wanted), None)
        if release is None:
            raise Http404(_("There is no such release."))
        programme = release.programme
    form = PrintChoiceForm(
        request.GET,
        releases=releases,
        documents=[(name, printed.title) for name, printed in DOCUMENTS.items()],
        languages=programme.languages if programme else tuple(event.languages),
        own_language=programme.own_language if programme else event.languages[0],
        hosts=_hosts(programme) if programme else (),
    )
    if programme is None or not form.is_valid():
        return form, None, problem
    said = form.cleaned_data
    wishes = Wishes(
        Beside(said["beside"]) if said["beside"] else None,
        nastaliq=bool(said.get("script")),
        copy_for=said.get("copy_for", ""),
        envelope=EnvelopeSize(said["envelope"]) if said["envelope"] else None,
    )
    return form, Choice(programme, release, tuple(said["lang"].split(",")), wishes), ""


def _hosts(programme: Programme) -> list[tuple[str, str]]:
    """The hosts for whom a copy of their own can be made, by name."""
    language = get_language() or "en"
    return [
        (host.organisation.uid, host.organisation.name.wording(language, programme.languages).text)
        for host in alternating(programme)
    ]


def choice_or_404(request: HttpRequest, event: Event) -> Choice:
    form, choice, problem = choice_of(request, event)
    if choice is None:
        errors = [problem, *(each for field in form.errors.values() for each in field)] if form else [problem]
        raise Http404(" ".join(each for each in errors if each))
    return choice
