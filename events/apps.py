from django.apps import AppConfig
from django.contrib.auth import user_logged_in
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        # It needs the models, which are not there yet when this file is read.
        from events.audit import listen
        from events.authentication import begin_session

        user_logged_in.connect(begin_session)
        listen()
