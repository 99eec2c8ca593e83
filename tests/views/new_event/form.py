"""The form of a new event, as a browser sends it."""

NEW = "/desk/new/azembassy-islamabad/"


def form(hosts=(), **values):
    """What a browser sends; ``hosts`` are pairs of a key in the register and a new name."""
    rows = list(hosts) or [("", "")]
    sent = {
        "kind": "seminar",
        "title": "A commemoration",
        "languages": ["en"],
        "hosts-TOTAL_FORMS": len(rows),
        "hosts-INITIAL_FORMS": 0,
        **values,
    }
    for number, (key, name) in enumerate(rows):
        sent |= {f"hosts-{number}-organisation": key, f"hosts-{number}-new_name": name}
    return sent
