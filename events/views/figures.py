"""Figures in the texts of an event that are not those of the source of record: what there is to choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.forms.languages import language_title
from events.forms.ledger_words import SUBJECTS
from events.models import Event, Member
from events.operations import figures
from events.operations.figures import SharedTextError, UnsourcedError
from events.operations.ledger import ledgers_of
from events.operations.settling import NotOpenError
from events.programme.choices import FigureChoice
from events.programme.disagreements import Disagreement, Found, disagreements
from events.programme.figure_wording import figure_of, listed, say
from events.programme.text import Text
from events.programme.value import Claim, Decision, Programme
from events.views.access import membership_or_404
from events.views.event_frame import event_or_404, framed
from events.views.open_matters import where_it_stands
from events.views.settling import back, page_of

CHOICES: Mapping[FigureChoice, Promise] = {
    FigureChoice.RECORD: gettext_lazy("Use the source of record"),
    FigureChoice.ATTRIBUTE: gettext_lazy("Attribute each"),
    FigureChoice.BOTH: gettext_lazy("Give both with their sources"),
}


@dataclass(frozen=True)
class Card:
    """A figure beside the others: who gives it. Nobody of the ledger, where there is no ``claim``."""

    figure: str
    claim: Claim | None
    is_of_record: bool

    @property
    def issuer(self) -> Text:
        return self.claim.issuer if self.claim else Text()

    @property
    def document(self) -> Text:
        return self.claim.document if self.claim else Text()

    @property
    def on(self) -> date | None:
        return self.claim.on if self.claim else None


@dataclass(frozen=True)
class Line:
    """A figure in a text, with the words around it and where it stands."""

    label: str
    address: str
    said: Text
    code: str

    @property
    def language(self) -> str:
        return language_title(self.code)


@dataclass(frozen=True)
class Option:
    """``said`` is what would be written, once for the same words in several texts."""

    value: str
    label: Promise
    said: list[Text]


@dataclass(frozen=True)
class FigureMatter:
    """What has to be chosen for one subject of one event."""

    key: str
    subject: str | Promise
    found: list[Line]
    cards: list[Card]
    options: list[Option]
    unsourced: str
    is_in_a_shared_text: bool


@dataclass(frozen=True)
class Decided:
    """What was chosen, by whom and when; ``key`` is empty where it cannot be asked again."""

    decision: Decision
    key: str = ""

    @property
    def subject(self) -> str | Promise:
        return SUBJECTS.get(self.decision.subject, self.decision.subject)

    @property
    def choice(self) -> Promise:
        return CHOICES[self.decision.choice]

    @property
    def weighed(self) -> list[Card]:
        language = get_language() or "en"
        figures = ((figure_of(claim), claim) for claim in self.decision.claims)
        return [
            Card(say(figure, language), claim, claim == self.decision.claims[0])
            for figure, claim in figures
            if figure
        ]


def figure_matters(event: Event, programme: Programme | None) -> list[FigureMatter]:
    if programme is None:
        return []
    found = disagreements(programme, ledgers_of([event]))
    return [_matter(event, programme, each) for each in found]


def decided_in(programme: Programme | None) -> list[Decided]:
    """Return what was chosen in the event and in what is held within it."""
    if programme is None:
        return []
    return [
        Decided(decision, f"{decision.subject}:{each.uid}")
        for each in (programme, *programme.children)
        for decision in each.decisions
    ]


@require_POST
def decide(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    key, wanted = request.POST.get("key", ""), request.POST.get("choice", "")
    if wanted not in set(FigureChoice):
        return _again(request, member, event, key, _("Choose one of these: nothing is chosen for you."))
    try:
        figures.decide_figure(event, key, FigureChoice(wanted), by=member.user, now=timezone.now())
    except NotOpenError:
        messages.error(request, _("This has been settled already."))
    except UnsourcedError:
        words = _(
            "No source of the ledger gives this figure: enter it there first, or use the source of record."
        )
        return _again(request, member, event, key, words)
    except SharedTextError:
        words = _(
            "The message of the year stays as all missions print it. Attribute its figure, or ask support staff to "
            "change the message."
        )
        return _again(request, member, event, key, words)
    except ValidationError as error:
        return _again(request, member, event, key, " ".join(error.messages))
    else:
        messages.success(
            request, _("Chosen and written into the texts. The choice is kept with the release.")
        )
    return back(request, event, "figures")


@require_POST
def ask_again(request: HttpRequest, mission: str, slug: str) -> HttpResponse:
    member = membership_or_404(request, mission, Member.Role.OFFICER)
    event = event_or_404(member, slug)
    figures.ask_figure_again(event, request.POST.get("key", ""), by=member.user)
    messages.success(request, _("It is open again."))
    return back(request, event, "figures")


def _again(request: HttpRequest, member: Member, event: Event, key: str, words: str) -> HttpResponse:
    """The matter on a page of its own, with why nothing was chosen."""
    context = framed(request, member, event, page_of(request))
    matters = [each for each in figure_matters(event, context["programme"]) if each.key == key]
    if not matters:
        messages.error(request, _("This has been settled already."))
        return back(request, event, "figures")
    context |= {"figures": matters, "error": words}
    return render(request, "events/desk/event/decide.html", context, status=422)


def _matter(event: Event, programme: Programme, found: Disagreement) -> FigureMatter:
    language = get_language() or "en"

    def line(each: Found, words: str) -> Line:
        place = each.place
        return Line(
            place.label,
            where_it_stands(event, programme, place),
            Text.of({place.language: words}),
            place.language,
        )

    def before(each: Found) -> str:
        return each.place.text[each.mention.begin : each.mention.close]

    def clause(each: Found, choice: FigureChoice) -> Text:
        begun = each.place.text[each.mention.begin : each.mention.start]
        return Text.of({each.place.language: begun + found.clause(each, choice)})

    def after(choice: FigureChoice) -> list[Text]:
        changed = (each for each in found.found if not each.place.is_shared)
        return list(dict.fromkeys(clause(each, choice) for each in changed))

    return FigureMatter(
        key=found.key,
        subject=SUBJECTS[found.subject],
        found=[line(each, before(each)) for each in found.found],
        cards=[Card(say(figure, language), claim, claim == found.record) for figure, claim in found.claims],
        options=[Option(choice.value, CHOICES[choice], after(choice)) for choice in found.choices],
        unsourced=listed(found.unsourced, language) if found.unsourced else "",
        is_in_a_shared_text=found.is_in_a_shared_text,
    )
