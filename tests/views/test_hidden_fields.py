"""Nobody reads what is said at a hidden field: what is wrong there is told on the page, or taken for what it can be."""

from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.forms.forms import BaseForm

from events import forms
from events.models import Person
from events.scoping import every_mission
from tests.factories import make_event, make_person, make_source
from tests.views.desk_addresses import phrase_of
from tests.views.registers.entries import sent

pytestmark = pytest.mark.django_db

BAD = ("", "nope", "-1", "1.5", "9" * 25, "9" * 5000, "a\x00b", "x" * 10_001)


def every_form(form=BaseForm):
    for found in iter_modules(forms.__path__):
        import_module(f"{forms.__name__}.{found.name}")
    for each in form.__subclasses__():
        yield each
        yield from every_form(each)


def test_hidden_field_of_a_form_refuses_nothing():
    hidden = {
        (form.__name__, name): field
        for form in every_form()
        if form.__module__.startswith(forms.__name__)
        for name, field in form.base_fields.items()
        if field.widget.is_hidden
    }

    assert ("PersonForm", "version") in hidden
    for field in hidden.values():
        for value in (None, *BAD):
            field.clean(value)


def changed(mission):
    """The address of what is changed, and what its form sends."""
    with every_mission():
        person, source, phrase = make_person(mission), make_source(mission), phrase_of(mission)
    at = f"/desk/{mission.slug}/"
    return {
        f"{at}people/{person.pk}/change/": {"name_en": "Another name"},
        f"{at}people/{person.pk}/erase/": {"sure": "on"},
        f"{at}figures/sources/{source.pk}/": {"key": "another"},
        f"{at}phrases/{phrase.pk}/change/": {"text_en": "other words"},
    }


def test_version_that_is_none_is_told_as_one_that_is_too_old(desk, mission):
    for address, typed in changed(mission).items():
        page = desk.get(address)
        assert page.status_code == 200, address
        for version in BAD:
            answer = desk.post(address, sent(page.context["form"], **typed, version=version))
            summary = answer.content.decode().partition('role="alert"')[2].partition("</div>")[0]

            assert answer.status_code == 409, (address, version)
            assert "<p>" in summary, address


def test_key_of_an_office_that_is_none_makes_a_new_office(desk, mission):
    with every_mission():
        person = make_person(mission)
    address = f"/desk/{mission.slug}/people/{person.pk}/change/"
    form = desk.get(address).context["form"]

    answer = desk.post(address, sent(form, [{"pk": "nope", "title_en": "Director", "ORDER": 1}]))

    with every_mission():
        assert answer.status_code == 302
        assert [each.title.data for each in Person.objects.get().offices.all()] == [{"en": "Director"}]


def test_form_of_which_nothing_arrived_is_never_refused_without_a_word(desk, mission):
    with every_mission():
        make_event(mission)

    answer = desk.post(f"/desk/{mission.slug}/seminar/figures/", {})

    assert answer.status_code == 302
