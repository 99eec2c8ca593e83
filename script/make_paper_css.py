#!/usr/bin/env python3
"""Make events/static/events/desk-paper.css: the stylesheets of the printed A4 sheet, for a small sheet on the desk.

    script/make_paper_css.py            write it
    script/make_paper_css.py --check    fail if it is not what the sheets for print give

Lengths become shares of the sheet's width, so that the sheet is as large as there is room; rules for pages go.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "events" / "exports" / "pdf" / "styles"
PAPER = ROOT / "events" / "static" / "events" / "desk-paper.css"
SHEETS = {
    "base": "",
    "a4": "",
    "mourning": ".is-mourning",
    "solemn": ".is-solemn",
    "neutral": ".is-neutral",
    "festive": ".is-festive",
    "rtl": "[dir=rtl]",
}
WIDTH = 210
MILLIMETRES = {"mm": 1, "pt": 25.4 / 72, "cm": 10}
LENGTH = re.compile(r"(?<![\w#.-])(-?)(\d*\.?\d+)(mm|pt|cm)\b")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
FONTS = {
    "'EB Garamond'": '"Planner Serif"',
    "'Noto Sans'": '"Planner Sans"',
    "'Noto Naskh Arabic'": '"Planner Naskh"',
}
ONLY_IN_PRINT = re.compile(
    r"\s*(?:string-set|image-rendering|break-(?:after|before|inside)|orphans|widows)\s*:[^;]*;?"
)
HEAD = "/* Made by script/make_paper_css.py from the stylesheets of the printed sheet. 1 cqw is 2.1 mm. */\n"


def main(arguments: list[str]) -> int:
    made = HEAD + "".join(_sheet(name, within) for name, within in SHEETS.items())
    if arguments == ["--check"]:
        if PAPER.read_text(encoding="utf-8") != made:
            print("desk-paper.css is not what the printed sheets give; script/make_paper_css.py makes it.")
            return 1
        return 0
    PAPER.write_text(made, encoding="utf-8")
    return 0


def _sheet(name: str, within: str) -> str:
    css = COMMENT.sub("", (STYLES / f"{name}.css").read_text(encoding="utf-8"))
    return "".join(_rule(selectors, body, within) for selectors, body in _rules(css))


def _rules(css: str) -> list[tuple[str, str]]:
    """Return the rules, without those of pages, whose boxes stand in braces of their own."""
    rules, start, depth, opened = [], 0, 0, 0
    for at, letter in enumerate(css):
        if letter == "{":
            depth += 1
            if depth == 1:
                opened = at
        elif letter == "}":
            depth -= 1
            if depth == 0:
                rules.append((css[start:opened].strip(), css[opened + 1 : at].strip()))
                start = at + 1
    return [(selectors, body) for selectors, body in rules if not selectors.startswith("@")]


def _rule(selectors: str, body: str, within: str) -> str:
    body = ONLY_IN_PRINT.sub("", body)
    body = LENGTH.sub(_share, body)
    for printed, ours in FONTS.items():
        body = body.replace(printed, ours)
    body = " ".join(body.split())
    if not body:
        return ""
    scoped = ", ".join(_scoped(each.strip(), within) for each in selectors.split(","))
    return f"{scoped} {{ {body} }}\n"


def _scoped(selector: str, within: str) -> str:
    page = f".paper-page{within}"
    if selector in (":root", "html", "body"):
        return page
    return f"{page} {selector}"


def _share(found: re.Match[str]) -> str:
    sign, number, unit = found.groups()
    share = float(number) * MILLIMETRES[unit] * 100 / WIDTH
    return f"{sign}{share:.3f}".rstrip("0").rstrip(".") + "cqw"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
