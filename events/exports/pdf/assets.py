"""What a sheet may use: our fonts, stylesheets and drawings, pictures it was handed, and nothing else anywhere."""

from collections.abc import Mapping
from pathlib import Path

from weasyprint.urls import URLFetcher, URLFetcherResponse

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
STYLES = HERE / "styles"
ART = HERE / "art"

SCHEME = "art:"
PICTURE = "picture:"
DRAWINGS = {path.name: path for path in sorted(ART.glob("*.svg"))}


class BundledOnly(URLFetcher):
    """Answers ``art:NAME`` with one of our drawings, ``picture:KEY`` with a PNG, and refuses every other address.

    The name is looked up, never joined to a path. Nothing is opened by URL, so that there is no redirect to follow.
    """

    def __init__(self, pictures: Mapping[str, bytes] | None = None) -> None:
        self.pictures = pictures or {}
        super().__init__(allowed_protocols=(), allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith(PICTURE) and (picture := self.pictures.get(url.removeprefix(PICTURE))):
            return URLFetcherResponse(url, picture, {"Content-Type": "image/png"})
        drawing = DRAWINGS.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
        if drawing is None:
            raise ValueError(f"not one of the bundled drawings: {url[:200]}")
        return URLFetcherResponse(url, drawing.read_bytes(), {"Content-Type": "image/svg+xml"})
