"""The page of the answers of speakers, sent as a browser would."""

from events.models import Person

ANSWERS = "/desk/azembassy-islamabad/seminar/answers/"


def shown(desk):
    return sent_by(desk.get(ANSWERS))


def sent_by(page):
    """What a browser would send of the page as it is shown."""
    data = {}
    for each in page.context["asked"]:
        for name in ("answer", "replaced_by", "was"):
            data[each.form.add_prefix(name)] = each.form[name].value() or ""
    printing = page.context["printing"]
    data["was"] = printing["was"].value() or ""
    if printing["prints_unconfirmed"].value():
        data["prints_unconfirmed"] = "on"
    return data


def replaced_by(mission, name):
    return next(p.pk for p in mission_people(mission) if str(p.name) == name)


def mission_people(mission):
    return Person.objects.filter(mission=mission)


def text(response):
    return response.content.decode()
