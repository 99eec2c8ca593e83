"""What can keep a programme from being printed. Each says what to change."""


class LanguagesNotOfferedError(ValueError):
    """The sheet cannot be had in these languages."""


class MissingGlyphError(ValueError):
    """A text has characters that no bundled font can draw; nothing is printed with holes in it."""

    def __init__(self, characters: set[str]) -> None:
        self.characters = tuple(sorted(characters))
        named = ", ".join(f"“{each}” (U+{ord(each):04X})" for each in self.characters)
        super().__init__(
            f"The fonts for print have no glyph for {named}. Write these characters in another way."
        )


class ProgrammeTooLongError(ValueError):
    """The programme is longer than a sheet can sensibly hold."""


class NoRoomError(ProgrammeTooLongError):
    """A text does not fit its place, not even in the smallest letters that are read."""

    def __init__(self, text: str, smallest: float) -> None:
        self.letters, self.begins = len(text), text[:60]
        super().__init__(
            f"A text of {self.letters} letters does not fit its place, not even in letters of {smallest:g} pt. "
            f"It begins “{self.begins}”."
        )


class NotSetError(ProgrammeTooLongError):
    """The typesetter was stopped: the programme takes it more time or memory than a sheet may take."""


class DrawingError(RuntimeError):
    """A template or a stylesheet of ours asks for something that is not there."""


class RefusedAssetError(DrawingError):
    """A document asked for a file or an address that is not handed to it; the typesetter refused."""
