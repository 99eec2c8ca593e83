"""What a browser may do with our pages: nothing but show them."""

from typing import Any

from csp.constants import NONE, SELF

NO_PERMISSIONS: dict[str, list[str]] = {
    "accelerometer": [],
    "autoplay": [],
    "browsing-topics": [],
    "camera": [],
    "clipboard-read": [],
    "display-capture": [],
    "encrypted-media": [],
    "fullscreen": [],
    "gamepad": [],
    "geolocation": [],
    "gyroscope": [],
    "hid": [],
    "idle-detection": [],
    "local-fonts": [],
    "magnetometer": [],
    "microphone": [],
    "midi": [],
    "payment": [],
    "picture-in-picture": [],
    "publickey-credentials-get": [],
    "screen-wake-lock": [],
    "serial": [],
    "usb": [],
    "xr-spatial-tracking": [],
}


def content_security_policy(form_targets: list[str]) -> dict[str, Any]:
    """Return the policy for pages whose forms may also lead to ``form_targets`` (origins)."""
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF],
            "font-src": [SELF],
            "connect-src": [SELF],
            "form-action": [SELF, *form_targets],
            "manifest-src": [SELF],
            "base-uri": [NONE],
            "frame-ancestors": [NONE],
            "object-src": [NONE],
        },
    }


def headers_of_static_file(headers: Any, path: str, url: str) -> None:
    """Let a file of ours that is opened by itself fetch nothing, and stand in no frame."""
    headers["Content-Security-Policy"] = f"default-src {NONE}; frame-ancestors {NONE}"
