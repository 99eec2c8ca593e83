"""Where WeasyPrint would find no place for a break in a table, and give up the document."""

from functools import cache
from typing import Any


@cache
def install() -> None:
    """Break a table that begins a page between two groups of rows that are to stay together, rather than nowhere.

    WeasyPrint does so between two rows. Between groups it takes the first of them for something that stands before
    the table, leaves the page empty, and an assertion fails.
    """
    from weasyprint.formatting_structure.boxes import TableRowGroupBox
    from weasyprint.layout import block, table

    begins_the_page: list[bool] = []
    lay_out, earlier_break = table.table_layout, table._find_earlier_page_break

    def table_layout(
        context: Any, box: Any, space: Any, skip: Any, around: Any, page_is_empty: bool, *boxes: Any
    ) -> Any:
        begins_the_page.append(page_is_empty)
        try:
            return lay_out(context, box, space, skip, around, page_is_empty, *boxes)
        finally:
            begins_the_page.pop()

    def find_earlier_page_break(
        context: Any, element: Any, index: int, before: list[Any], page_is_empty: bool, *boxes: Any
    ) -> Any:
        found = earlier_break(context, element, index, before, page_is_empty, *boxes)
        stands_alone = begins_the_page[-1] and isinstance(element, TableRowGroupBox)
        return (before, {index: None}) if found == (None, None) and before and stands_alone else found

    block.table_layout = table_layout
    table._find_earlier_page_break = find_earlier_page_break
