"""Fields that clean what they are given, whatever way it comes in."""

import json
from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from typing import Any
from uuid import uuid4
from zoneinfo import available_timezones

from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nCharField, I18nTextField
from i18nfield.strings import LazyI18nString

from events.models.worded import refusal
from events.programme.cleaning import clean_text
from events.programme.languages import LANGUAGES, RIGHT_TO_LEFT
from events.programme.scripts import foreign_name, foreign_word
from events.programme.text import Text
from events.programme.timing import NonexistentTimeError, moment

LONGEST_LINE = 300
LONGEST_TEXT = 20_000


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, word.value.replace("-", " ")) for word in words]


def one_of(field: str, words: type[StrEnum]) -> models.Q:
    """The condition that a column holds one of the words, for a constraint."""
    return models.Q(**{f"{field}__in": [word.value for word in words]})


def text_of(value: Any) -> Text:
    """Return what a translated field holds as a Text."""
    data = value.data if isinstance(value, LazyI18nString) else value
    if isinstance(data, Text):
        return data
    return Text.of(data) if data else Text()


def uid_field() -> models.UUIDField:
    """The name of a row among programs, for good."""
    taken = _("Something else with this uid is kept here already.")
    return models.UUIDField(unique=True, default=uuid4, editable=False, error_messages={"unique": taken})


class LineField(models.CharField):
    """One line in one language or none (a code, a key), cleaned."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return clean_text(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))


class _Translated:
    """Texts by language, kept as JSON; a plain string is refused since it does not say its language."""

    lines = False
    longest = LONGEST_LINE

    def _versions(self, value: Any) -> dict[str, str]:
        if isinstance(value, Text):
            return dict(value.versions)
        if isinstance(value, LazyI18nString):
            value = value.data
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except ValueError:
                value = {"": value}
        value = value or {}
        if not isinstance(value, dict) or "" in value:
            raise ValidationError(_("A translated text is given by language."), code="language")
        cleaned = {language: clean_text(text or "", lines=self.lines) for language, text in value.items()}
        return {language: text for language, text in cleaned.items() if text}

    def to_python(self, value: Any) -> Any:
        return None if value is None else LazyI18nString(self._versions(value))

    def get_prep_value(self, value: Any) -> Any:
        if value is None:
            return None
        versions = self._versions(value)
        return json.dumps(versions, sort_keys=True) if versions else ""

    def validate(self, value: Any, model_instance: models.Model) -> None:
        versions = self._versions(value)
        if not versions and not self.blank:  # type: ignore[attr-defined]
            raise ValidationError(self.error_messages["blank"], code="blank")  # type: ignore[attr-defined]
        for text in versions.values():
            if len(text) > self.longest:
                raise ValidationError(
                    _("At most %(longest)s characters; this text has %(length)s."),
                    params={"longest": self.longest, "length": len(text)},
                    code="too_long",
                )


class TranslatedLine(_Translated, I18nCharField):
    """One line in several languages: a title, a name."""


class TranslatedText(_Translated, I18nTextField):
    """Several lines in several languages."""

    lines = True
    longest = LONGEST_TEXT


WRONG_SCRIPT = {
    "LATIN": _("This language is written in Latin letters; “%(word)s” has others."),
    "CYRILLIC": _("This language is written in Cyrillic letters; “%(word)s” has others."),
    "ARABIC": _("This language is written in Arabic letters; “%(word)s” has others."),
}


def validate_script(name: str, language: str, *, of_person: bool) -> None:
    """A name is in the letters of its language: of a person each word, else one word at least."""
    word = foreign_word(name, language) if of_person else foreign_name(name, language)
    if word:
        words = WRONG_SCRIPT[LANGUAGES[language].script]
        raise ValidationError(words, params={"word": word}, code="script")


def validate_scripts(field: str, value: Any, *, of_person: bool) -> None:
    """The same for a name in several languages; the error stands at the field."""
    for language, name in text_of(value).versions:
        try:
            validate_script(name, language, of_person=of_person)
        except ValidationError as error:
            raise ValidationError({field: error}) from None


def validate_zone(name: str) -> None:
    if name not in available_timezones() or name.startswith(("Etc/", "posix/", "right/")):
        raise ValidationError(
            _("“%(name)s” is not the name of a time zone (Asia/Karachi)."), params={"name": name}, code="zone"
        )


def clock_error(at: time, on: date, zone: str) -> str:
    """Return in words why the clock time does not exist, "" where it does or the zone is none (its field says so)."""
    if zone not in available_timezones():
        return ""
    try:
        moment(at, on, zone)
    except NonexistentTimeError as error:
        return refusal(error)
    return ""


class ZoneField(LineField):
    """The IANA name of a time zone; an offset is never stored."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_zone]


# Languages in which a text may stand; only those of ``languages.LANGUAGES`` have dates and words of their own.
KNOWN_LANGUAGES = frozenset({*LANG_INFO, *LANGUAGES, *RIGHT_TO_LEFT})


def validate_language(code: str) -> None:
    if code not in KNOWN_LANGUAGES:
        raise ValidationError(
            _("There is no language with the code “%(code)s”."), params={"code": code}, code="language"
        )


def validate_languages(codes: Iterable[str]) -> None:
    codes = list(codes) if isinstance(codes, list | tuple) else [None]
    if (
        not codes
        or len(set(codes)) != len(codes)
        or not all(isinstance(c, str) and c.isalpha() for c in codes)
    ):
        raise ValidationError(
            _("Name at least one language, each once, by its code (en, az)."), code="languages"
        )
    for code in codes:
        validate_language(code)


class LanguagesField(models.JSONField):
    """Language codes in the order of preference."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_languages]
