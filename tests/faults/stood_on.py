"""PostgreSQL and Redis of one's own, which tests stop and start again."""

import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

import psycopg
import redis

from tests.served import free_port, wait_until


def postgresql_folder():
    found = [
        *map(Path, filter(None, [shutil.which("pg_ctl")])),
        *Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"),
    ]
    return found[0].resolve().parent if found else None


class PostgreSQL:
    """A cluster in a folder that is not pytest's: it refuses to run as root, and its user may not look there."""

    def __init__(self):
        self.binaries = postgresql_folder()
        self.folder = Path(tempfile.mkdtemp())
        self.port = free_port()
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
        locale = ["-E", "UTF8", "--locale=C.UTF-8"]
        self.run("initdb", "-D", self.folder / "data", "-U", "planner", "-A", "trust", *locale)
        self.start()
        with psycopg.connect(f"postgres://planner@127.0.0.1:{self.port}/postgres", autocommit=True) as first:
            first.execute("CREATE DATABASE planner")
        self.address = f"postgres://planner@127.0.0.1:{self.port}/planner"

    def run(self, program, *arguments):
        as_postgres = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        command = [*as_postgres, self.binaries / program, *arguments]
        subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, check=True)

    def control(self, *arguments):
        self.run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w", *arguments)

    def start(self):
        # Without fsync: nothing in it has to survive a loss of power.
        self.control(
            "start", "-o", f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        )

    def stop(self):
        self.control("stop", "-m", "immediate")

    def end(self):
        with suppress(subprocess.CalledProcessError):
            self.stop()
        shutil.rmtree(self.folder)


class Redis:
    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.address = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self):
        command = [
            "redis-server",
            "--port",
            str(self.port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--dir",
            str(self.folder),
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        wait_until(self.answers, "Redis did not start.")

    def answers(self):
        try:
            return redis.Redis(port=self.port).ping()
        except redis.ConnectionError:
            return False

    def stop(self):
        self.process.kill()
        self.process.wait()
