"""nginx in front, as it is shipped, between slow people and a web process."""

import re
import shutil
import socket
import ssl
import subprocess
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.served import free_port, served, wait_until

pytestmark = pytest.mark.skipif(
    not shutil.which("nginx"), reason="nginx is not installed (Debian's package nginx)"
)

SHIPPED = (Path(__file__).resolve().parents[2] / "deploy" / "nginx.conf").read_text(encoding="utf-8")
# The folder is its owner's alone; whoever is not root is told that "user" means nothing.
FRAME = """
user root; daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{ {temporary} {shipped} }}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
# The addresses of loopback are all this machine's: two of them are two people.
SLOW, QUICK = "127.0.0.1", "127.0.0.2"
BODY = b"POST /desk/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
PAGE = b"GET /desk/login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def port(_filled, tmp_path_factory):
    """Where nginx answers by TLS, with the shipped file but for its ports and the folders of certificates and logs."""
    folder = tmp_path_factory.mktemp("proxy")
    subject = ["-subj", "/CN=planner.example", "-days", "2"]
    files = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject, *files]
    subprocess.run(command, check=True, capture_output=True)
    database = shutil.copy(_filled, folder / "db.sqlite3")
    with served(folder, f"sqlite:///{database}") as behind:
        port = free_port()
        shipped = re.sub(r"(?m)^ *listen \[::\].*\n", "", SHIPPED)
        for there, here in {
            "listen 443": f"listen 127.0.0.1:{port}",
            "listen 80": f"listen 127.0.0.1:{free_port()}",
            "http://127.0.0.1:8000": behind.address,
            "/etc/letsencrypt/live/planner.example": str(folder),
            "/var/log/nginx": str(folder),
        }.items():
            assert there in shipped
            shipped = shipped.replace(there, here)
        temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
        (folder / "conf").write_text(FRAME.format(folder=folder, temporary=temporary, shipped=shipped))
        errors = (folder / "told").open("w")
        process = subprocess.Popen(
            ["nginx", "-c", folder / "conf", "-p", folder, "-e", folder / "errors"], stderr=errors
        )
        try:
            wait_until(lambda: is_open(port), (folder / "told").read_text)
            yield port
        finally:
            process.terminate()
            process.wait(timeout=30)


def is_open(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def line_to(port, who=QUICK):
    plain = socket.create_connection(("127.0.0.1", port), timeout=30, source_address=(who, 0))
    # Signed by nobody.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context.wrap_socket(plain)


def status_of(line):
    return int(line.recv(15).split()[1])


def say(port, octets, who=QUICK):
    with closing(line_to(port, who)) as line:
        line.sendall(octets)
        return status_of(line)


def test_a_hundred_slow_people_at_one_address_hold_no_thread_and_the_next_is_refused(port):
    with ExitStack() as lines:
        for _ in range(100):
            line = lines.enter_context(closing(line_to(port, SLOW)))
            line.sendall(BODY + b"Content-Length: 100000\r\n\r\nlogin=")

        assert say(port, PAGE, QUICK) == 200
        assert say(port, PAGE, SLOW) == 429
    wait_until(lambda: say(port, PAGE, SLOW) == 200, "An address is not let in again.")


def test_too_long_a_text_is_answered_by_the_planner_and_too_long_a_file_by_nginx(port):
    text, file = b"a=" + b"x" * 3_000_000, b"x" * 13_000_000

    with closing(line_to(port)) as line:
        line.sendall(BODY + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(text) + text)
        told = b"".join(iter(lambda: line.recv(65536), b""))
    assert told.startswith(b"HTTP/1.1 413 ")
    assert b"in smaller pieces" in told
    assert say(port, BODY + b"Content-Length: %d\r\n\r\n" % len(file)) == 413


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_old_protocols_are_refused(port):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1

    with socket.create_connection(("127.0.0.1", port), timeout=30) as plain, pytest.raises(ssl.SSLError):
        context.wrap_socket(plain)
