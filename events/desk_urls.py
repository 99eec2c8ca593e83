from django.urls import include, path

from events.agenda_urls import agenda_patterns
from events.views.account import account, language
from events.views.desk import desk, draft_pdf, everything
from events.views.invitations import invitation
from events.views.members import change_member, invite_member, members, remove_member, withdraw_invitation

app_name = "desk"

# First parts that are no mission's stand in RESERVED_SLUGS beside the Mission model.
urlpatterns = [
    path("", everything, name="everything"),
    path("account/", account, name="account"),
    path("account/language/", language, name="language"),
    path("account/invitation/<str:token>/", invitation, name="invitation"),
    path("<slug:mission>/", desk, name="desk"),
    path("<slug:mission>/members/", members, name="members"),
    path("<slug:mission>/members/invite/", invite_member, name="invite_member"),
    path("<slug:mission>/members/<int:pk>/role/", change_member, name="change_member"),
    path("<slug:mission>/members/<int:pk>/remove/", remove_member, name="remove_member"),
    path(
        "<slug:mission>/members/invitations/<int:pk>/withdraw/",
        withdraw_invitation,
        name="withdraw_invitation",
    ),
    path("<slug:mission>/<slug:slug>/draft.pdf", draft_pdf, name="draft_pdf"),
    path("<slug:mission>/<slug:slug>/", include(agenda_patterns)),
]
