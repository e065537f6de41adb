"""What is said of one code."""

from typing import NamedTuple


class Code(NamedTuple):
    """One code: a title, what is wrong, and what to do about it; ``wrong`` shows it, ``right`` does not."""

    code: str
    title: str
    meaning: str
    wrong: str = ""
    right: str = ""
