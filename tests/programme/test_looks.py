"""Which colours a register takes, and that nothing printed in any look is too pale to be read."""

import re
from pathlib import Path

import pytest

from events.programme.choices import Register
from events.programme.looks import READABLE, accent_of, contrast, takes
from events.programme.value import Look

# WCAG 2.2, success criterion 1.4.3: text of 18 pt and more.
READABLE_IF_LARGE = 3.0
STYLES = Path(__file__).parents[2] / "events" / "exports" / "pdf" / "styles"
WHITE = "#ffffff"
TOKEN = re.compile(r"--([a-z]+): (#[0-9a-f]{6})")
TEXTS, GROUNDS = ("ink", "soft", "accent"), ("tint",)
SOBER = (Register.MOURNING, Register.MOURNING_AND_PRIDE, Register.SOLEMN)
ACCENTS = ("", "#12284c", "#7d1220", "#1d5c3a", "#0072ce", "#e4002b", "#9a7b3c", "#767676")


def tokens(register):
    """The colours of a sheet, the register's own over those that all share."""
    name = "mourning" if register.mourns else register.value
    shared, own = ((STYLES / f"{each}.css").read_text() for each in ("base", name))
    return {**dict(TOKEN.findall(shared)), **dict(TOKEN.findall(own))}


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#767676", WHITE) == contrast(WHITE, "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#12284c", "#12284c") == 1


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("register", Register)
def test_no_text_of_any_look_is_too_pale_on_any_of_its_grounds(register, accent):
    look = tokens(register)
    look["accent"] = accent_of(Look(accent=accent), register) or look["accent"]

    for text in TEXTS:
        assert contrast(look[text], WHITE) >= READABLE, text
        # The band of the silence holds no accent.
        for ground in GROUNDS:
            least = READABLE_IF_LARGE if text == "accent" else READABLE
            assert contrast(look[text], look[ground]) >= least, (text, ground)


@pytest.mark.parametrize("style", sorted(STYLES.glob("*.css")), ids=lambda path: path.name)
def test_no_colour_is_written_into_a_rule_that_could_not_be_read(style):
    for colour in re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", style.read_text()):
        assert contrast(colour, WHITE) >= READABLE, colour


@pytest.mark.parametrize("register", SOBER)
def test_mourning_and_solemn_sheets_take_dark_muted_colours_alone(register):
    taken = [colour for colour in ACCENTS if colour and takes(register, colour)]

    assert taken == ["#12284c", "#7d1220", "#1d5c3a"]


def test_other_sheets_take_what_can_be_read_on_white():
    taken = [colour for colour in ACCENTS if colour and takes(Register.FESTIVE, colour)]

    assert taken == ["#12284c", "#7d1220", "#1d5c3a", "#0072ce", "#e4002b", "#767676"]


def test_colour_that_the_register_forbids_is_not_used():
    assert accent_of(Look(accent="#e4002b"), Register.MOURNING) == ""
    assert accent_of(Look(accent="#e4002b"), Register.NEUTRAL) == "#e4002b"
    assert accent_of(Look(), Register.FESTIVE) == ""
