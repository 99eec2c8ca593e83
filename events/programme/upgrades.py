"""Documents of older formats, brought up step by step. A released step is never edited.

Format 1: the first one. It had no ``position_stated`` on an item and kept the length of an item in whole seconds.
Format 2: ``position_stated``; every length is an ISO 8601 duration.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from events.programme.sentence import sentence

FORMAT = 2


class FormatError(ValueError):
    """The document is of a format that this version of the planner cannot read."""


def upgrade(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document in the present format; the one given is left as it is."""
    number = document.get("format")
    if type(number) is not int or not 1 <= number <= FORMAT:
        raise FormatError(
            sentence(
                "format %(number)s is not known here: 1 to %(last)s can be read",
                number=repr(number),
                last=str(FORMAT),
            )
        )
    if number == FORMAT:
        return document
    document = deepcopy(document)
    for step in range(number, FORMAT):
        STEPS[step](document["programme"])
        document["format"] = step + 1
    return document


def _from_1(programme: dict[str, Any]) -> None:
    for part in programme.get("parts", []):
        for item in part.get("items", []):
            item["duration"] = f"PT{item['duration']}S"
            item["position_stated"] = True
    for child in programme.get("children", []):
        _from_1(child)


STEPS: dict[int, Callable[[dict[str, Any]], None]] = {1: _from_1}
