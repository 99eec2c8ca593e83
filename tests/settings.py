"""The planner's settings for tests, whatever the developer's environment says but TEST_DATABASE_URL.

It names a PostgreSQL whose user may create databases; without it the tests run on SQLite.
"""

import os
import tempfile

for name in (
    "CACHE_URL",
    "DATABASE_URL",
    "EMAIL_FROM",
    "EMAIL_URL",
    "FILES_AT_RELEASE",
    "HTTPS",
    "OIDC_CLIENT_ID",
    "OIDC_CLIENT_SECRET",
    "OIDC_NAME",
    "OIDC_SERVER_URL",
    "PLAIN_HTTP",
    "PORT",
    "SESSION_HOURS",
    "SESSION_IDLE_MINUTES",
    "SITE_URL",
    "STORAGE_URL",
    "TRUSTED_PROXY",
    "TRUSTED_PROXY_COUNT",
    "WEB_CONCURRENCY",
):
    os.environ.pop(name, None)
    os.environ.pop(f"{name}_FILE", None)
if TEST_DATABASE_URL := os.environ.get("TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = TEST_DATABASE_URL
os.environ.update(
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    DEBUG="false",
    LOG_LEVEL="WARNING",
    SECRET_KEY="only-for-tests-" + "0123456789abcdef" * 3,
)

from planner.settings import *  # noqa: E402, F403
from planner.settings import DATABASES  # noqa: E402

if not TEST_DATABASE_URL:
    DATABASES["default"]["NAME"] = ":memory:"
    # A file, because the live server's threads share it; named by process, so that runs side by side do not meet.
    DATABASES["default"]["TEST"] = {
        "NAME": f"{tempfile.gettempdir()}/ceremony-planner-test-{os.getpid()}.sqlite3"
    }
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
FILES_AT_RELEASE = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The live server reads static files where they lie, under their own names.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
