"""A name is found by itself, whatever is typed before it to honour its bearer."""

import pytest

from events.programme.forms_of_address import without_form_of_address


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        # As one source prints the same person.
        ("H.E Farhadov", "Farhadov"),
        ("H.E  Farhadov", "Farhadov"),
        ("H.E. Farhadov", "Farhadov"),
        ("H. E. Khazar Farhadov", "Khazar Farhadov"),
        ("HE Farhadov", "Farhadov"),
        ("Mr. Farhadov", "Farhadov"),
        ("H.E. Mr. Farhadov", "Farhadov"),
        ("His Excellency Khazar Farhadov", "Khazar Farhadov"),
        ("Dr.Yamin", "Yamin"),
        ("Zati-aliləri Xəzər Fərhadov", "Xəzər Fərhadov"),
        ("Его Превосходительство Хазар Фархадов", "Хазар Фархадов"),
        ("г-н Фархадов", "Фархадов"),
        ("Sayın Farhadov", "Farhadov"),
        ("عزت مآب خضر فرہادوف", "خضر فرہادوف"),
    ],
)
def test_form_of_address_is_left_out(typed, name):
    assert without_form_of_address(typed) == name


@pytest.mark.parametrize(
    "name", ["Heydar Aliyev", "Drobny", "Hector", "P.Musayev", "Farhadov", "H.E.", "Mr", ""]
)
def test_name_that_only_begins_alike_is_whole(name):
    assert without_form_of_address(name) == name
