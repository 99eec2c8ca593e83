"""What somebody is sent who comes to the public pages in a language, or to the desk, first and later in a visit."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.urls import reverse

from events.benchmarks.browser import Browser, Visit, chromium
from events.benchmarks.measuring import Sized
from events.benchmarks.population import populate, release_in
from events.benchmarks.scratch import OFFICER, Scratch
from events.benchmarks.serving import served
from events.models import User
from events.programme.languages import LANGUAGES


def first_in(language: str) -> Callable[[Scratch], Sized]:
    """The heaviest page to come to first, with all that it fetches, for the next page too."""
    return lambda scratch: Sized(_weighed(scratch)[language][0])


def later_in(language: str) -> Callable[[Scratch], Sized]:
    """The heaviest page to come to after the lightest one."""
    return lambda scratch: Sized(_weighed(scratch)[language][1])


def first_at_desk(language: str) -> Callable[[Scratch], Sized]:
    """The heaviest page for an officer of a language to come to first: the start, an event, its agenda with the printed
    sheet in sight."""
    return lambda scratch: Sized(_weighed_at_desk(scratch, language)[0])


def later_at_desk(language: str) -> Callable[[Scratch], Sized]:
    """The heaviest of them to come to after the lightest one."""
    return lambda scratch: Sized(_weighed_at_desk(scratch, language)[1])


@cache
def _weighed_at_desk(scratch: Scratch, language: str) -> tuple[int, int]:
    event = [scratch.event.mission.slug, scratch.event.slug]
    in_sight = f"{reverse('desk:agenda', args=event)}#h-paper"
    paths = [reverse("desk:desk", args=event[:1]), reverse("desk:event", args=event), in_sight]
    User.objects.filter(email=OFFICER).update(language=language)
    # Served without TLS, its cookie has a plain name.
    cookies = {"sessionid": str(scratch.client.session.session_key)}
    with served() as server, chromium() as browser:

        def sent(*addresses: str) -> int:
            """For the last one of these pages."""
            with Visit(browser) as visit:
                visit.log_in(server.address, cookies)
                return [visit.weigh(server.address + path) for path in addresses][-1]

        first = {path: sent(path) for path in paths}
        lightest = min(paths, key=first.__getitem__)
        later = [sent(lightest, path) for path in paths if path != lightest]
        return max(first.values()), max(later)


@cache
def _weighed(scratch: Scratch) -> dict[str, tuple[int, int]]:
    populate(scratch)
    pages = {language: _pages(scratch, language) for language in LANGUAGES}
    found = {}
    with served() as server, chromium() as browser:
        for language, paths in pages.items():
            addresses = [server.address + path for path in paths]
            first = {address: _first(browser, address) for address in addresses}
            lightest = min(addresses, key=first.__getitem__)
            with Visit(browser) as visit:
                visit.weigh(lightest)
                later = [visit.weigh(address) for address in addresses if address != lightest]
            found[language] = max(first.values()), max(later)
    return found


def _first(browser: Browser, address: str) -> int:
    with Visit(browser) as visit:
        return visit.weigh(address)


def _pages(scratch: Scratch, language: str) -> list[str]:
    """Each kind of public page; not the one of a file that is being made, for it becomes the file."""
    release = release_in(scratch, language)
    mission, day = release.mission_slug, release.programme.on
    if day is None:
        raise ValueError("The demonstration has no day.")
    paths = [
        reverse("events:home"),
        f"{reverse('events:home')}?month={day:%Y-%m}",
        reverse("events:mission", args=[mission]),
        reverse("events:event", args=[mission, release.event_slug]),
        reverse("events:sheets"),
        reverse("events:sheet", args=[release.code]),
    ]
    return [f"{path}{'&' if '?' in path else '?'}lang={language}" for path in paths]
