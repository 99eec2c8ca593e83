"""Where WeasyPrint finds no place for a break in a table, or one under a heading."""

from functools import cache
from typing import Any


@cache
def install() -> None:
    """Break a table that begins a page between two groups of rows that are to stay together, rather than nowhere.

    WeasyPrint does so between two rows. Between groups it takes the first of them for something that stands before
    the table, leaves the page empty, and an assertion fails. Under a heading that begins a page, the row that finds no
    room is broken as one that begins the page itself is: else the heading has the page for itself.
    """
    from weasyprint.formatting_structure.boxes import TableRowBox, TableRowGroupBox
    from weasyprint.layout import block, table

    begins_the_page: list[bool] = []
    without_room: list[Any] = []
    lay_out, earlier_break = table.table_layout, table._find_earlier_page_break

    def table_layout(
        context: Any, box: Any, space: Any, skip: Any, around: Any, page_is_empty: bool, *boxes: Any
    ) -> Any:
        begins_the_page.append(page_is_empty)
        try:
            laid_out = lay_out(context, box, space, skip, around, page_is_empty, *boxes)
            while without_room:
                _let_break(box, without_room.pop())
                laid_out = lay_out(context, box, space, skip, around, page_is_empty, *boxes)
            return laid_out
        finally:
            begins_the_page.pop()

    def find_earlier_page_break(
        context: Any, element: Any, index: int, before: list[Any], page_is_empty: bool, *boxes: Any
    ) -> Any:
        found = earlier_break(context, element, index, before, page_is_empty, *boxes)
        if not (before and begins_the_page[-1]):
            return found
        if isinstance(element, TableRowBox):
            if found == (before, {index: None}) and _are_headings(before) and _is_kept_whole(element):
                without_room.append(element)
            return found
        stands_alone = isinstance(element, TableRowGroupBox)
        return (before, {index: None}) if found == (None, None) and stands_alone else found

    block.table_layout = table_layout
    table._find_earlier_page_break = find_earlier_page_break


def _let_break(table: Any, laid_out: Any) -> None:
    """Break a row that may have been ``laid_out`` as a copy where it has to be. Other rows have its style as well."""
    for row in (row for group in table.children for row in group.children):
        if row.element is laid_out.element:
            row.style = row.style.copy()
            row.style["break_inside"] = "auto"


def _are_headings(rows: list[Any]) -> bool:
    return all(row.style["break_after"] == "avoid" for row in rows)


def _is_kept_whole(row: Any) -> bool:
    return bool(row.style["break_inside"] == "avoid")
