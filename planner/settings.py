"""Settings, all from the environment; ``docs/deployment.md`` lists the variables.

Nothing set means one machine: SQLite, local files and a database cache, under ``var/``.
"""

import sqlite3
import zoneinfo
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from events.programme import language_words
from planner.env import (
    env_bool,
    env_cache,
    env_choice,
    env_database,
    env_email,
    env_int,
    env_list,
    env_sign_on,
    env_storage,
    env_str,
    env_url,
)
from planner.headers import NO_PERMISSIONS, content_security_policy, headers_of_static_file
from planner.logs import log_to_console

# The pinned zones, not the machine's: the same release has the same clock times everywhere.
zoneinfo.reset_tzpath(())

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"


def _secret_key() -> str:
    kept = VAR_DIR / "secret-key"
    key = env_str("SECRET_KEY", kept.read_text(encoding="ascii").strip() if kept.is_file() else "")
    if not key:
        raise ImproperlyConfigured(
            "SECRET_KEY is not set, and var/secret-key is not there; script/server makes it."
        )
    return key


# The web process

SECRET_KEY = _secret_key()
DEBUG = env_bool("DEBUG", default=False)
HTTPS = env_bool("HTTPS", default=False)
PORT = env_int("PORT", default=8000, minimum=1, maximum=65535)
SITE_URL = env_url("SITE_URL", default=f"http://127.0.0.1:{PORT}")
# An intranet without TLS has to say so: else a SITE_URL without it is refused where it is not this machine's.
PLAIN_HTTP = env_bool("PLAIN_HTTP", default=False)
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
WEB_CONCURRENCY = env_int("WEB_CONCURRENCY", default=1, minimum=1, maximum=256)

ROOT_URLCONF = "planner.urls"
WSGI_APPLICATION = "planner.wsgi.application"

# events.admin takes back some of what allauth registers, and so comes after it.
INSTALLED_APPS = [
    "planner",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "events",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.forms",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
]

# The headers come before all that answers, so that refusals and static files carry them too. Permissions bind pages
# alone, and a first visit fetches a dozen files.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "planner.middleware.RefuseNulBytes",
    "planner.middleware.WholeRequests",
    "planner.middleware.PackedDesk",
    "events.middleware.ReadableSessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "events.middleware.SessionEnds",
    "events.middleware.DeskLanguage",
    "planner.middleware.DeskIsPrivate",
    "events.middleware.SecondFactor",
    "events.scoping.MissionScopeMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "events.middleware.RefusedFormsAre422",
    "events.audit.AuditTrail",
    "events.middleware.TypesetterIsBusy",
    "events.middleware.TypesetterStandsBy",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "events.views.frame.desk_frame",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

# What is kept

