"""The page of the agenda builder in a browser, and the desk behind it."""

import re

from playwright.sync_api import expect

from tests.views.builder import ADDRESS


class Builder:
    """The page, and the desk behind it."""

    def __init__(self, page, desk, url):
        self.page, self.desk, self.url = page, desk, url
        self.faults, self.loads = [], 0
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("load", self._loaded)
        name, cookie = "sessionid", desk.client.cookies["sessionid"].value
        page.context.add_cookies([{"name": name, "value": cookie, "url": url}])

    def _loaded(self):
        self.loads += 1

    def open(self, address="agenda/"):
        self.page.goto(f"{self.url}{ADDRESS}{address}", wait_until="networkidle")
        return self

    def row(self, name):
        return self.page.locator(f"#item-{self.desk.items[name].uid}")

    def starts(self):
        return self.page.locator(".item .at time").all_inner_texts()

    def titles(self):
        return [title.strip() for title in self.page.locator(".item h3").all_inner_texts()]

    def take_the_mouse(self):
        """Wait until what drags is there: it is fetched once a mouse comes to the agenda."""
        self.page.locator("#agenda").hover(position={"x": 5, "y": 5})
        self.page.evaluate(
            "new Promise(done => { const look = () => window.Sortable ? done() : setTimeout(look); look() })"
        )

    def saved(self):
        expect(self.page.locator("#saved")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
        expect(self.page.locator("#saved")).not_to_have_class(re.compile("is-saving"))


def kept(builder):
    return builder.desk.names()
