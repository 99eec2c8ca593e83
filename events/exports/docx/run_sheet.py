"""The run sheet of the team, as a Word file."""

from collections.abc import Sequence

from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from events.exports.docx.sheet import Sheet
from events.exports.pdf import run_sheet
from events.exports.pdf.frame import check_languages
from events.exports.pdf.run_sheet import Group, Row, Who
from events.exports.pdf.voice import Voice, joined
from events.exports.wishes import NO_WISHES, Wishes
from events.programme.value import Programme

# In proportion: done, clock, length, item, who, place, for the team, cues, responsible.
WIDTHS = (16, 22, 26, 50, 46, 24, 36, 28, 24)
BOX = "☐"


def render(
    programme: Programme, languages: tuple[str, ...], site_url: str, wishes: Wishes = NO_WISHES
) -> bytes:
    """Return all that the printed run sheet says. Raises what it raises."""
    check_languages(languages)
    with translation.override(languages[0]):
        shown = run_sheet.sheet(programme, languages[0], site_url, wishes, keeps=0)
        sheet = Sheet(
            programme,
            Voice(languages[0], programme.languages, phrases=programme.phrases),
            landscape=True,
            size=9,
        )
        sheet.say(gettext("Run sheet"), "Centred")
        sheet.say(shown["title"], "Title")
        sheet.say(joined(" · ", [shown["status"], *shown["when"], shown["where"]]), "Centred")
        staff = gettext("For staff alone; not to be handed out")
        sheet.say(joined(" · ", [shown["ends_by"], staff]), "Centred", bold=True)
        if shown["groups"]:
            _table(sheet, shown["groups"])
        else:
            sheet.say(gettext("The agenda has no items yet."))
        return sheet.octets()


def _table(sheet: Sheet, groups: Sequence[Group]) -> None:
    head = [
        gettext("Done"),
        gettext("Clock"),
        gettext("Length"),
        gettext("Item"),
        gettext("Who"),
        gettext("Place"),
        gettext("For the team"),
        gettext("Cues"),
        gettext("Responsible"),
    ]
    table = sheet.table(WIDTHS, head)
    for group in groups:
        staff = gettext("Staff alone") if group.is_for_staff else ""
        sheet.band(table, joined(" · ", [group.event, group.heading, staff]))
        for row in group.rows:
            for each in row.before:
                sheet.band(table, each.words)
            _row(sheet, sheet.row(table), row)


def _row(sheet: Sheet, cells: Sequence, row: Row) -> None:
    done, at, length, what, who, place, staff, cues, officer = cells
    sheet.fill(done, [BOX])
    sheet.fill(at, [*row.clocks, row.elsewhere] if row.clocks else ["–"])
    sheet.fill(length, [row.length])
    sheet.fill(what, [joined(" ", [str(row.number or ""), row.title])], bold=True)
    protected = [gettext("Protected")] if row.is_protected else []
    sheet.fill(what, [row.dedication, joined(" · ", [*protected, *row.marks])])
    sheet.fill(who, [_who(each) for each in row.who])
    sheet.fill(place, [row.place])
    sheet.fill(staff, row.staff_text)
    sheet.fill(cues, row.cues)
    sheet.fill(officer, [row.responsible])


def _who(who: Who) -> SafeString:
    named = format_html("{}: {}", who.role, who.said) if who.role else who.said
    return joined(" ", [named, who.answer])