DATABASES = {"default": env_database("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Before 3.51.3, two connections that write to a WAL database at the same moment can corrupt it.
    journal_mode = "WAL" if sqlite3.sqlite_version_info >= (3, 51, 3) else "TRUNCATE"
    DATABASES["default"]["OPTIONS"] = {
        # A transaction that reads and then writes must not fail when another wrote in between.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode={journal_mode}; PRAGMA synchronous=FULL;",
    }

# To open a connection takes longer than to answer a calendar that has not changed.
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

CACHES = {"default": env_cache("CACHE_URL", default="dbcache://planner_cache")}

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_ADD_HEADERS_FUNCTION = headers_of_static_file
WHITENOISE_ALLOW_ALL_ORIGINS = False
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": env_storage("STORAGE_URL"),
    "staticfiles": {"BACKEND": "planner.static_files.LightFiles"},
}

# Where the processes of this server take turns in setting documents.
TYPESETTER_DIR = VAR_DIR / "typesetter"
# Off where several web processes share one machine for print that runs ``manage.py files`` by itself.
FILES_AT_RELEASE = env_bool("FILES_AT_RELEASE", default=True)

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 5

# Languages and time. A page's language comes from its address, so there is no LocaleMiddleware. A language is added in
# events/programme/language_words.py, and with a catalogue beside the others.

LANGUAGE_CODE = "en"
LANGUAGES = [(code, language.native_name) for code, language in language_words.LANGUAGES.items()]
LOCALE_PATHS = [BASE_DIR / "events" / "locale"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

# Who may come in

AUTH_USER_MODEL = "events.User"
AUTHENTICATION_BACKENDS = ["events.authentication.AuthenticationBackend"]
LOGIN_URL = "/desk/login/"
LOGIN_REDIRECT_URL = "/desk/"
PASSWORD_RESET_TIMEOUT = 60 * 60

ACCOUNT_ADAPTER = "events.authentication.AccountAdapter"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "events.authentication.ResetTokens"  # noqa: S105, a name
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_LOGOUT_REDIRECT_URL = "/desk/login/"
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*"]
# The invitation, or whoever made the account, vouches for the address.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# The cookie ends with the browser: machines at a mission are shared.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_USER_DISPLAY = "builtins.str"
# Counted in the shared cache. A limit by account alone would let a stranger lock an officer out: it is the wider one.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,20/5m/key",
    "second_factor": "10/15m/key",
    "invitations_to_address": "5/d/key",
    "invitations_of_member": "50/d/key",
    "invitations_of_mission": "100/d/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env_int("TRUSTED_PROXY_COUNT", default=0, minimum=0, maximum=9)
ACCOUNT_FORMS = {
    "login": "events.forms.account.LoginForm",
    "reset_password": "events.forms.account.ResetPasswordForm",
    "reset_password_from_key": "events.forms.account.ResetPasswordKeyForm",
    "change_password": "events.forms.account.ChangePasswordForm",
    "set_password": "events.forms.account.SetPasswordForm",
    "reauthenticate": "events.forms.account.ReauthenticateForm",
}

MFA_ADAPTER = "events.authentication.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Ceremony Planner"
# One step of 30 seconds to either side, for clocks that are not quite right.
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "events.forms.account.AuthenticateForm",
    "reauthenticate": "events.forms.account.ReauthenticateCodeForm",
    "activate_totp": "events.forms.account.ActivateForm",
}

# An account is known by what the provider calls it (its "sub"), never by its e-mail address: connected by its owner.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True
SOCIALACCOUNT_PROVIDERS = env_sign_on("OIDC")
OIDC_NAME = env_str("OIDC_NAME", default="Single sign-on") if SOCIALACCOUNT_PROVIDERS else ""

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# The prefix makes a browser refuse the cookie from another host or without TLS.
_cookie_prefix = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_cookie_prefix}sessionid"
SESSION_COOKIE_AGE = 60 * 60 * env_int("SESSION_HOURS", default=12, minimum=1, maximum=24 * 14)
SESSION_IDLE_SECONDS = 60 * env_int("SESSION_IDLE_MINUTES", default=60, minimum=5, maximum=24 * 60)
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{_cookie_prefix}csrftoken"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "events.views.errors.stale_form"

# What every answer says to the browser

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if env_bool("TRUSTED_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The button to the provider is a form, and a browser holds its redirect to the policy too.
_provider = urlsplit(env_str("OIDC_SERVER_URL")) if SOCIALACCOUNT_PROVIDERS else None
CONTENT_SECURITY_POLICY = content_security_policy(
    [f"{_provider.scheme}://{_provider.netloc}"] if _provider else []
)
PERMISSIONS_POLICY = NO_PERMISSIONS

# Messages to people and to the log

_email = env_email("EMAIL_URL", default="consolemail://")
EMAIL_BACKEND = _email["EMAIL_BACKEND"]
EMAIL_HOST = _email["EMAIL_HOST"] or "localhost"
EMAIL_PORT = _email["EMAIL_PORT"] or 25
EMAIL_HOST_USER = _email["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = _email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _email.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = f"/{_email['EMAIL_FILE_PATH']}"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env_str("EMAIL_FROM", default=f"planner@{urlsplit(SITE_URL).hostname}")

LOGGING = log_to_console(
    env_choice("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"), default="INFO")
)
