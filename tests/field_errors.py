"""What a page says at its fields that were not taken."""

from html.parser import HTMLParser

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "path", "source", "use", "wbr"})


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.texts, self.marked = [], {}, {}

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if given.get("aria-invalid") == "true" and given.get("name"):
            self.marked.setdefault(given["name"], []).extend(given.get("aria-describedby", "").split())
        if tag not in VOID:
            self.open.append((tag, given.get("id")))

    def handle_endtag(self, tag):
        if tag in (name for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        for _, own_id in self.open:
            if own_id and "error" in own_id:
                self.texts[own_id] = f"{self.texts.get(own_id, '')} {data.strip()}".strip()


def errors_at_fields(html):
    """Return by name of each field that is marked as wrong what is said there: the sentences that describe it."""
    page = _Reader()
    page.feed(html)
    return {
        name: [page.texts[each] for each in described if page.texts.get(each)]
        for name, described in page.marked.items()
    }
