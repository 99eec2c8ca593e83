"""How a letter to a person or an organisation is addressed: name, office, organisation and its city, a line each."""

from collections.abc import Iterable

from events.programme import names
from events.programme.people import Organisation, Person, upwards
from events.programme.text import Text, Wording

# In which language a body of the state is written to. Where a state has several, as Pakistan has English and Urdu,
# whoever writes chooses.
WRITTEN_TO = {"AZ": "az", "RU": "ru", "TR": "tr"}


def language_of_side(organisations: Iterable[Organisation], name: Text, language: str) -> str:
    """Return the language of the state to which the addressee's organisation belongs, if ``name`` is stated in it; else
    ``language``."""
    for organisation in organisations:
        side = WRITTEN_TO.get(organisation.country, "")
        if side in name.languages:
            return side
    return language


def envelope(person: Person, language: str, fallback: tuple[str, ...] = ()) -> Wording:
    """Return the lines of the envelope, with the first office alone, all of them in the language of the name.

    What is not stated in that language is left out.
    """
    name = names.full_name(person, language, fallback)
    lines = [name.text]
    lines += [_in(text, name.language) for text in (person.academic_title, person.rank)]
    for office in person.offices[:1]:
        title = _in(office.title, name.language)
        organisations = [_in(each.name, name.language) for each in upwards(office.organisation)]
        lines += [title, *(each for each in organisations if each not in title)]
        lines.append(_in(office.organisation.city, name.language) if office.organisation else "")
    return Wording("\n".join(line for line in lines if line), name.language)


def envelope_of_organisation(
    organisation: Organisation, language: str, fallback: tuple[str, ...] = ()
) -> Wording:
    """Return the organisation, that to which it belongs, and its city, all in the language of its name."""
    name = organisation.name.wording(language, fallback)
    above = [_in(each.name, name.language) for each in upwards(organisation.parent)]
    lines = [name.text, *above, _in(organisation.city, name.language)]
    return Wording("\n".join(line for line in lines if line), name.language)


def _in(text: Text, language: str) -> str:
    return " ".join(dict(text.versions).get(language, "").split())
