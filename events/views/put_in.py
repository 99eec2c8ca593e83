"""An approved phrase put at the end of a text in a form that is being filled in; nothing is kept by it."""

from collections.abc import Collection, Iterable

from django.http import QueryDict

from events.models import Mission
from events.models.fields import text_of
from events.operations.phrases import phrases_for
from events.views.numbers import whole_number


def with_phrase_put_in(
    data: QueryDict, mission: Mission, fields: Collection[str], languages: Iterable[str]
) -> QueryDict:
    """Return what was sent with the phrase that it names in one of the ``fields``; as it is where it names none.

    One that is never translated goes into the text of every language as it is, another one where it has words.
    """
    row = phrases_for(mission).filter(pk=whole_number(data.get("phrase", "")) or 0).first()
    into = data.get("phrase_into", "")
    put_in = data.copy()
    if row is None or into not in fields:
        return put_in
    said = dict(text_of(row.text).versions)
    for language in languages:
        words = next(iter(said.values())) if row.never_translate else said.get(language, "")
        name = f"{into}_{language}"
        put_in[name] = " ".join(filter(None, [data.get(name, "").strip(), words]))
    return put_in
