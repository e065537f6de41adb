"""A campaign and templates to finished documents, in memory."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from .gbt9704 import STANDARD, Standard
from .mdreader import read
from .model import Campaign
from .templating import SUFFIX, Templates
from .view import campaign_view, unit_views
from .writers import writer

PER_UNIT = "unit-tasks"
"""The template that is rendered once for each unit, into a folder of its name."""

# Windows takes none of these in a file name, nor the device names, nor a dot or blank at the end.
_FORBIDDEN = str.maketrans({mark: chr(ord(mark) + 0xFEE0) for mark in '<>:"/\\|?*'})
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished document and where it belongs below the campaign's output folder."""

    path: PurePosixPath
    data: bytes


def document_names(sources: Mapping[str, Any]) -> tuple[str, ...]:
    """The documents there are templates for; a name beginning with _ is part of another."""
    names = (name.removesuffix(SUFFIX) for name in sources if name.endswith(SUFFIX))
    return tuple(sorted(name for name in names if not name.startswith("_")))


def render(
    campaign: Campaign,
    templates: Templates,
    names: Sequence[str],
    formats: Sequence[str],
    standard: Standard = STANDARD,
) -> Iterator[Rendered]:
    """Render each named document in each format, on the page of ``standard``.

    Raises Refused, with the template's place, where a template is at fault.
    """
    view = campaign_view(campaign)
    for name in names:
        for stem, extra in _sheets(campaign, name):
            document = read(templates.render(name, view | extra), templates.path(name))
            for ending in formats:
                yield Rendered(
                    PurePosixPath(f"{stem}.{ending}"), writer(ending)(document, standard)
                )


def _sheets(campaign: Campaign, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The documents one template makes: where each belongs and what it sees besides."""
    if name != PER_UNIT:
        yield name, {}
        return
    units = unit_views(campaign)
    for unit, stem in zip(units, file_stems(units), strict=True):
        yield f"{name}/{stem}", units[unit]


def file_stems(names: Iterator[str] | Mapping[str, Any]) -> tuple[str, ...]:
    """A file name for each name, usable on Windows, Linux and macOS, all different."""
    taken: set[str] = set()
    stems: list[str] = []
    for name in names:
        plain = "".join(char for char in name if unicodedata.category(char)[0] != "C")
        stem = plain.translate(_FORBIDDEN)[:_LONGEST].strip().rstrip(".") or "_"
        if stem.split(".")[0].strip().lower() in _DEVICES:
            stem = f"_{stem}"
        stem = stem.replace("..", "．．")
        unique, number = stem, 2
        while _folded(unique) in taken:
            unique, number = f"{stem}-{number}", number + 1
        taken.add(_folded(unique))
        stems.append(unique)
    return tuple(stems)


def _folded(name: str) -> str:
    """File systems that ignore case or composition see these as one name."""
    return unicodedata.normalize("NFC", name).casefold()
