"""Why nothing was set."""

from enum import StrEnum

# How a complaint begins that tells of a file or an address which a document was not given.
REFUSED = "not one of the bundled drawings"


class BusyError(RuntimeError):
    """Others are before this one, and it did not wait any longer. ``retry_after`` are seconds."""

    retry_after = 20

    def __init__(self) -> None:
        super().__init__("As many documents as the server sets at once are being set.")


class StoppedError(RuntimeError):
    """The process that set it is gone: it took too long, too much memory, or it fell."""


class Refusal(StrEnum):
    """Why a picture was not taken."""

    TOO_MANY_PIXELS = "too many pixels"
    TOO_LARGE = "too large"
    TOO_SMALL = "too small"
    NOT_WHOLE = "not whole"
