"""What is known of a campaign file once it has been read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..dates.span import Context
from ..finding import Finding
from ..model import Campaign
from ..reference import Pieces
from ..yamltree import Tree


@dataclass(frozen=True, slots=True)
class Loaded:
    """A campaign file as far as it could be understood.

    ``campaign`` is what documents are made of; None as soon as the file has an error.
    ``partial`` is what the rules look at: the campaign without the parts that could not be
    understood. In a sound file the two are the same; where too little is left it is None.

    ``data`` holds the file's texts with every 「键」 replaced, ``pieces`` says which stretch of
    them was typed where, ``tree`` knows their places, ``context`` is what dates are read by.

    ``left_out`` are the keys under which the file says more than ``partial`` knows of: that they
    are silent proves nothing. ``doubtful`` are lines with an error (counted from 1): as long as it
    stands, no rule speaks of them.

    ``made`` are the edits of errors with one right answer, pass by pass. The file was read as if
    they had been made, so ``tree`` has the places of the edited text; ``editing.as_typed`` leads
    from them back to the text as it was typed.
    """

    path: str
    campaign: Campaign | None
    findings: tuple[Finding, ...]
    tree: Tree | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    context: Context | None = None
    pieces: Pieces = field(default_factory=dict)
    partial: Campaign | None = None
    left_out: frozenset[str] = frozenset()
    doubtful: frozenset[int] = frozenset()
    made: tuple[tuple[Finding, ...], ...] = ()
