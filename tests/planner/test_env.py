import pytest
from django.core.cache.backends.redis import RedisCacheClient
from django.core.exceptions import ImproperlyConfigured

from planner.env import (
    env_bool,
    env_cache,
    env_choice,
    env_database,
    env_email,
    env_int,
    env_list,
    env_sign_on,
    env_str,
    env_url,
)


@pytest.mark.parametrize(
    ("word", "meaning"),
    [("1", True), ("yes", True), ("True", True), ("on", True), ("0", False), ("no", False), ("FALSE", False)],
)
def test_bool_reads_plain_words(monkeypatch, word, meaning):
    monkeypatch.setenv("FLAG", word)

    assert env_bool("FLAG", default=not meaning) is meaning


@pytest.mark.parametrize("unset", ["", "  "])
def test_empty_value_counts_as_not_set(monkeypatch, unset):
    monkeypatch.setenv("FLAG", unset)

    assert env_bool("FLAG", default=True) is True


@pytest.mark.parametrize(
    ("read", "wrong", "message"),
    [
        (lambda: env_bool("NAME", False), "maybe", "NAME must be true or false, not 'maybe'."),
        (lambda: env_int("NAME", 1, 1, 9), "ten", "NAME must be a whole number from 1 to 9, not 'ten'."),
        (lambda: env_int("NAME", 1, 1, 9), "10", "NAME must be a whole number from 1 to 9, not '10'."),
        (lambda: env_int("NAME", 1, 1, 9), "٣", "NAME must be a whole number from 1 to 9, not '٣'."),
        (lambda: env_int("NAME", 1, 1, 9), "-1", "NAME must be a whole number from 1 to 9, not '-1'."),
        (lambda: env_list("NAME", []), "a,,b", "NAME must be values separated by commas, not 'a,,b'."),
        (
            lambda: env_choice("NAME", ("INFO", "ERROR"), "INFO"),
            "loud",
            "NAME must be one of INFO, ERROR, not 'loud'.",
        ),
    ],
)
def test_wrong_value_is_named(monkeypatch, read, wrong, message):
    monkeypatch.setenv("NAME", wrong)

    with pytest.raises(ImproperlyConfigured) as caught:
        read()

    assert str(caught.value) == message


def test_str_without_a_default_is_required(monkeypatch):
    monkeypatch.delenv("NAME", raising=False)

    with pytest.raises(ImproperlyConfigured, match=r"^NAME is not set\.$"):
        env_str("NAME")


def test_secret_comes_from_a_file(monkeypatch, tmp_path):
    (tmp_path / "secret").write_text("of the embassy\n")
    monkeypatch.setenv("NAME_FILE", str(tmp_path / "secret"))

    assert env_str("NAME") == "of the embassy"


def test_secret_file_that_is_missing_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("NAME_FILE", str(tmp_path / "missing"))

    with pytest.raises(ImproperlyConfigured, match=r"^NAME_FILE: cannot read .*missing"):
        env_str("NAME", default="")


def test_value_and_file_together_are_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("NAME", "one")
    monkeypatch.setenv("NAME_FILE", str(tmp_path / "other"))

    with pytest.raises(ImproperlyConfigured, match="NAME and NAME_FILE are both set"):
        env_str("NAME")


def test_list_is_split_at_commas(monkeypatch):
    monkeypatch.setenv("NAME", "planner.example, www.planner.example")

    assert env_list("NAME", []) == ["planner.example", "www.planner.example"]


@pytest.mark.parametrize(
    "good", ["https://planner.example", "http://10.0.0.7:8000", "https://planner.example/"]
)
def test_url_is_a_host_without_a_closing_slash(monkeypatch, good):
    monkeypatch.setenv("NAME", good)

    assert env_url("NAME", "") == good.rstrip("/")


@pytest.mark.parametrize(
    "wrong",
    [
        "planner.example",
        "ftp://planner.example",
        "https://",
        "https://a/b",
        "http://a:b",
        "http://u@a",
        "http://[::1",
    ],
)
def test_url_that_is_no_site_is_refused(monkeypatch, wrong):
    monkeypatch.setenv("NAME", wrong)

    with pytest.raises(ImproperlyConfigured, match=r"^NAME must be like https://planner.example"):
        env_url("NAME", "")


