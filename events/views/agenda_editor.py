"""The editor of one item: its form, and who contributes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from events.forms.agenda import ItemForm
from events.models import Event, Item
from events.programme import value as v
from events.programme.choices import Role
from events.programme.languages import LANGUAGES
from events.programme.people import Contribution as ContributionValue
from events.templatetags.labels import label
from events.views.found_people import Found, resembling

# The texts of an item into which an approved phrase is put.
PHRASE_FIELDS = ("dedication", "text")


@dataclass(frozen=True)
class Contributor:
    """Who contributes, as the programme names them, with the row that holds it.

    ``offered`` are those of the registers whom plain words may mean.
    """

    pk: int
    value: ContributionValue
    answer: str
    offered: Sequence[Found] = ()

    @property
    def is_unconfirmed(self) -> bool:
        return bool(self.value.who.person and not self.value.who.person.confirmed)


@dataclass(frozen=True)
class Texts:
    """The fields of one text, a language each."""

    language: str
    title: Any
    dedication: Any
    text: Any
    staff_text: Any

    @property
    def is_written(self) -> bool:
        return bool(self.title.value())

    @property
    def has_errors(self) -> bool:
        return any(field.errors for field in (self.title, self.dedication, self.text, self.staff_text))


@dataclass(frozen=True)
class Editor:
    item: Item
    form: ItemForm
    contributors: Sequence[Contributor]
    query: str = ""
    wording: str = ""
    began: int | None = None

    @property
    def version(self) -> int:
        """The version from which the officer began, where it is not the one kept now."""
        return self.item.version if self.began is None else self.began

    @property
    def uid(self) -> str:
        return str(self.item.uid)

    @property
    def texts(self) -> list[Texts]:
        """The texts in each language, that in which the officer looks at the agenda first."""
        languages = sorted(self.form.languages, key=lambda language: language != self.wording)
        return [
            Texts(
                language,
                *(self.form[f"{name}_{language}"] for name in ("title", "dedication", "text", "staff_text")),
            )
            for language in languages
        ]

    @property
    def words(self) -> list[tuple[str, Any]]:
        """The words to print in each language, that in which the officer looks at the agenda first."""
        languages = sorted(self.form.languages_of("words"), key=lambda language: language != self.wording)
        return [(language, self.form[f"words_{language}"]) for language in languages]

    @property
    def has_words(self) -> bool:
        return any(field.value() for _language, field in self.words)

    @property
    def has_faulty_words(self) -> bool:
        return any(field.errors for _language, field in self.words)

    @property
    def phrase_fields(self) -> list[tuple[str, str]]:
        return [(name, str(self.form[f"{name}_{self.form.languages[0]}"].label)) for name in PHRASE_FIELDS]

    @property
    def roles(self) -> list[tuple[str, str]]:
        return [(role.value, label(role) or _("Speaker")) for role in Role]


def item_form(kept: Item, event: Event, page_language: str, data: QueryDict | None = None) -> ItemForm:
    languages = tuple(code for code in event.languages if code in LANGUAGES)
    return ItemForm(data, item=kept, languages=languages, page_language=page_language)


def editor_of(
    programme: v.Programme,
    event: Event,
    uid: str,
    page_language: str,
    form: ItemForm | None,
    query: str = "",
    wording: str = "",
) -> Editor | None:
    """Return the editor of an item, None if it is not in the event, which was read ``with_agenda``."""
    value = next((item for item in programme.items if item.uid == uid), None)
    kept = next(
        (item for part in event.parts.all() for item in part.items.all() if str(item.uid) == uid), None
    )
    if value is None or kept is None:
        return None
    contributors = [
        Contributor(row.pk, each, row.answer, resembling(each.who.words, event) if each.who.words else ())
        for row, each in zip(kept.contributions.all(), value.contributions, strict=True)
    ]
    return Editor(kept, form or item_form(kept, event, page_language), contributors, query, wording)


def first_field(item: Item, language: str, name: str = "title") -> str:
    """Return the id of the field that gets the focus: the title, or another text, in the language of the agenda."""
    return f"id_{item.uid.hex[:12]}_{name}_{language}"


def address(name: str, event: Event, *arguments: Any) -> str:
    return reverse(f"desk:{name}", args=[event.mission.slug, event.slug, *arguments])
