"""The demonstration with its content in letters that no word of the interface has: what stands in others is ours."""

import json
import unicodedata
from pathlib import Path

from events.operations import demonstration
from events.programme.languages import LANGUAGES

LETTERS = "âêîôûŵŷĉĝĥĵŝãñõĩ"
# A name in these languages is written in other letters than ours, and is so no English word.
APART = ("ru", "ur")
# What rules of the planner look for, and what names things among programs.
KEPT = {"city"}


def made_up(text: str) -> str:
    return "".join(_letter(each) for each in text)


def _letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Mn":
        return ""
    return LETTERS[ord(letter) % len(LETTERS)] if category.startswith("L") else letter


def write_made_up_demonstration(folder: Path) -> None:
    """Copy its files to the folder, from which it is then to be loaded."""
    for file in demonstration.DATA.glob("*.json"):
        data = json.loads(file.read_text(encoding="utf-8"))
        (folder / file.name).write_text(json.dumps(_made_up(data)), encoding="utf-8")


def _made_up(data: object, key: str = "") -> object:
    if isinstance(data, list):
        return [_made_up(each, key) for each in data]
    if not isinstance(data, dict):
        return data
    if data and data.keys() <= LANGUAGES.keys():
        return (
            data
            if key in KEPT
            else {code: text if code in APART else made_up(text) for code, text in data.items()}
        )
    made = {name: _made_up(value, name) for name, value in data.items()}
    for name in ("name", "note", "responsible", "carrier", "source"):
        # A source is named by its key too, a letter.
        if isinstance(made.get(name), str) and len(made[name]) > 1:
            made[name] = made_up(made[name])
    return made
