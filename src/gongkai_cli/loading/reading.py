"""A tree of plain data to a campaign: first every 「键」 is replaced, then the model reads the whole."""

import contextlib
import re
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .. import numerals, reference
from ..dates.days import read_day, write_day
from ..model import Campaign
from ..plaindata import Data, Steps
from ..yamltree import Tree


class Reading(NamedTuple):
    """What a tree says.

    ``faults`` are the 「键」 that lead nowhere. ``campaign`` is None where the model refuses the
    data; ``refused`` are its reasons.
    """

    tree: Tree
    data: dict[str, Data]
    faults: list[reference.Fault]
    pieces: reference.Pieces
    campaign: Campaign | None
    refused: list[ErrorDetails]


def read(tree: Tree) -> Reading:
    resolved = reference.resolve(tree.data, _computed(tree.data))
    try:
        campaign = Campaign.model_validate(resolved.data)
    except ValidationError as error:
        return Reading(tree, *resolved, None, error.errors(include_url=False))
    return Reading(tree, *resolved, campaign, [])


def _computed(data: dict[str, Data]) -> dict[Steps, str]:
    """The values that are printed otherwise than typed (届次, 年份, dates), by the steps to them."""
    printed: dict[Steps, str] = {}
    edition, year, document = (data.get(key) for key in ("届次", "年份", "公文"))
    if isinstance(edition, str) and re.fullmatch(r"[1-9][0-9]{0,2}", edition):
        printed["届次",] = numerals.ordinal(int(edition))
        printed["届数",] = numerals.chinese(int(edition))
    if isinstance(year, str):
        printed["年份",] = year.removesuffix("年")
    for key in ("成文日期", "印发日期"):
        typed = document.get(key) if isinstance(document, dict) else None
        with contextlib.suppress(ValueError):
            if isinstance(typed, str) and (day := read_day(typed)):
                printed["公文", key] = write_day(day)
    return printed
