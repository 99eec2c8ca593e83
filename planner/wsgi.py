import os

from django.core.wsgi import get_wsgi_application

from planner.bodies import with_whole_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "planner.settings")

application = with_whole_bodies(get_wsgi_application())

from planner.checks import refuse_unsafe_start  # noqa: E402 - it needs the settings

refuse_unsafe_start()
