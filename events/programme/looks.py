"""Which colours may stand on a sheet: they are read by everybody, and the register of the day bounds them.

Contrast is that of WCAG 2.2 (relative luminance, success criterion 1.4.3): 4.5 for text, 3 for text of 18 pt and more.
"""

from events.programme.choices import Register
from events.programme.value import Look

WHITE = "#ffffff"
READABLE = 4.5
# On a sheet of mourning or of a solemn day a colour is nearly black: far from the white of the paper, and muted.
DARK = 7.0
MUTED = 0.45
SOBER = {Register.MOURNING, Register.MOURNING_AND_PRIDE, Register.SOLEMN}


def accent_of(look: Look, register: Register) -> str:
    """Return the mission's colour where the register takes it; empty where the register's own one stands."""
    return look.accent if look.accent and takes(register, look.accent) else ""


def takes(register: Register, colour: str) -> bool:
    if register in SOBER:
        return contrast(colour, WHITE) >= DARK and _chroma(colour) <= MUTED
    return contrast(colour, WHITE) >= READABLE


def contrast(colour: str, other: str) -> float:
    """Return the ratio of two colours ("#12284c"), 1 for the same one, 21 for black and white."""
    lighter, darker = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _chroma(colour: str) -> float:
    """Return how far a colour is from grey, 0 to 1."""
    return max(_channels(colour)) - min(_channels(colour))
