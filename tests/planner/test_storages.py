import pytest
from django.core.files.base import ContentFile

from planner.storages import WholeFiles


class CutOff(ContentFile):
    def chunks(self, chunk_size=None):
        yield b"half"
        raise OSError("No space left on device")


def test_file_that_was_written_is_there_under_its_name_alone(tmp_path):
    name = WholeFiles(location=tmp_path).save("releases/1/a4.pdf", ContentFile(b"whole"))

    assert name == "releases/1/a4.pdf"
    assert [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()] == [b"whole"]


def test_file_that_could_not_be_written_to_its_end_is_not_there_at_all(tmp_path):
    with pytest.raises(OSError, match="No space left"):
        WholeFiles(location=tmp_path).save("releases/1/a4.pdf", CutOff(b""))

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_file_never_takes_the_place_of_another(tmp_path):
    storage = WholeFiles(location=tmp_path)
    storage.save("a4.pdf", ContentFile(b"first"))

    assert storage.save("a4.pdf", ContentFile(b"second")) != "a4.pdf"
    assert (tmp_path / "a4.pdf").read_bytes() == b"first"
