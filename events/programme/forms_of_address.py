"""What stands before a name to honour its bearer, as people type it: "H.E Farhadov", "Mr. Farhadov", "Zati-aliləri"."""

import re

FORMS = (
    r"H\.? ?E\b\.?",
    r"(?:His|Her|Your) Excellency",
    r"Mr|Mrs|Ms|Dr|Prof(?:essor)?|Ambassador|Amb",
    r"Zati-?aliləri|cənab|xanım|səfir",
    r"Его Превосходительство|Её Превосходительство|Ее Превосходительство|Е\. ?П\.?|г-н|г-жа|господин|госпожа|посол",
    r"Ekselansları|Sayın|Büyükelçi",
    r"عزت ?مآب|جناب|محترمہ|محترم|سفیر|ڈاکٹر|پروفیسر",
)
FORM = re.compile(rf"^(?:{'|'.join(FORMS)})(?:\.\s*|[\s\u00a0]+|$)", re.IGNORECASE)


def without_form_of_address(words: str) -> str:
    """Return the name alone, as far as one is left: "Farhadov" for "H.E Farhadov" and for "H.E. Mr. Farhadov"."""
    name = words.strip()
    while match := FORM.match(name):
        rest = name[match.end() :].strip()
        if not rest:
            break
        name = rest
    return name
