import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
GOOD_KEY = "f0Wc7" * 12


def run(*command, **variables):
    """Run Python in an environment of its own: what the developer has set must not answer for the settings."""
    environment = {"PATH": "/usr/bin:/bin", "SECRET_KEY": GOOD_KEY, **variables}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True
    )


def settings_with(*names, **variables):
    code = f"import json, planner.settings as s; print(json.dumps([getattr(s, n) for n in {names!r}]))"
    answer = run("-c", code, **variables)
    assert answer.stderr == ""
    return json.loads(answer.stdout)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("ALLOWED_HOSTS", ","),
        ("CACHE_URL", "memory"),
        ("DATABASE_URL", "oracle://host/name"),
        ("DEBUG", "maybe"),
        ("EMAIL_URL", "mail.example"),
        ("HTTPS", "2"),
        ("LOG_LEVEL", "loud"),
        ("PORT", "http"),
        ("SESSION_HOURS", "0"),
        ("SESSION_IDLE_MINUTES", "never"),
        ("SECRET_KEY_FILE", "/nowhere/key"),
        ("SITE_URL", "planner.example"),
        ("TRUSTED_PROXY", "perhaps"),
        ("TRUSTED_PROXY_COUNT", "one"),
        ("WEB_CONCURRENCY", "many"),
    ],
)
def test_wrong_value_stops_the_start_and_is_named_in_one_line(name, wrong):
    variables = {name: wrong} if name != "SECRET_KEY_FILE" else {name: wrong, "SECRET_KEY": ""}

    answer = run("manage.py", "check", **variables)

    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr.startswith(f"The settings are wrong: {name}")
    assert answer.stderr.count("\n") == 1


def test_nothing_set_is_one_machine_with_sqlite_and_a_database_cache():
    databases, caches, hosts, debug, site_url = settings_with(
        "DATABASES", "CACHES", "ALLOWED_HOSTS", "DEBUG", "SITE_URL"
    )

    assert databases["default"]["NAME"] == str(ROOT / "var" / "db.sqlite3")
    assert databases["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in databases["default"]["OPTIONS"]["init_command"]
    assert caches["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
    assert (hosts, debug) == (["localhost", "127.0.0.1", "[::1]"], False)
    assert site_url == "http://127.0.0.1:8000"


def test_site_url_follows_the_port():
    assert settings_with("SITE_URL", PORT="8123") == ["http://127.0.0.1:8123"]


@pytest.mark.parametrize(("https", "secure"), [("1", True), ("0", False)])
def test_https_drives_cookies_redirect_and_hsts(https, secure):
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_PRELOAD")
    answers = settings_with(*names, "SECURE_HSTS_SECONDS", "SESSION_COOKIE_NAME", HTTPS=https)

    seconds, cookie = (31_536_000, "__Host-sessionid") if secure else (0, "sessionid")
    assert answers == [secure] * 4 + [seconds, cookie]


def test_web_process_refuses_unsafe_settings():
    answer = run("-c", "import planner.wsgi", SECRET_KEY="short")

    assert answer.returncode == 1
    assert "ImproperlyConfigured: SECRET_KEY is too short" in answer.stderr


def test_policy_lets_the_button_lead_to_the_provider_of_the_single_sign_on_alone():
    policy, providers = settings_with(
        "CONTENT_SECURITY_POLICY",
        "SOCIALACCOUNT_PROVIDERS",
        OIDC_SERVER_URL="https://login.ministry.example/realms/mfa",
        OIDC_CLIENT_ID="planner",
        OIDC_CLIENT_SECRET="hunter2",
    )

    assert policy["DIRECTIVES"]["form-action"] == ["'self'", "https://login.ministry.example"]
    assert list(providers) == ["openid_connect"]
