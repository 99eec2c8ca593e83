"""Read settings from the environment, and fail by name.

Every reader raises ``ImproperlyConfigured`` with the variable's name and what was wrong with it. A value may also
come from a file: ``NAME_FILE=/run/secrets/name``. An empty value counts as not set.
"""

import os
import re
import warnings
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}
SECONDS_TO_CONNECT = 5
S3_SCHEMES = {"s3": "https", "s3+http": "http"}


def _raw(name: str) -> str | None:
    value = os.environ.get(name, "").strip()
    file_name = os.environ.get(f"{name}_FILE", "").strip()
    if value and file_name:
        raise ImproperlyConfigured(f"{name} and {name}_FILE are both set; keep one of them.")
    if file_name:
        try:
            value = Path(file_name).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(f"{name}_FILE: cannot read {file_name} ({error}).") from None
    return value or None


def env_str(name: str, default: str | None = None) -> str:
    """Without a default the variable is required."""
    value = _raw(name)
    if value is not None:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set.")
    return default


def env_choice(name: str, choices: tuple[str, ...], default: str) -> str:
    """Upper and lower case are the same; the answer is spelled as in ``choices``."""
    value = env_str(name, default)
    for choice in choices:
        if value.lower() == choice.lower():
            return choice
    raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not {value!r}.")


def env_bool(name: str, default: bool) -> bool:
    value = _raw(name)
    if value is None:
        return default
    if value.lower() in TRUE_WORDS:
        return True
    if value.lower() in FALSE_WORDS:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")


def env_int(name: str, default: int, minimum: int, maximum: int) -> int:
    value = _raw(name)
    if value is None:
        return default
    # str.isdecimal alone would accept other scripts' digits, which a shell or a proxy would not.
    if not (value.isascii() and value.isdecimal() and minimum <= int(value[:20]) <= maximum):
        raise ImproperlyConfigured(
            f"{name} must be a whole number from {minimum} to {maximum}, not {value!r}."
        )
    return int(value)


def env_list(name: str, default: list[str]) -> list[str]:
    """Values are separated by commas."""
    value = _raw(name)
    if value is None:
        return default
    values = [part.strip() for part in value.split(",")]
    if not all(values):
        raise ImproperlyConfigured(f"{name} must be values separated by commas, not {value!r}.")
    return values


def env_url(name: str, default: str) -> str:
    """Return the address of a site, without a slash at its end."""
    value = env_str(name, default)
    try:
        parts = urlsplit(value)
        well_formed = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        well_formed = False
    if not well_formed or parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise ImproperlyConfigured(
            f"{name} must be like https://planner.example, with nothing after the host, not {value!r}."
        )
    return value.rstrip("/")


def env_database(name: str, default: str) -> dict[str, Any]:
    """Return a Django database from ``sqlite:///file`` or ``postgres://user:password@host/name``."""
    config = _parsed(name, default, environ.Env.db_url_config, {"sqlite", "postgres", "postgresql"})
    if not config.get("NAME"):
        raise ImproperlyConfigured(f"{name} names no database.")
    if config["ENGINE"].endswith("postgresql") and not find_spec("psycopg"):
        raise ImproperlyConfigured(
            f"{name} asks for PostgreSQL; install psycopg first (the extra 'postgres')."
        )
    if config["ENGINE"].endswith("postgresql"):
        # A machine that is away does not refuse; whoever waits for it is told after this long.
        config.setdefault("OPTIONS", {}).setdefault("connect_timeout", SECONDS_TO_CONNECT)
    return config


