"""The address of a release as a QR code."""

import segno
from django.utils.safestring import SafeString
from django.utils.translation import gettext


def qr_code(address: str) -> SafeString:
    """Draw the address as a QR code that a scratched sheet can still be read from (level Q), in its quiet zone."""
    drawing = segno.make(address, error="q", micro=False).svg_inline(
        border=4, dark="#000", light=None, omitsize=True, title=gettext("QR code of the address below")
    )
    return SafeString(drawing)
