"""Why a programme from outside is not taken, and where in it that stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from events.models.many import clean_alone
from events.programme.sentence import Sentence, sentence


class ImportRefusedError(ValueError):
    """Nothing was imported; ``where`` is the path of what is wrong."""

    def __init__(self, where: str, what: str) -> None:
        # A sentence without its point would be a plain text, and stay in English.
        ended = what if isinstance(what, Sentence) else what.rstrip(".")
        super().__init__(sentence("%(where)s: %(what)s.", where=where, what=ended))


class RegisterError(ValueError):
    """The register holds something else under the same uid or name."""


@contextmanager
def refusing(where: str) -> Iterator[None]:
    """Refuse with the place where it is wrong."""
    try:
        yield
    except ValidationError as error:
        raise ImportRefusedError(where, "; ".join(_sentences(error))) from None
    except RegisterError as error:
        raise ImportRefusedError(where, error.args[0]) from None
    except IntegrityError:
        raise ImportRefusedError(
            where, sentence("something of the same name or uid is already kept here")
        ) from None


def check(where: str, row: Any) -> None:
    """Refuse a row that is wrong by itself."""
    with refusing(where):
        clean_alone(row)


def _sentences(error: ValidationError) -> list[str]:
    if hasattr(error, "message_dict"):
        return [
            message if field == "__all__" else f"{field}: {message}"
            for field, messages in error.message_dict.items()
            for message in messages
        ]
    return error.messages
