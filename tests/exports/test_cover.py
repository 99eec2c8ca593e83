"""What stands on the cover of a booklet stands within its frame."""

from dataclasses import replace

import pytest
from django.utils import translation

from events.exports.pdf.cover import cover_of
from events.exports.pdf.voice import WIDE, Voice
from events.programme.choices import PaperSize
from events.programme.text import Text
from tests.exports.released import released
from tests.programmes import seminar

LONG = "Documentary heritage and the responsibility of institutions of memory in the region "


def cover(programme, *languages):
    with translation.override(languages[0]):
        return cover_of(programme, languages, Voice(languages[0], programme.languages, keeps=WIDE))


def on_letter(programme):
    mission = programme.mission
    return replace(programme, mission=replace(mission, look=replace(mission.look, paper=PaperSize.LETTER)))


@pytest.mark.parametrize("language", ["en", "az", "ru", "ur"])
@pytest.mark.parametrize("paper", [released, lambda programme: on_letter(released(programme))])
def test_canonical_cover_has_its_drawing_in_full(language, paper):
    assert cover(paper(seminar()), language).setting == ""


def test_drawing_is_lower_the_more_words_there_are_and_none_at_last():
    settings = [
        cover(released(seminar(), theme=Text.of({"en": LONG * times})), "en").setting
        for times in (1, 5, 7, 8, 12, 40)
    ]

    assert settings == ["", "lower", "low", "bare", "bare dense", "bare dense over"]


def test_title_on_the_cover_of_a_narrow_booklet_has_the_lines_of_its_own_column():
    title = "آذربائیجانی عوام کا قومی عزم و ارادہ"

    assert cover(released(seminar()), "ur").masthead.title == title
    assert "<br>" in cover(on_letter(released(seminar())), "ur").masthead.title
