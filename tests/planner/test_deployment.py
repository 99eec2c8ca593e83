"""What docs/deployment.md and deploy/ say is what the planner reads."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.planner.test_env import OIDC

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "planner" / "settings.py").read_text(encoding="utf-8")
# What script/server reads itself.
OF_THE_SCRIPT = {"HOST", "DEMO_PASSWORD"}

SECRETS = {
    "key": "f0Wc7" * 12,
    "database-url": "postgres://planner:p%40ss@database:5432/planner\n",
    "email-url": "smtp+tls://user:password@mail.example:587\n",
}


def documented():
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|", DOCUMENT, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"[A-Z_]+", row)}


def read_by_settings():
    return set(re.findall(r'env_(?!sign_on)\w+\(\s*"([A-Z_]+)"', SETTINGS)) | set(OIDC)


def test_document_lists_the_variables_that_are_read_and_no_other():
    assert documented() == read_by_settings() | OF_THE_SCRIPT


def flags_of(text):
    return re.findall(r"--[a-z-]+", text.partition("planner.wsgi")[2].partition("\n\n")[0])


@pytest.mark.parametrize("name", ["planner.service", "Containerfile"])
def test_each_way_of_serving_starts_gunicorn_as_script_server_does(name):
    script = (ROOT / "script" / "server").read_text(encoding="utf-8")
    served = flags_of((ROOT / "deploy" / name).read_text(encoding="utf-8").split("ExecReload")[0])

    assert set(flags_of(script)) - set(served) == {"--access-logformat"}


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["tables", "web"])
def test_service_of_the_planner_sets_what_is_read_with_values_that_are_taken(compose, name, tmp_path):
    given = compose["services"][name]["environment"]
    for each in compose["services"][name]["secrets"]:
        (tmp_path / each).write_text(SECRETS[each], encoding="utf-8")
    variables = {each: given[each].replace("/run/secrets", str(tmp_path)) for each in given}

    told = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
    )

    assert {each.removesuffix("_FILE") for each in given} - read_by_settings() == set()
    assert all(isinstance(value, str) for value in given.values())
    assert told.returncode == 0, told.stderr


def test_compose_file_hands_each_service_secrets_and_folders_that_it_declares(compose):
    services = compose["services"].values()
    named = {mount.split(":")[0] for each in services for mount in each.get("volumes", [])}
    secrets = {secret for each in services for secret in each.get("secrets", [])}
    waited_for = {other for each in services for other in each.get("depends_on", {})}

    assert named == set(compose["volumes"])
    assert secrets == set(compose["secrets"])
    assert {each["file"] for each in compose["secrets"].values()} == {f"secrets/{each}" for each in secrets}
    assert waited_for < set(compose["services"])
    paths = {value for each in services for value in each.get("environment", {}).values() if "/run/" in value}
    assert paths == {f"/run/secrets/{each}" for each in secrets}


def test_container_writes_nowhere_but_where_the_compose_file_lets_it(compose):
    web = compose["services"]["web"]
    writable = {each.split(":")[1] for each in web["volumes"]} | {each.split(":")[0] for each in web["tmpfs"]}
    made = re.search(r"mkdir -p (.+?) \\\n", (ROOT / "deploy" / "Containerfile").read_text())[1].split()

    assert web["read_only"]
    folders = {f"/srv/planner/{each}" if each.startswith("var") else each for each in made}
    assert writable == {*folders, "/tmp"}  # noqa: S108


def test_every_file_of_deploy_is_told_of_in_the_document():
    names = {path.name for path in (ROOT / "deploy").iterdir() if path.is_file()} - {
        "Containerfile.dockerignore",
        "planner-backup.service",
        "planner-purge.service",
        "planner-files.service",
    }

    assert {name for name in names if name not in DOCUMENT} == set()


def test_nightly_backup_keeps_seven_days_four_sundays_and_twelve_firsts(tmp_path):
    planner, backups = tmp_path / "planner", tmp_path / "backups"
    (planner / ".venv" / "bin").mkdir(parents=True)
    (python := planner / ".venv" / "bin" / "python").write_text('#!/bin/sh\necho "$2" > "$4"\n')
    python.chmod(0o700)
    for folder in ("daily", "weekly", "monthly"):
        (backups / folder).mkdir(parents=True)
        for number in range(10, 30):
            (backups / folder / f"planner-2001-01-{number}.zip").touch()

    subprocess.run(
        [ROOT / "deploy" / "backup-nightly"],
        env={"PATH": os.environ["PATH"], "PLANNER": str(planner), "BACKUPS": str(backups)},
        check=True,
    )

    kept = {
        folder: sorted(path.name for path in (backups / folder).iterdir())
        for folder in ("daily", "weekly", "monthly")
    }
    assert {folder: len(names) for folder, names in kept.items()} == {"daily": 7, "weekly": 4, "monthly": 12}
    assert kept["daily"][:6] == [f"planner-2001-01-{number}.zip" for number in range(24, 30)]
    assert (backups / "daily" / kept["daily"][6]).read_text() == "backup\n"
