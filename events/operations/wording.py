"""Words that look wrong, put right where they stand."""

from events.models import Event, Member, User
from events.operations.deeds import deed
from events.operations.settling import NotOpenError
from events.operations.stale import locked_event
from events.operations.texts import write_text
from events.programme.lint import findings
from events.snapshot import take_snapshot


@deed(Member.Role.OFFICER)
def put_right(event: Event, key: str, *, by: User) -> str:
    """Write what is proposed in the place of the words found under this key, and return it.

    The key holds the words themselves, so that they are found as they stand now or not at all. Raises NotOpenError
    where they stand there no more, where only a person knows what is right, or where all missions share the text.
    """
    event = locked_event(event)
    found = next((each for each in findings(take_snapshot(event)) if each.key == key), None)
    if found is None or not found.may_be_put_right:
        raise NotOpenError("This has been settled already.")
    write_text(found.place, found.corrected, by=by)
    return found.slip.proposed or ""
