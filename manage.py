#!/usr/bin/env python
import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "planner.settings")
    try:
        settings.INSTALLED_APPS  # noqa: B018 - the first look loads the settings
    except ImproperlyConfigured as error:
        sys.exit(f"The settings are wrong: {error}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
