"""Files kept in a bucket of S3 or of a server that speaks as it does; with the extra ``s3`` installed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

SECONDS_TO_CONNECT, SECONDS_TO_ANSWER, TRIES = 5, 20, 2
# What it answers to whoever may not. Whether a file is there it answers without a body, and tells no more than 403.
REFUSALS = {
    "403": "it refuses the key or the secret in STORAGE_URL, or the key may not use this bucket",
    "AccessDenied": "the key in STORAGE_URL may not use this bucket",
    "InvalidAccessKeyId": "it does not know the key in STORAGE_URL",
    "NoSuchBucket": "there is none of the name in STORAGE_URL",
    "RequestTimeTooSkewed": "its clock and that of this machine are apart",
    "SignatureDoesNotMatch": "the secret in STORAGE_URL is not that of the key",
}


class BucketAwayError(OSError):
    """The bucket does not answer, or refuses; the next request may find it there."""


class Bucket(S3Storage):
    """Whatever is wrong with the bucket is an OSError, as it is with a folder. Nothing in it has an address."""

    def __init__(self, **options: Any) -> None:
        config = Config(
            connect_timeout=SECONDS_TO_CONNECT,
            read_timeout=SECONDS_TO_ANSWER,
            retries={"total_max_attempts": TRIES},
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            # Servers that are not Amazon's may not know its newer checksums.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        super().__init__(client_config=config, file_overwrite=False, default_acl=None, **options)

    def _open(self, name: str, mode: str = "rb") -> File:
        with _answering():
            opened = super()._open(name, mode)
            # Read as a whole, so that an outage is known here and not in the middle.
            opened.file  # noqa: B018
            return opened

    def _save(self, name: str, content: Any) -> str:
        with _answering():
            return str(super()._save(name, content))

    def delete(self, name: str) -> None:
        with _answering():
            super().delete(name)

    def exists(self, name: str) -> bool:
        with _answering():
            return bool(super().exists(name))

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        with _answering():
            folders, files = super().listdir(path)
            return folders, files


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError) as error:
        code = error.response.get("Error", {}).get("Code", "") if isinstance(error, ClientError) else ""
        raise BucketAwayError(f"The bucket of files: {REFUSALS.get(code, error)}") from error
