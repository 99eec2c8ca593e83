import os
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
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        assert "--index-url" not in text
