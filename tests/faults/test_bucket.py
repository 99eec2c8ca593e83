"""Files in a bucket: as in a folder, and what happens when it does not answer."""

import zipfile
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from events.exports import Format
from events.models import ReleaseFile
from events.printing import file_of
from planner.env import env_storage
from tests.faults.bucket import S3
from tests.views.published import publish_seminar


@pytest.fixture
def bucket(settings, monkeypatch):
    server = S3()
    monkeypatch.setenv("STORAGE_URL", server.address())
    settings.STORAGES = {**settings.STORAGES, "default": env_storage("STORAGE_URL")}
    yield server
    server.stop()


@pytest.fixture
def made(monkeypatch):
    """The names of what was rendered, in place of the seconds that a typesetter takes."""
    names = []

    def render(self, programme, languages, site_url, wishes=None):
        names.append(self.name)
        return b"%PDF " + self.name.encode()

    monkeypatch.setattr(Format, "render", render)
    return names


@pytest.fixture
def release(db):
    return publish_seminar()


def test_what_was_put_into_the_bucket_is_there_under_its_name_until_it_is_deleted(bucket):
    name = default_storage.save("releases/1/a4.pdf", ContentFile(b"whole"))

    assert name == "releases/1/a4.pdf"
    assert bucket.objects == {name: b"whole"}
    assert default_storage.open(name).read() == b"whole"
    assert default_storage.listdir("") == (["releases"], [])
    assert default_storage.listdir("releases/1") == ([], ["a4.pdf"])
    default_storage.delete(name)
    assert not default_storage.exists(name)
    with pytest.raises(FileNotFoundError):
        default_storage.open(name)


def test_object_never_takes_the_place_of_another(bucket):
    first, second = (default_storage.save("a4.pdf", ContentFile(octets)) for octets in (b"1", b"2"))

    assert bucket.objects == {first: b"1", second: b"2"}
    assert first == "a4.pdf"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"key": "AKIASTRANGER"}, "it does not know the key in STORAGE_URL"),
        ({"secret": "not/the+secret"}, "the secret in STORAGE_URL is not that of the key"),
        ({"bucket": "of-somebody"}, "the key in STORAGE_URL may not use this bucket"),
    ],
)
def test_bucket_that_refuses_who_asks_is_one_that_is_away_and_says_why(
    bucket, monkeypatch, settings, wrong, told
):
    monkeypatch.setenv("STORAGE_URL", bucket.address(**wrong))
    settings.STORAGES = {**settings.STORAGES, "default": env_storage("STORAGE_URL")}

    with pytest.raises(OSError, match=f"The bucket of files: {told}$"):
        default_storage.listdir("")
    with pytest.raises(OSError, match="The bucket of files: it refuses the key or the secret in STORAGE_URL"):
        default_storage.save("a4.pdf", ContentFile(b"whole"))
    assert bucket.objects == {}


def test_file_of_a_release_is_made_once_and_given_out_of_the_bucket(bucket, made, release):
    first = file_of(release, "a4", ("en",))

    assert file_of(release, "a4", ("en",)) == first
    assert made == ["a4"]
    assert list(bucket.objects.values()) == [first]


def test_bucket_that_is_away_costs_nobody_a_document_and_nothing_that_is_kept(bucket, made, release):
    first = file_of(release, "a4", ("en",))
    bucket.stop()

    assert file_of(release, "a4", ("en",)) == first
    assert file_of(release, "run-sheet", ("en",)).startswith(b"%PDF")

    bucket.start()
    assert ReleaseFile.kept.count() == 1
    assert file_of(release, "a4", ("en",)) == first
    assert made == ["a4", "a4", "run-sheet"]


@pytest.mark.django_db(transaction=True)
def test_backup_holds_what_the_bucket_keeps_and_is_refused_while_it_is_away(bucket, made, tmp_path):
    octets = file_of(publish_seminar(), "a4", ("en",))
    call_command("backup", output=Path(tmp_path / "copy.zip"))
    bucket.stop()
    with pytest.raises(CommandError, match="The bucket of files: "):
        call_command("backup", output=Path(tmp_path / "other.zip"))
    bucket.start()

    with zipfile.ZipFile(tmp_path / "copy.zip") as backup:
        kept = [backup.read(name) for name in backup.namelist() if name.startswith("files/")]
    assert kept == [octets]
    assert [path.name for path in tmp_path.iterdir()] == ["copy.zip"]
