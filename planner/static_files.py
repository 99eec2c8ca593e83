"""Static files as a server gives them out: our own styles and scripts without what is there for their readers."""

import re
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = re.compile(r"events/[\w.-]+\.(css|js)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COMMENT_LINE = re.compile(r"^\s*//.*$", re.MULTILINE)
LINE_ENDS = re.compile(r"\s*\n\s*")


class LightFiles(CompressedManifestStaticFilesStorage):
    """Leaves out comments and indents; nothing else, so that a line of a script stays one."""

    def _save(self, name: str, content: Any) -> str:
        if OURS.fullmatch(name):
            content = ContentFile(lightened(name, b"".join(content.chunks()).decode()).encode())
        saved: str = super()._save(name, content)
        return saved


def lightened(name: str, text: str) -> str:
    without = COMMENT.sub("", text)
    if name.endswith(".js"):
        without = COMMENT_LINE.sub("", without)
    return LINE_ENDS.sub("\n", without).strip() + "\n"
