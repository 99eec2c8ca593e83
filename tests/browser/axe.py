"""What axe finds in a page, and whether it is wider than its window."""

from axe_playwright_python.sync_playwright import Axe

# All that other colours can change in a page that was looked at.
BY_COLOUR = ("color-contrast", "link-in-text-block")
# Of what axe finds it sends the violations alone: what it found right would take longer than the search.
RUN = """([within, rules]) => axe.run(within || document, {
    resultTypes: ["violations"], ...(rules.length && {runOnly: {type: "rule", values: rules}})
}).then(({violations}) =>
    violations.flatMap(each => each.nodes.map(node => [each.impact, `${each.id}: ${node.html}`])))"""


def violations(page, rules=(), within=None):
    """Return the impact and the words of each violation of the rules, or of any."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(Axe().axe_script)
    return [tuple(each) for each in page.evaluate(RUN, [within, list(rules)])]


def is_wider_than_its_window(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def findings(page, within=None):
    return [words for _, words in violations(page, within=within)] + ["wide"] * is_wider_than_its_window(page)


def findings_in_both_schemes(page):
    """The findings in the light, and what is found in the dark as well; a page that was loaded without motion."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    light = findings(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    return light + [f"dark {words}" for _, words in violations(page, BY_COLOUR)]
