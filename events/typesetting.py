"""The typesetter of this process: it sets documents, and draws pictures from outside anew."""

from pathlib import Path

from typesetter.client import Typesetter

# The fonts, styles and art of this folder are all that a sheet may use.
TYPESETTER = Typesetter(Path(__file__).parent / "exports" / "pdf")
