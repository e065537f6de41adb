"""What is measured on a page: lines, ink and gaps, in millimetres, pitches and 字."""

import re

from support.page_measure import Page

Pages = list[Page]


def red(pages: Pages, number: int) -> tuple[float, float]:
    band = pages[0].bands(red=True)[number]
    return band.top, band.bottom


def black(page: Page, number: int) -> tuple[float, float]:
    band = page.bands(red=False)[number]
    return band.top, band.bottom


def body_lines(page: Page) -> list[float]:
    return [band.top for band in page.bands(red=False) if band.top < 262]


def full_line(pages: Pages) -> float:
    """The most characters in a line of nothing but full-width ones that fills the type area.

    A mark that hangs over the edge is not one of them.
    """
    full = (
        len(word.text.rstrip("，。、；："))
        for page in pages[1:3]
        for word in page.words
        if not re.search(r"[\x00-\x7f]", word.text) and word.right > 180 and word.left < 29
    )
    return max(full)


def dash(page: Page) -> float:
    digits = [word for word in page.words if word.top > 262 and word.text.isdigit()]
    return (digits[0].top + digits[0].bottom) / 2


def dash_edge(page: Page, *, even: bool) -> float:
    dashes = [word for word in page.words if word.top > 262 and word.text == "—"]
    return min(d.left for d in dashes) - 28 if even else 184 - max(d.right for d in dashes)


def gap_below(page: Page, text: str) -> float:
    """Lines from the one with a text to the next, in pitches."""
    top = page.word(text).top
    below = min(word.top for word in page.words if word.top > top + 3)
    return (below - top) / (225 / 22)


def ending(pages: Pages, text: str) -> Page:
    return next(page for page in pages if text in page.text)


def right_gap(page: Page, below: str) -> float:
    """From the right edge of the line under a name to the type area's edge."""
    name = [word for word in page.words if word.text.startswith(below)][-1]
    date = [word for word in page.words if 5 < word.top - name.top < 15]
    return 184 - max(word.right for word in date)


def off_centre(page: Page, name_text: str) -> float:
    name = [word for word in page.words if word.text.startswith(name_text)][-1]
    date = [word for word in page.words if 5 < word.top - name.top < 15]
    return name.middle - (min(w.left for w in date) + max(w.right for w in date)) / 2


def shift(page: Page, name_text: str) -> float:
    """How far a date begins to the right of the name above it, in 字."""
    name = [word for word in page.words if word.text.startswith(name_text)][-1]
    date = [word for word in page.words if 5 < word.top - name.top < 15]
    return (min(w.left for w in date) - name.left) / (156 / 28)
