from django.urls import path

from events.views.calendars import all_calendar, event_ics, mission_calendar, occasion_calendar
from events.views.downloads import programme_json, programme_pdf
from events.views.home import home
from events.views.private_calendar import private_calendar
from events.views.public import event, mission
from events.views.sheets import sheet, sheets, slip
from events.views.site import favicon, robots
from events.views.year import year_pdf

app_name = "events"

# First parts that are no mission's stand in RESERVED_SLUGS beside the Mission model.
urlpatterns = [
    path("", home, name="home"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
    path("v/", sheets, name="sheets"),
    path("v/<str:code>/", sheet, name="sheet"),
    path("v/<str:code>/slip.pdf", slip, name="slip"),
    path("calendars/all.ics", all_calendar, name="all_calendar"),
    path("calendars/occasion/<slug:occasion>.ics", occasion_calendar, name="occasion_calendar"),
    path("calendars/private/<str:token>/<slug:name>.ics", private_calendar, name="private_calendar"),
    path("calendars/<slug:mission>.ics", mission_calendar, name="mission_calendar"),
    path("<slug:mission>/", mission, name="mission"),
    path("<slug:mission>/calendar-<int:year>.pdf", year_pdf, name="year_pdf"),
    path("<slug:mission>/<slug:event>/", event, name="event"),
    path("<slug:mission>/<slug:event>/programme.pdf", programme_pdf, name="programme_pdf"),
    path("<slug:mission>/<slug:event>/event.ics", event_ics, name="event_ics"),
    path("<slug:mission>/<slug:event>/programme.json", programme_json, name="programme_json"),
]
