"""What a sheet may use: the drawings of the folder, pictures it was handed, and nothing else anywhere."""

from collections.abc import Mapping

from weasyprint.urls import URLFetcher, URLFetcherResponse

from typesetter.errors import REFUSED

DRAWING = "art:"
PICTURE = "picture:"


class BundledOnly(URLFetcher):
    """Answers ``art:NAME`` with one of the drawings, ``picture:KEY`` with a PNG, and refuses every other address.

    Both are in memory. Nothing is opened by URL, so that there is no redirect to follow.
    """

    def __init__(self, drawings: Mapping[str, bytes], pictures: Mapping[str, bytes]) -> None:
        self.drawings, self.pictures = drawings, pictures
        super().__init__(allowed_protocols=(), allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        for scheme, kept, kind in (
            (PICTURE, self.pictures, "image/png"),
            (DRAWING, self.drawings, "image/svg+xml"),
        ):
            content = kept.get(url.removeprefix(scheme)) if url.startswith(scheme) else None
            if content:
                return URLFetcherResponse(url, content, {"Content-Type": kind})
        raise ValueError(f"{REFUSED}: {url[:200]}")
