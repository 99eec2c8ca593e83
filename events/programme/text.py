"""Texts in several languages."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as it stands in one language; false when there is nothing to say."""

    text: str
    language: str

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Text:
    """One text in several languages, kept as sorted (language code, text) pairs without empty ones."""

    versions: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, versions: Mapping[str, str]) -> "Text":
        return cls(tuple(sorted((language, text) for language, text in versions.items() if text)))

    def __bool__(self) -> bool:
        return bool(self.versions)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(language for language, _ in self.versions)

    def wording(self, language: str, fallback: tuple[str, ...] = ()) -> Wording:
        """Return the text in ``language``, else in the first of ``fallback`` that has it, else in any."""
        versions = dict(self.versions)
        for candidate in (language, *fallback, *versions):
            if candidate in versions:
                return Wording(versions[candidate], candidate)
        return Wording("", language)


NOTHING = Text()
