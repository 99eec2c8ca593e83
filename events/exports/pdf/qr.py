"""The address of a release as a QR code."""

from functools import lru_cache

import segno
from django.utils.safestring import SafeString
from django.utils.translation import gettext


def qr_code(address: str) -> SafeString:
    """Draw the address as a QR code that a scratched sheet can still be read from (level Q), in its quiet zone."""
    return _drawn(address, gettext("QR code of the address below"))


# The documents of a release have one address.
@lru_cache(maxsize=64)
def _drawn(address: str, title: str) -> SafeString:
    drawing = segno.make(address, error="q", micro=False)
    return SafeString(drawing.svg_inline(border=4, dark="#000", light=None, omitsize=True, title=title))
