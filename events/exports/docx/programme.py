"""The programme as guests read it, as a Word file."""

from collections.abc import Sequence
from pathlib import Path

from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from events.exports.docx.sheet import Sheet
from events.exports.pdf import a4
from events.exports.pdf.back import Back
from events.exports.pdf.frame import check_languages
from events.exports.pdf.hours import DayRow
from events.exports.pdf.masthead import PICTURE, Drawing, Masthead
from events.exports.pdf.order import Contributor, Order, Row
from events.exports.pdf.proceedings import Within
from events.exports.pdf.voice import Voice, joined
from events.exports.pdf.words import Words
from events.exports.wishes import NO_WISHES, Beside, Wishes
from events.programme.choices import Audience
from events.programme.value import Programme

FLAGS = Path(__file__).parent / "flags"
# Heights in millimetres, as in print.
FLAG, EMBLEM = 11, 19
# The first column of the order, in hundredths of the width.
BESIDE_WIDTHS = {Beside.TIMES: 15, Beside.LENGTHS: 15, Beside.NUMBERS: 8}


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return the programme with what the printed one says, its emblem and its flags. Raises what ``a4`` raises.

    It carries no address that would call it current: whoever changes it leaves the release.
    """
    check_languages(languages)
    programme = programme.seen_by(Audience.PUBLIC)
    with translation.override(languages[0]):
        shown = a4.sheet(programme, languages[0], site_url, wishes.beside, keeps=0)
        sheet = Sheet(programme, Voice(languages[0], programme.languages, phrases=programme.phrases))
        _masthead(sheet, shown["masthead"], wishes)
        for line in shown["purpose"]:
            sheet.say(line, "Centred")
        if shown["hours"]:
            _hours(sheet, shown["hours"])
        if shown["order"].groups or shown["is_to_be_announced"]:
            sheet.say(gettext("Order of proceedings"), "Heading 1")
            _order(sheet, shown["order"])
        for held in shown["within"]:
            _within(sheet, held)
        _back(sheet, shown["back"])
        for each in shown["words"]:
            _words(sheet, each)
        return sheet.octets()


def _masthead(sheet: Sheet, masthead: Masthead, wishes: Wishes) -> None:
    if masthead.emblem:
        _draw(sheet, sheet.say("", "Centred"), masthead.emblem, EMBLEM, wishes)
    for line in masthead.letterhead:
        sheet.say(line, "Centred")
    if masthead.hosts:
        table = sheet.table([1] * len(masthead.hosts), ruled=False)
        # Which host stands first is protocol's, never that of the direction of the text.
        table.table_direction = None
        if masthead.has_flags:
            for cell, host in zip(sheet.row(table), masthead.hosts, strict=True):
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
                if host.flag:
                    _draw(sheet, cell.paragraphs[0], host.flag, FLAG, wishes)
        for cell, host in zip(sheet.row(table), masthead.hosts, strict=True):
            sheet.fill(cell, [host.name], bold=True)
            sheet.fill(cell, [host.city])
            for paragraph in cell.paragraphs:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    lines = (
        (masthead.status, "Centred", True),
        (joined(" · ", masthead.kicker), "Centred", False),
        (masthead.title, "Title", False),
        (masthead.subtitle, "Subtitle", False),
        (masthead.theme, "Subtitle", False),
        (masthead.other_title, "Subtitle", False),
        (joined(" · ", masthead.when), "Centred", True),
        (masthead.where, "Centred", False),
    )
    for html, style, bold in lines:
        if html:
            sheet.say(html, style, bold=bold)


def _draw(sheet: Sheet, paragraph: Paragraph, drawing: Drawing, height: float, wishes: Wishes) -> None:
    """Draw what the printed sheet shows; Word takes no SVG of ours, so that a flag has a PNG drawn from it."""
    source, _, name = drawing.address.partition(":")
    is_uploaded = f"{source}:" == PICTURE
    octets = wishes.pictures.get(name) if is_uploaded else (FLAGS / name).with_suffix(".png").read_bytes()
    if octets:
        sheet.picture(paragraph, octets, height, drawing.description)


def _hours(sheet: Sheet, days: Sequence[DayRow]) -> None:
    sheet.say(gettext("Opening hours"), "Heading 1")
    table = sheet.table([34, 24, 42], [gettext("Day"), gettext("Open"), gettext("Note")])
    for day in days:
        for cell, words in zip(sheet.row(table), (day.day, day.hours, day.note), strict=True):
            sheet.fill(cell, [words])


def _order(sheet: Sheet, order: Order) -> None:
    if not order.groups:
        sheet.say(gettext("To be announced"), "Centred")
        return
    first = [BESIDE_WIDTHS[order.beside]] if order.has_times else []
    rest = 100 - sum(first)
    head = [_beside_words(order.beside)] if order.has_times else []
    table = sheet.table(
        [*first, rest * 0.55, rest * 0.45], [*head, gettext("Proceedings"), gettext("Speaker")]
    )
    for group in order.groups:
        if group.heading:
            sheet.band(table, group.heading)
        for row in group.rows:
            _row(sheet, sheet.row(table, tinted=row.is_silence), row)


def _beside_words(beside: Beside) -> str:
    if beside is Beside.LENGTHS:
        return gettext("Length")
    if beside is Beside.NUMBERS:
        return pgettext("running number of an item", "No.")
    return gettext("Time")


def _row(sheet: Sheet, cells: Sequence, row: Row) -> None:
    *beside, what, who = cells
    for cell in beside:
        sheet.fill(cell, [row.time])
    sheet.fill(what, [row.title], bold=row.is_silence)
    sheet.fill(what, [row.dedication, *row.below])
    for each in row.contributors:
        sheet.fill(who, [_named(each)], bold=True)
        # Whoever edits the file wants it on two pages: those who speak have their offices in the list of speakers.
        if not each.is_listed:
            sheet.fill(who, [each.offices])
    sheet.fill(who, [joined(" · ", [_named(each) for each in pair]) for pair in row.pairs], bold=True)
    sheet.fill(who, [*row.beside, *row.cues])


def _named(contributor: Contributor) -> SafeString:
    role, name = contributor.role, contributor.name
    return format_html("{}: {}", role, name) if role else name


def _within(sheet: Sheet, held: Within) -> None:
    sheet.say(held.title, "Heading 1")
    sheet.say(joined(" · ", held.when), "Centred")
    if held.where:
        sheet.say(held.where, "Centred")
    _order(sheet, held.order)


def _back(sheet: Sheet, back: Back) -> None:
    if back.remembrance:
        memory = back.remembrance
        sheet.say(gettext("In remembrance") if back.mourns else gettext("The occasion"), "Heading 1")
        for line in (memory.day, memory.anniversary):
            if line:
                sheet.say(line, "Centred", bold=True)
        for line in memory.message:
            sheet.say(line)
        for each in memory.figures:
            sheet.say(each.text)
            sheet.say(each.source, "Small")
    if back.speakers:
        sheet.say(gettext("Speakers"), "Heading 1")
        for speaker in back.speakers:
            sheet.say(speaker.name, bold=True).paragraph_format.keep_with_next = bool(speaker.offices)
            if speaker.offices:
                sheet.say(speaker.offices)
    supporters = [format_html("{} ({})", each.name, each.role) for each in back.supporters]
    for heading, lines in (
        (gettext("For our guests"), back.guests),
        (gettext("With thanks to"), supporters),
        (gettext("Note"), back.note),
    ):
        if lines:
            sheet.say(heading, "Heading 1")
        for line in lines:
            sheet.say(line)


def _words(sheet: Sheet, words: Words) -> None:
    sheet.say(words.title, "Heading 1")
    table = sheet.table([1] * len(words.heads), ruled=False)
    # The original stands on the left, as in print.
    table.table_direction = None
    for row in (words.heads, *words.stanzas):
        for cell, said in zip(sheet.row(table), row, strict=True):
            sheet.fill(cell, [said.html], bold=row is words.heads, language=said.language)
