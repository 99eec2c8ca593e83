"""The outputs. Each is one module with ``render(programme, languages, site_url) -> bytes`` and one line in FORMATS."""

from dataclasses import dataclass
from importlib import import_module

from events.programme.value import Programme


class EmptyProgrammeError(ValueError):
    """The programme holds nothing that this format could show."""


@dataclass(frozen=True, slots=True)
class Format:
    """An output by its name on the command line and in addresses.

    ``suffix`` is that of a file name, without the dot. ``whole`` formats write down all that they are given, for
    staff as well; the others take out what is not for the public.
    """

    name: str
    media_type: str
    suffix: str
    module: str
    whole: bool = False

    def render(self, programme: Programme, languages: tuple[str, ...], site_url: str) -> bytes:
        """Return the file; the same arguments give the same octets. Raises EmptyProgrammeError.

        ``languages`` in the order wanted, ``site_url`` without a slash at its end.
        """
        # Loaded when asked for: a feed has no use for a typesetter.
        octets: bytes = import_module(self.module).render(programme, languages, site_url)
        return octets


FORMATS = {
    format_.name: format_
    for format_ in (
        Format("a4", "application/pdf", "pdf", "events.exports.pdf.a4"),
        Format("ics", "text/calendar; charset=utf-8", "ics", "events.exports.ical"),
        Format("json", "application/json", "json", "events.exports.json", whole=True),
    )
}
