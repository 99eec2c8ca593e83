from dataclasses import replace
from datetime import timedelta

from events.programme.choices import Audience
from events.programme.document import from_document, to_document
from tests.programmes import seminar


def elastic():
    """The seminar with its questions elastic: down to ten minutes, before anything else."""
    parts = tuple(
        replace(
            part,
            items=tuple(
                replace(item, least=timedelta(minutes=10), cut_order=1) if item.kind == "questions" else item
                for item in part.items
            ),
        )
        for part in seminar().parts
    )
    return replace(seminar(), parts=parts)


def test_how_far_an_item_may_be_cut_is_read_back():
    read = from_document(to_document(elastic()))

    assert [(item.least, item.cut_order) for item in read.items if item.kind == "questions"] == [
        (timedelta(minutes=10), 1)
    ]


def test_guests_do_not_see_how_far_a_speaker_may_be_cut():
    for audience in (Audience.PUBLIC, Audience.INVITED):
        seen = elastic().seen_by(audience)

        assert {(item.least, item.cut_order) for item in seen.items} == {(None, None)}
