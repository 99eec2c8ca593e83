"""The form of an entry in a register, sent as a browser would."""

DESK = "/desk/azembassy-islamabad/"
PEOPLE = f"{DESK}people/"


def sent(form, offices=(), **values):
    """What a browser would send: the form as it is shown, with some fields typed over."""
    kept = {name: form[name].value() for name in form.fields}
    data = {**{name: value for name, value in kept.items() if value not in (None, False)}, **values}
    rows = {f"offices-{n}-{key}": value for n, row in enumerate(offices) for key, value in row.items()}
    counts = {"offices-TOTAL_FORMS": len(offices), "offices-INITIAL_FORMS": 0}
    return {name: value for name, value in {**counts, **data, **rows}.items() if value is not None}


def new_person(desk, offices=(), **values):
    return desk.post(f"{PEOPLE}new/", sent(desk.get(f"{PEOPLE}new/").context["form"], offices, **values))


def text(response):
    return response.content.decode()