def env_cache(name: str, default: str) -> dict[str, Any]:
    """Return a Django cache from ``dbcache://table``, ``redis://host:6379/0``, ``valkey://…`` and the like."""
    schemes = {"dbcache", "locmemcache", "filecache", "dummycache", "redis", "rediss", "valkey", "valkeys"}
    config = _parsed(name, default, lambda value: environ.Env.cache_url_config(_as_redis(value)), schemes)
    if config["BACKEND"].endswith("RedisCache"):
        if not find_spec("redis"):
            raise ImproperlyConfigured(f"{name} asks for Redis or Valkey; install the package redis first.")
        options = config.setdefault("OPTIONS", {})
        options.setdefault("socket_connect_timeout", SECONDS_TO_CONNECT)
        options.setdefault("socket_timeout", SECONDS_TO_CONNECT)
    return config


def _as_redis(value: str) -> str:
    """Valkey is spoken to by Redis's client, which knows the schemes of Redis alone."""
    return re.sub(r"^valkey(s?)://", r"redis\1://", value)


def env_storage(name: str) -> dict[str, Any]:
    """Return Django's storage of files: of ``s3://key:secret@host:port/bucket?region=name``, without it a folder.

    ``s3+http://`` is without TLS: for a server in the same machine or net.
    """
    value = env_str(name, "")
    if not value:
        return {"BACKEND": "planner.storages.WholeFiles"}
    parts, asked = urlsplit(value), parse_qs(urlsplit(value).query)
    bucket = parts.path.strip("/")
    known = parts.scheme in S3_SCHEMES and set(asked) <= {"region"}
    # The address holds a secret: messages show the shape alone.
    if not (known and parts.hostname and parts.username and parts.password and bucket and "/" not in bucket):
        raise ImproperlyConfigured(f"{name} must be like s3://key:secret@host:port/bucket?region=name.")
    if not (find_spec("storages") and find_spec("boto3")):
        raise ImproperlyConfigured(
            f"{name} asks for S3; install django-storages and boto3 first (the extra 's3')."
        )
    options = {
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password),
        "bucket_name": bucket,
        "endpoint_url": f"{S3_SCHEMES[parts.scheme]}://{parts.netloc.rpartition('@')[2]}",
        "region_name": asked.get("region", ["us-east-1"])[0],
    }
    return {"BACKEND": "planner.buckets.Bucket", "OPTIONS": options}


def env_email(name: str, default: str) -> dict[str, Any]:
    """Return Django's ``EMAIL_*`` settings from ``smtp+tls://user:password@host:587`` and the like."""
    schemes = {"smtp", "smtp+tls", "smtp+ssl", "consolemail", "filemail", "memorymail", "dummymail"}
    return _parsed(name, default, environ.Env.email_url_config, schemes)


def env_sign_on(prefix: str) -> dict[str, Any]:
    """Return allauth's setting of one OpenID Connect provider, or nothing where the three variables are not set."""
    names = [f"{prefix}_SERVER_URL", f"{prefix}_CLIENT_ID", f"{prefix}_CLIENT_SECRET"]
    server_url, client_id, secret = (env_str(name, "") for name in names)
    missing = [name for name, value in zip(names, (server_url, client_id, secret), strict=True) if not value]
    if len(missing) == len(names):
        return {}
    if missing:
        raise ImproperlyConfigured(f"Single sign-on needs {', '.join(missing)} too.")
    if urlsplit(server_url).scheme != "https" or not urlsplit(server_url).hostname:
        raise ImproperlyConfigured(f"{names[0]} must start with https://, not {server_url!r}.")
    app = {
        "provider_id": "oidc",
        "name": env_str(f"{prefix}_NAME", "Single sign-on"),
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server_url, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}


def _parsed(name: str, default: str, parse: Any, schemes: set[str]) -> dict[str, Any]:
    value = env_str(name, default)
    scheme = value.partition("://")[0]
    # The address may hold a password: messages name the scheme alone.
    if "://" not in value or scheme not in schemes:
        raise ImproperlyConfigured(
            f"{name} must be an address that starts with one of: {', '.join(sorted(schemes))}."
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return dict(parse(value))
    except Exception as error:
        raise ImproperlyConfigured(
            f"{name}: this {scheme} address cannot be read ({type(error).__name__})."
        ) from None
