"""Numbers that a page sent, which anybody may have written into it."""

# As many digits as the greatest key of a row has for sure.
MOST_DIGITS = 18


def whole_number(text: str) -> int | None:
    """Return the number that the digits say; None for anything else, and for more digits than any of ours has."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None
