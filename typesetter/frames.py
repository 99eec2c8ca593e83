"""What crosses between the planner and the typesetter: a line of JSON, and octets behind it."""

from __future__ import annotations

import json
import socket
import struct
import time
from collections.abc import Mapping
from typing import Any

HEAD = struct.Struct("!II")
# In one frame: a PDF with its pictures, or the HTML of a long programme.
MOST_OCTETS = 64 * 1024 * 1024
A_PIECE = 1 << 16


class TooMuchError(ValueError):
    """The other side sends more than it may."""


def send(to: socket.socket, said: Mapping[str, Any], *blobs: bytes) -> None:
    text = json.dumps({**said, "blobs": [len(blob) for blob in blobs]}).encode()
    to.sendall(b"".join([HEAD.pack(len(text), sum(len(blob) for blob in blobs)), text, *blobs]))


def receive(
    of: socket.socket, until: float | None = None, most: int = MOST_OCTETS
) -> tuple[dict[str, Any], list[bytes]]:
    """Return what is said and the octets behind it.

    Raises EOFError where the other side is gone, TimeoutError once the monotonic clock says ``until``, TooMuchError.
    """
    text_length, blobs_length = HEAD.unpack(_octets(of, HEAD.size, until))
    if text_length + blobs_length > most:
        raise TooMuchError(f"{text_length + blobs_length} octets are more than {most}.")
    said = json.loads(_octets(of, text_length, until))
    blobs, rest = [], _octets(of, blobs_length, until)
    for length in said.pop("blobs"):
        blobs.append(rest[:length])
        rest = rest[length:]
    return said, blobs


def _octets(of: socket.socket, length: int, until: float | None) -> bytes:
    pieces = bytearray()
    while len(pieces) < length:
        if until is not None:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            of.settimeout(left)
        piece = of.recv(min(A_PIECE, length - len(pieces)))
        if not piece:
            raise EOFError
        pieces += piece
    return bytes(pieces)
