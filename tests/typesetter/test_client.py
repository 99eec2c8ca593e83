"""The typesetter: each document in a process of its own, which ends with it, or is ended."""

import os
import signal
import threading
from pathlib import Path

import pytest

from events.exports.pdf.render import TYPESETTER
from tests.exports.printed import reader
from typesetter.client import Typesetter
from typesetter.errors import StoppedError
from typesetter.guard import Limits

STYLES = ("base.css", "a4.css", "neutral.css")
USUAL = Limits()
A_TICK = 1 / os.sysconf("SC_CLK_TCK")
HOSTILE = {
    "a table of a million columns": "<table><tr><td colspan=1000000>x</td></tr></table>",
    "boxes in boxes that bend": "<div style='display: flex'>" * 18 + "x" + "</div>" * 18,
    "endless words": "<p>" + "word " * 200_000,
    "endless items": "<ul>" + "<li>x</li>" * 20_000 + "</ul>",
}


def sheet(body):
    return f'<html lang="en"><head><title>A sheet</title></head><body>{body}</body></html>'


@pytest.fixture(scope="module")
def typesetter():
    own = Typesetter(TYPESETTER.folder)
    yield own
    own.end()


@pytest.fixture
def drawn(typesetter, tmp_path):
    def draw(body="<p>x</p>", limits=USUAL):
        with typesetter.job(tmp_path, STYLES, "test", {}, limits) as job:
            job.lay_out(sheet(body))
            return job.write([0])

    return draw


def test_typesetter_that_stands_by_is_the_one_that_the_first_job_finds(tmp_path):
    own = Typesetter(TYPESETTER.folder)
    own.stand_by(tmp_path)
    own.stand_by(tmp_path)
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.name.endswith("(_stand_by)"):
            thread.join()
    ready = keeper_of(own)

    with own.job(tmp_path, STYLES, "test", {}, USUAL) as job:
        assert job.lay_out(sheet("<p>x</p>")) == 1
    own.stand_by(tmp_path)

    assert keeper_of(own) == ready
    own.end()


def keeper_of(typesetter):
    return typesetter._process.pid


def children_of(pid):
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def used_by_children_of(pid):
    """Seconds of CPU time of those that have ended, as the kernel counts them."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) * A_TICK


def test_document_is_laid_out_in_several_ways_and_written_from_one_or_together(typesetter, tmp_path):
    long = "<p>a</p><p style='break-before: page'>b</p>"
    with typesetter.job(tmp_path, STYLES, "test", {}, USUAL) as job:
        pages = [job.lay_out(sheet("<p>x</p>")), job.lay_out(sheet(long))]
        one, both = job.write([0]), job.write([0, 1])

    assert pages == [1, 2]
    assert (len(reader(one).pages), len(reader(both).pages)) == (1, 3)


def test_same_document_gives_the_same_bytes(drawn):
    assert drawn() == drawn()


def test_table_breaks_between_groups_that_are_to_stay_together_and_fill_more_than_a_page(drawn):
    row = "<tbody><tr style='break-inside: avoid; break-before: avoid'><td><div style='height: 40mm'>x</div>"

    octets = drawn(f"<style>@page {{ size: 60mm; margin: 0 }}</style><table>{row * 3}</table>")

    assert len(reader(octets).pages) == 3


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_document_without_end_is_stopped_and_the_next_one_is_set(drawn, body):
    with pytest.raises(StoppedError, match=r"took more than 0\.3 seconds"):
        drawn(body, Limits(wall=0.3))

    assert drawn().startswith(b"%PDF")


def test_document_that_works_too_long_is_stopped_by_the_kernel(drawn):
    with pytest.raises(StoppedError, match="ended by itself, with signal"):
        drawn(HOSTILE["endless words"], Limits(wall=120, cpu=1))

    assert drawn().startswith(b"%PDF")


def test_document_that_takes_too_much_memory_is_not_set(drawn):
    with pytest.raises(StoppedError, match=r"MemoryError|ended by itself"):
        drawn("x" * 30_000_000, Limits(wall=120, memory=300))

    assert drawn().startswith(b"%PDF")


def test_answer_that_is_too_large_is_not_taken(drawn):
    with pytest.raises(StoppedError, match="made more than 0 megabytes"):
        drawn(limits=Limits(answer=0))

    assert drawn().startswith(b"%PDF")


def test_process_that_falls_is_told_of_and_the_next_document_is_set(typesetter, drawn, tmp_path):
    drawn()
    with typesetter.job(tmp_path, STYLES, "test", {}, USUAL) as job:
        job.lay_out(sheet("<p>x</p>"))
        os.kill(children_of(keeper_of(typesetter))[0], signal.SIGSEGV)
        with pytest.raises(StoppedError, match="ended by itself, with signal 11"):
            job.lay_out(sheet("<p>y</p>"))

    assert drawn().startswith(b"%PDF")


def test_keeper_that_is_killed_takes_its_documents_along_and_another_one_begins(typesetter, drawn, tmp_path):
    drawn()
    with typesetter.job(tmp_path, STYLES, "test", {}, USUAL) as job:
        os.kill(keeper_of(typesetter), signal.SIGKILL)
        typesetter._process.wait()
        with pytest.raises(StoppedError):
            job.lay_out(sheet("<p>x</p>"))

    assert drawn().startswith(b"%PDF")


def test_all_that_its_processes_use_is_counted_from_the_first_to_their_end(typesetter, drawn):
    drawn()
    before, counted = used_by_children_of(keeper_of(typesetter)), typesetter.cpu
    drawn()

    used = used_by_children_of(keeper_of(typesetter)) - before
    assert typesetter.cpu - counted >= used - 2 * A_TICK
    assert used > 0


def test_no_process_is_left_when_the_document_is_set(typesetter, drawn):
    drawn()

    assert children_of(keeper_of(typesetter)) == []


def test_error_of_ours_in_the_middle_ends_the_process_too(typesetter, drawn, tmp_path):
    drawn()
    with pytest.raises(LookupError), typesetter.job(tmp_path, STYLES, "test", {}, USUAL):
        raise LookupError

    assert children_of(keeper_of(typesetter)) == []


def test_threads_have_documents_set_side_by_side_and_alike(drawn):
    made = []
    threads = [threading.Thread(target=lambda: made.append(drawn())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(made) == 4
    assert len(set(made)) == 1


def test_processes_know_no_secret_and_nothing_of_what_ours_was_started_with(monkeypatch, tmp_path):
    for name in ("SECRET_KEY", "DATABASE_URL", "PYTHONPATH", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.setenv(name, "a secret")
    own = Typesetter(TYPESETTER.folder)
    try:
        with own.job(tmp_path, STYLES, "test", {}, USUAL) as job:
            job.lay_out(sheet("<p>x</p>"))
            (child,) = children_of(keeper_of(own))
            known = [Path(f"/proc/{pid}/environ").read_bytes() for pid in (keeper_of(own), child)]
    finally:
        own.end()

    for environment in known:
        names = [each.partition(b"=")[0] for each in environment.split(b"\0") if each]
        assert sorted(names) == [b"FONTCONFIG_FILE", b"LANG", b"XDG_CACHE_HOME"]
