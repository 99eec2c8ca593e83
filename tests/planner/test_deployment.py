"""What docs/deployment.md and deploy/ say is what the planner reads."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.planner.test_env import OIDC

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "planner" / "settings.py").read_text(encoding="utf-8")
# What script/server reads itself.
OF_THE_SCRIPT = {"HOST", "DEMO_PASSWORD"}


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


def test_compose_file_sets_what_is_read():
    compose = (ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8")
    (planner,) = re.findall(r"^  environment:\n((?:    [A-Z_]+: .*\n)+)", compose, re.MULTILINE)
    names = {name.removesuffix("_FILE") for name in re.findall(r"^    ([A-Z_]+):", planner, re.MULTILINE)}

    assert names - read_by_settings() == set()


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
