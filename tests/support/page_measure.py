"""A rendered page in figures: where words stand and where ink is, in millimetres from its corner."""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gongkai_cli.project.libreoffice import to_pdf

POINTS_PER_MM = 72 / 25.4
DPI = 120
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
_DARK = 140


@dataclass(frozen=True)
class Word:
    """A piece of text and its box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Band:
    """Rows of ink that touch, with their extent to the left and right."""

    top: float
    bottom: float
    left: float
    right: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, eq=False)
class Page:
    """One page of a PDF."""

    file: Path
    number: int
    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)

    def word(self, text: str) -> Word:
        """The first word that begins with a text."""
        return next(word for word in self.words if word.text.startswith(text))

    @property
    def lines(self) -> list[float]:
        """The tops of the lines of the type area, the page number left out."""
        return sorted({round(word.top, 1) for word in self.words if word.top < 262})

    @cached_property
    def _pixels(self) -> tuple[int, int, bytes]:
        command = [
            "pdftoppm",
            "-r",
            str(DPI),
            "-f",
            str(self.number),
            "-l",
            str(self.number),
            str(self.file),
        ]
        data = subprocess.run(command, check=True, capture_output=True).stdout
        _, size, _, body = data.split(b"\n", 3)
        width, height = map(int, size.split())
        return width, height, body

    def bands(self, *, red: bool) -> list[Band]:
        """The page's ink from top to bottom, red or black, as bands of touching rows."""
        width, height, body = self._pixels
        found: list[Band] = []
        rows = [
            self._row(body[y * width * 3 : (y + 1) * width * 3], red=red) for y in range(height)
        ]
        start: int | None = None
        for y, row in enumerate([*rows, None]):
            if row and start is None:
                start = y
            elif not row and start is not None:
                ends = [extent for extent in rows[start:y] if extent]
                left, right = min(e[0] for e in ends), max(e[1] for e in ends)
                found.append(Band(_mm(start), _mm(y), _mm(left), _mm(right + 1)))
                start = None
        return found

    @staticmethod
    def _row(row: bytes, *, red: bool) -> tuple[int, int] | None:
        """The first and last pixel of a colour in a row."""
        reds, greens = row[0::3], row[1::3]
        if min(greens) > _DARK:
            return None
        hits = [
            x for x, green in enumerate(greens) if green <= _DARK and (reds[x] > green + 60) == red
        ]
        return (hits[0], hits[-1]) if hits else None


def _mm(pixels: int) -> float:
    return pixels / DPI * 25.4


def convert(data: bytes, folder: Path) -> list[Page]:
    """Lay a DOCX out with LibreOffice and read the pages of the PDF."""
    source, pdf = folder / "document.docx", folder / "document.pdf"
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return pages_of(pdf)


def convert_all(documents: Sequence[bytes], folder: Path) -> list[list[Page]]:
    """The pages of several DOCX, laid out in one run."""
    found = []
    for number, pdf in enumerate(to_pdf(documents)):
        file = folder / f"{number}.pdf"
        file.write_bytes(pdf)
        found.append(pages_of(file))
    return found


def pages_of(pdf: Path) -> list[Page]:
    """The pages of a PDF."""
    listing = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"],  # noqa: S607
        check=True,
        capture_output=True,
    ).stdout.decode()
    return [
        Page(pdf, number, float(width) / POINTS_PER_MM, float(height) / POINTS_PER_MM, _words(body))
        for number, (width, height, body) in enumerate(_PAGE.findall(listing), 1)
    ]


def _words(body: str) -> tuple[Word, ...]:
    found = []
    for *box, text in _WORD.findall(body):
        left, top, right, bottom = (float(number) / POINTS_PER_MM for number in box)
        found.append(Word(text, left, top, right, bottom))
    return tuple(found)
