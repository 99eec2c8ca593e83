"""Each mail in each language: its receiver's, with nothing left in English, and whole in a mail from right to left."""

import re
from pathlib import Path

import pytest
from allauth.account.adapter import get_adapter
from allauth.core.context import request_context
from django.conf import settings
from django.core import mail
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override

from events.models import User
from events.models.fields import text_of
from events.operations.membership import invite
from events.programme.languages import LANGUAGES
from events.scoping import every_mission
from events.views.inviting import _mail
from tests.factories import make_member, make_mission
from tests.reading import Said
from tests.test_words_of_pages import OTHERS, foreign

pytestmark = pytest.mark.django_db
PLACE = Path(settings.BASE_DIR) / "templates"
KINDS = sorted(
    path.relative_to(PLACE).as_posix().removesuffix("_message.txt")
    for path in PLACE.glob("*/email/*_message.txt")
    if not path.name.startswith("base")
)
LINK = "https://planner.example/desk/account/1-abc/"
TOLD = {
    "email": "officer@mission.example",
    "address": "new@mission.example",
    "username": "officer@mission.example",
    "link": LINK,
    "password_reset_url": LINK,
    "ip": "203.0.113.7",
    "user_agent": "Mozilla/5.0 (X11; Linux x86_64)",
    "timestamp": timezone.now(),
}
# What is of no language: addresses, and what a browser calls itself.
OF_NONE = re.compile(r"https?://\S+|[\w.+-]+@[\w.-]+|Mozilla[^\n⁩]*|203\.0\.113\.7")
APART = re.compile("[⁦⁧⁨][^⁩]*⁩")


def sent(kind, language):
    """The mail as it leaves, to somebody with this language while the page that sends it is in English."""
    with every_mission():
        user = User.objects.create_user(
            f"officer-{language}", f"{language}@mission.example", language=language
        )
    with request_context(RequestFactory().get("/")), override("en"):
        get_adapter().send_mail(kind, TOLD["email"], {**TOLD, "user": user})
    return mail.outbox[-1]


def lines_of(message):
    return [message.subject, *(line for line in message.body.splitlines() if line.strip())]


def test_all_mails_are_tried():
    assert len(KINDS) > 8
    assert "account/email/password_reset_key" in KINDS


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", OTHERS)
def test_mail_is_in_the_language_of_its_receiver_with_no_word_of_english(kind, language):
    message = sent(kind, language)

    said = [Said(language, "", OF_NONE.sub(" ", line)) for line in lines_of(message)]
    assert [each.text for each in said if foreign(each, language)] == []
    assert message.subject != sent_subject_in_english(kind)


def sent_subject_in_english(kind):
    with override("en"):
        return render_to_string(f"{kind}_subject.txt", TOLD).strip()


@pytest.mark.parametrize("kind", KINDS)
def test_what_runs_from_left_to_right_is_set_apart_in_a_mail_in_urdu_and_nowhere_else(kind):
    alone = re.compile(rf"{re.escape(LINK)}|{re.escape(settings.SITE_URL)}")
    urdu = [line for line in lines_of(sent(kind, "ur")) if not alone.fullmatch(line)]

    assert [line for line in urdu if re.search("[A-Za-z0-9@]", APART.sub("", line))] == []
    assert not APART.search(sent(kind, "ru").body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_invitation_is_in_the_first_language_of_the_mission(language):
    with every_mission():
        mission = make_mission(languages=[language])
        by = make_member(mission).user
        invitation, _ = invite(mission, "guest@mission.example", "viewer", by=by, now=timezone.now())
        message = _mail(invitation, "secret")

    assert f"/invitation/secret/?lang={language}" in message.body
    name = text_of(mission.name).wording("en").text
    said = [line.replace(name, " ") for line in lines_of(message) if not line.startswith("http")]
    if language != "en":
        assert [line for line in said if foreign(Said(language, "", line), language)] == []
    assert f"⁨{name}⁩" in message.subject if language == "ur" else not APART.search(message.subject)
