import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "planner.settings")

application = get_asgi_application()

from planner.checks import refuse_unsafe_start  # noqa: E402 - it needs the settings

refuse_unsafe_start()