def test_database_sqlite_names_its_file(monkeypatch):
    monkeypatch.setenv("NAME", "sqlite:////srv/planner/db.sqlite3")

    config = env_database("NAME", "")

    assert (config["ENGINE"], config["NAME"]) == ("django.db.backends.sqlite3", "/srv/planner/db.sqlite3")


def test_cache_reads_a_table(monkeypatch):
    monkeypatch.setenv("NAME", "dbcache://planner_cache")

    expected = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "planner_cache"}
    assert env_cache("NAME", "") == expected


def test_email_reads_server_and_login(monkeypatch):
    monkeypatch.setenv("NAME", "smtp+tls://planner:s%40fe@mail.example:587")

    config = env_email("NAME", "")

    assert config["EMAIL_HOST"] == "mail.example"
    assert config["EMAIL_HOST_PASSWORD"] == "s@fe"
    assert config["EMAIL_PORT"] == 587
    assert config["EMAIL_USE_TLS"] is True


@pytest.mark.parametrize("read", [env_database, env_cache, env_email])
@pytest.mark.parametrize("wrong", ["localhost", "gopher://user:hunter2@host/name", "://", "sqlite"])
def test_address_of_unknown_kind_is_named_without_its_password(monkeypatch, read, wrong):
    monkeypatch.setenv("NAME", wrong)

    with pytest.raises(
        ImproperlyConfigured, match=r"^NAME must be an address that starts with one of"
    ) as caught:
        read("NAME", "")

    assert "hunter2" not in str(caught.value)


def test_database_with_a_wrong_port_is_named_without_its_password(monkeypatch):
    monkeypatch.setenv("NAME", "postgres://planner:hunter2@host:port/planner")

    with pytest.raises(ImproperlyConfigured, match=r"^NAME: this postgres address cannot be read") as caught:
        env_database("NAME", "")

    assert "hunter2" not in str(caught.value)


def test_database_without_a_name_is_refused(monkeypatch):
    monkeypatch.setenv("NAME", "postgres://planner@host")

    with pytest.raises(ImproperlyConfigured, match=r"^NAME names no database\.$"):
        env_database("NAME", "")


OIDC = {
    "OIDC_SERVER_URL": "https://login.ministry.example",
    "OIDC_CLIENT_ID": "planner",
    "OIDC_CLIENT_SECRET": "hunter2",
}


def test_sign_on_is_none_where_nothing_is_set(monkeypatch):
    for name in OIDC:
        monkeypatch.delenv(name, raising=False)

    assert env_sign_on("OIDC") == {}


def test_sign_on_takes_the_provider_with_its_proof_key(monkeypatch):
    for name, value in OIDC.items():
        monkeypatch.setenv(name, value)

    (app,) = env_sign_on("OIDC")["openid_connect"]["APPS"]

    assert (app["client_id"], app["secret"], app["name"]) == ("planner", "hunter2", "Single sign-on")
    assert app["settings"] == {"server_url": OIDC["OIDC_SERVER_URL"], "oauth_pkce_enabled": True}


@pytest.mark.parametrize("missing", OIDC)
def test_half_a_sign_on_names_what_is_missing(monkeypatch, missing):
    for name, value in OIDC.items():
        monkeypatch.setenv(name, "" if name == missing else value)

    with pytest.raises(ImproperlyConfigured, match=rf"^Single sign-on needs {missing} too\.$"):
        env_sign_on("OIDC")


def test_sign_on_without_tls_is_refused(monkeypatch):
    for name, value in {**OIDC, "OIDC_SERVER_URL": "http://login.ministry.example"}.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(ImproperlyConfigured, match=r"^OIDC_SERVER_URL must start with https://"):
        env_sign_on("OIDC")


@pytest.mark.parametrize("scheme", ["redis", "rediss", "valkey", "valkeys"])
def test_cache_of_redis_or_valkey_is_found_where_the_address_says(monkeypatch, scheme):
    monkeypatch.setenv("CACHE_URL", f"{scheme}://:p%40ss@cache.example:6380/2")

    client = RedisCacheClient([env_cache("CACHE_URL", "")["LOCATION"]])
    reached = client.get_client().connection_pool.connection_kwargs

    assert (reached["host"], reached["port"], reached["db"]) == ("cache.example", 6380, 2)
    assert reached["password"] == "p@ss"
