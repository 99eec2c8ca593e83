"""Files as they are to be, octet for octet. ``UPDATE_GOLDEN=1 pytest …`` writes them anew; read the difference then."""

import os
from pathlib import Path

GOLDEN = Path(__file__).with_name("golden")


def golden(name: str, octets: bytes) -> bytes:
    """Return the golden file of that name, which is written first where that was asked for."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(octets)
    return path.read_bytes()
