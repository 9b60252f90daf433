"""What a mail server answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of a mail server.

    Attributes:
        code: Three digits; those of the last line.
        text: All lines without their codes, joined by blanks; not cleaned.
    """

    code: int
    text: str

    @property
    def is_good(self) -> bool:
        return 200 <= self.code < 300
