"""What Django and allauth say to people, in Urdu: their own catalogues have half of it."""

from pathlib import Path

import allauth
import django
import polib
import pytest
from django.conf import settings
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import override

from tests.reading import words_in

OURS = Path(settings.BASE_DIR) / "planner/locale/ur/LC_MESSAGES/django.po"
THEIRS = [
    *(Path(django.__file__).parent / name for name in ("conf/locale/ru", "contrib/auth/locale/ru")),
    Path(allauth.__file__).parent / "locale/ru",
]


def said_by_others():
    catalogues = (polib.pofile(str(folder / "LC_MESSAGES" / "django.po")) for folder in THEIRS)
    return {entry.msgid for catalogue in catalogues for entry in catalogue}


def test_each_borrowed_sentence_is_still_said_by_whom_it_is_borrowed_from():
    borrowed = {entry.msgid for entry in polib.pofile(str(OURS))}

    assert borrowed
    assert borrowed - said_by_others() == set()


def test_each_borrowed_sentence_is_in_urdu_with_its_own_punctuation():
    texts = [
        text
        for entry in polib.pofile(str(OURS))
        for text in (entry.msgstr, *entry.msgstr_plural.values())
        if text or not entry.msgid_plural
    ]

    assert "" not in texts
    assert [text for text in texts if set(text) & set(",;?")] == []


@pytest.mark.parametrize("password", ["short", "password1234", "officer-of-protocol"])
def test_refused_password_is_told_in_urdu(password, django_user_model):
    person = django_user_model(username="officer-of-protocol")

    with override("ur"), pytest.raises(ValidationError) as refused:
        password_validation.validate_password(password, person)

    assert refused.value.messages
    assert [word for told in refused.value.messages for word in words_in(told) if word.isascii()] == []
