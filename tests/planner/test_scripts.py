import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("port", ["http", "-1", "0", "65536", "8000;", "99999999999999999999"])
def test_server_refuses_a_port_that_is_no_port_in_one_line(port):
    answer = subprocess.run(
        ["sh", "script/server"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PORT": port},
        capture_output=True,
        text=True,
    )

    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr == f"PORT must be a whole number from 1 to 65535, not '{port}'.\n"


@pytest.mark.parametrize("script", ["script/_setup.sh", "script/lock", "script/server", "script/test"])
def test_script_is_plain_shell(script):
    assert subprocess.run(["sh", "-n", script], cwd=ROOT).returncode == 0


def test_locked_requirements_name_no_host_and_no_folder():
    for name in ("requirements.txt", "requirements-servers.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        assert "--index-url" not in text


@pytest.fixture
def machine(tmp_path):
    """Return how CI's run ends on a machine without Redis, and with an apt-get that does this."""
    for name in (".ci/run", "script/_setup.sh", "script/_postgresql.sh"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "script" / "test").write_text("echo tested\n")
    (programs := tmp_path / "bin").mkdir()
    for name in ("bash", "sh", "env", "timeout", "id", "dirname"):
        (programs / name).symlink_to(shutil.which(name))

    def run(apt_get):
        for name, does in {"sudo": '[ "$1" = -n ] || exec "$@"', "apt-get": apt_get}.items():
            (programs / name).write_text(f"#!/bin/sh\n{does}\n")
            (programs / name).chmod(0o700)
        command = [tmp_path / ".ci" / "run"]
        return subprocess.run(command, env={"PATH": str(programs)}, capture_output=True, text=True)

    return run


def test_ci_fetches_the_servers_that_the_machine_lacks_and_then_tests(machine, tmp_path):
    answer = machine(f'echo "$@" >>{tmp_path}/asked')

    asked = (tmp_path / "asked").read_text().splitlines()
    assert [line.split()[0] for line in asked] == ["update", "install", "install"]
    assert all("redis-server" in line for line in asked[1:])
    assert answer.stdout.endswith("tested\n")
    assert "not tested" not in answer.stdout


def test_ci_says_what_is_not_tested_where_nothing_can_be_fetched_and_tests_the_rest(machine):
    answer = machine("exit 100")

    assert answer.returncode == 0
    assert "what needs it is not tested: " in answer.stdout
    assert "redis-server nginx openssl\ntested\n" in answer.stdout
