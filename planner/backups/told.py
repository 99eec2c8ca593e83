"""The settings that a backup tells: those that are known to hold no secret, and addresses without their passwords."""

from urllib.parse import urlsplit

from planner.env import env_str

PLAIN = (
    "ALLOWED_HOSTS",
    "DEBUG",
    "EMAIL_FROM",
    "FILES_AT_RELEASE",
    "PLAIN_HTTP",
    "HOST",
    "HTTPS",
    "LOG_LEVEL",
    "OIDC_CLIENT_ID",
    "OIDC_NAME",
    "OIDC_SERVER_URL",
    "PORT",
    "SESSION_HOURS",
    "SESSION_IDLE_MINUTES",
    "SITE_URL",
    "TRUSTED_PROXY",
    "TRUSTED_PROXY_COUNT",
    "WEB_CONCURRENCY",
)
ADDRESSES = ("CACHE_URL", "DATABASE_URL", "EMAIL_URL", "STORAGE_URL")


def settings_without_secrets() -> dict[str, str]:
    """Return what the environment sets. A name that is not known here is left out: it may be a secret."""
    told = {name: env_str(name, "") for name in PLAIN}
    told |= {name: without_password(env_str(name, "")) for name in ADDRESSES}
    return {name: value for name, value in told.items() if value}


def without_password(address: str) -> str:
    """Return the address with its scheme, host and path alone; what follows "?" may hold a password as well."""
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}" if address else ""
