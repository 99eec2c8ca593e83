import sqlite3

import pytest
from django.core.checks import run_checks

from planner import checks


def found():
    return [error.id for error in run_checks(tags=[checks.TAG])]


@pytest.fixture(autouse=True)
def _fonts(tmp_path, monkeypatch):
    (tmp_path / "serif.ttf").touch()
    monkeypatch.setattr(checks, "FONTS", tmp_path)


def test_good_settings_start():
    assert found() == []


@pytest.mark.parametrize("host", ["planner.example", "10.0.0.7", ".localhost.example"])
def test_debug_with_a_stranger_among_the_hosts_is_refused(settings, host):
    settings.DEBUG = True
    settings.ALLOWED_HOSTS = ["localhost", host]

    assert found() == ["planner.E001"]


def test_debug_at_home_starts(settings):
    settings.DEBUG = True
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "planner.localhost"]

    assert found() == []


@pytest.mark.parametrize("key", ["x" * 60, "f0Wc7" * 9, "django-insecure-" + "f0Wc7" * 12])
def test_weak_secret_key_is_refused(settings, key):
    settings.SECRET_KEY = key

    assert found() == ["planner.E002"]


def test_any_host_is_refused(settings):
    settings.ALLOWED_HOSTS = ["*"]

    assert found() == ["planner.E003"]


def test_site_url_that_is_no_web_address_is_refused(settings):
    settings.SITE_URL = "ftp://planner.example"

    assert found() == ["planner.E004"]


@pytest.mark.parametrize("address", ["http://planner.example", "http://10.1.2.3:8000", "http://planner"])
def test_site_url_of_another_machine_without_tls_is_refused_unless_said(settings, address):
    settings.SITE_URL = address
    refused = found()
    settings.PLAIN_HTTP = True

    assert refused == ["planner.E012"]
    assert found() == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"])
def test_site_url_of_this_machine_needs_no_tls(settings, address):
    settings.SITE_URL = address

    assert found() == []


def test_site_url_without_tls_is_refused_where_https_is_on(settings):
    settings.HTTPS = True
    settings.SITE_URL = "http://planner.example"

    assert found() == ["planner.E005"]


def test_missing_fonts_are_refused(tmp_path):
    (tmp_path / "serif.ttf").unlink()

    assert found() == ["planner.E006"]


@pytest.mark.parametrize(
    "middleware",
    [[checks.AUTHENTICATION], [checks.MISSION_SCOPE, checks.AUTHENTICATION]],
    ids=["absent", "too early"],
)
def test_missions_that_are_not_kept_apart_are_refused(settings, middleware):
    settings.MIDDLEWARE = middleware

    assert found() == ["planner.E007"]


def test_cache_in_memory_is_refused_for_several_web_processes(settings):
    settings.WEB_CONCURRENCY = 2

    assert found() == ["planner.E008"]


WAL = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": "db.sqlite3",
    "OPTIONS": {"init_command": "PRAGMA journal_mode = wal;"},
}


@pytest.mark.parametrize(("version", "errors"), [((3, 51, 2), ["planner.E009"]), ((3, 51, 3), [])])
def test_wal_is_refused_on_an_sqlite_that_can_damage_it(settings, monkeypatch, version, errors):
    monkeypatch.setitem(settings.DATABASES, "default", WAL)
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)

    assert found() == errors


@pytest.mark.parametrize(
    ("media", "static"), [("static/media", "static"), ("all", "all/static"), ("same", "same")]
)
def test_media_among_the_static_files_are_refused(settings, tmp_path, media, static):
    settings.MEDIA_ROOT, settings.STATIC_ROOT = tmp_path / media, tmp_path / static

    assert found() == ["planner.E010"]


@pytest.mark.parametrize(
    ("place", "errors"), [("/srv/shared disk/db.sqlite3", ["planner.E011"]), ("/srv/db.sqlite3", [])]
)
def test_sqlite_on_a_network_file_system_is_refused(settings, monkeypatch, tmp_path, place, errors):
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\nbox:/x /srv/shared\\040disk nfs4 rw 0 0\n")
    monkeypatch.setattr(checks, "MOUNTS", mounts)
    file = {"ENGINE": "django.db.backends.sqlite3", "NAME": place}
    monkeypatch.setitem(settings.DATABASES, "default", file)

    assert found() == errors
