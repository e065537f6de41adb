"""A page of HTML from our own template: every value is escaped."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, StrictUndefined

from .sandbox import Source


def html(source: Source, view: Mapping[str, Any]) -> str:
    """Fill the template in; an office cannot change it, so a fault in it is ours."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["px"] = _px
    return environment.from_string(source.text).render(view)


def _px(value: float) -> str:
    """A length with at most one digit behind the point."""
    return f"{value:.1f}".removesuffix(".0")
