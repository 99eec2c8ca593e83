"""Octets that are kept packed, and whoever has them already: the rules of HTTP for both."""

import gzip
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

# Whoever keeps a copy asks each time whether it still holds: what was withdrawn is gone from caches in between too.
CACHING = "public, no-cache"
# A strong validator stands for octets, and packed they are others.
PACKED = "-gzip"


def unchanged_answer(
    request: HttpRequest, digest: str, revised: int | None = None
) -> HttpResponseBase | None:
    """Return 304 to whoever has the octets already, packed or plain; else nothing.

    ``revised`` is in seconds since 1970; without it a date alone does not tell.
    """
    both = _etag(digest, packed=True), _etag(digest, packed=False)
    for etag in both if _accepts_gzip(request) else both[::-1]:
        response = get_conditional_response(request, etag=etag, last_modified=revised)
        if response is not None:
            response["ETag"] = etag
            response["Vary"] = "Accept-Encoding"
            return response
    return None


def packed_answer(
    request: HttpRequest, packed: bytes, digest: str, content_type: str, headers: dict[str, str]
) -> HttpResponse:
    """Return the octets as they are kept where gzip is accepted, else plain."""
    is_packed = _accepts_gzip(request)
    headers |= {"ETag": _etag(digest, packed=is_packed), "Vary": "Accept-Encoding"}
    if is_packed:
        headers["Content-Encoding"] = "gzip"
    octets = bytes(packed) if is_packed else gzip.decompress(packed)
    return HttpResponse(octets, content_type=content_type, headers=headers)


def _etag(digest: str, *, packed: bool) -> str:
    return f'"{digest}{PACKED if packed else ""}"'


def _accepts_gzip(request: HttpRequest) -> bool:
    return _names_gzip(request.META.get("HTTP_ACCEPT_ENCODING", ""))


@lru_cache(maxsize=64)
def _names_gzip(accepted: str) -> bool:
    """Whether gzip is named in Accept-Encoding, and not with a weight of nothing."""
    for offer in accepted.lower().split(","):
        name, _separator, weight = (part.strip() for part in offer.partition(";"))
        if name in ("gzip", "x-gzip"):
            return weight.replace(" ", "").rstrip("0") not in ("q=", "q=0.")
    return False
