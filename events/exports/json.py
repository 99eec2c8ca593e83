"""A programme as data, the format of ``docs/file-formats.md``: a promise to those who read it."""

from urllib.parse import quote

from events.programme.document import dumps, to_document
from events.programme.value import Programme


def render(programme: Programme, languages: tuple[str, ...], site_url: str) -> bytes:
    """Return all of ``programme`` as JSON, in all its languages whatever ``languages`` asks for.

    What the public may not see has to be taken out before (``seen_by``).
    """
    document = to_document(programme)
    links = _links(programme, site_url.rstrip("/"))
    return dumps({"format": document["format"], "links": links, "programme": document["programme"]}).encode()


def _links(programme: Programme, site_url: str) -> dict[str, str | None]:
    page = f"{site_url}/{quote(programme.mission.slug)}/{quote(programme.slug)}/"
    release = programme.release
    return {
        "page": page,
        "data": f"{page}programme.json",
        "pdf": f"{page}programme.pdf",
        "calendar": f"{page}event.ics",
        "mission_calendar": f"{site_url}/calendars/{quote(programme.mission.slug)}.ics",
        "release": f"{site_url}/v/{quote(release.code)}/" if release else None,
    }
