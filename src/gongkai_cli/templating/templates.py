"""The templates of an office: rendered by name, faults with the template's file and line."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError
from jinja2.exceptions import TemplateSyntaxError

from ..finding import Finding, Place, Refused
from .allowance import TooMuch
from .compiled import Kept
from .faults import sentence
from .sandbox import Source, environment

if TYPE_CHECKING:
    from types import TracebackType

SUFFIX = ".md.j2"
_SAID = re.compile("“([^”]+)”")

# What a template's own expression may raise while it runs.
_RUNTIME = (
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    MemoryError,
    # What Jinja's compiler makes of odd nesting is Python that does not compile.
    SyntaxError,
    # 1e999 is infinite, and Jinja writes it down as a name.
    NameError,
    TooMuch,
)


class Templates:
    """The templates of one office: its own files before the packaged ones, by name.

    ``kept`` is a place for what the packaged ones are compiled to.
    """

    def __init__(self, sources: Mapping[str, Source], kept: Kept | None = None) -> None:
        self._sources = sources
        self._environment = environment(sources, kept)

    def render(self, name: str, view: Mapping[str, Any]) -> str:
        """Render the template ``name``. Raises Refused with the template's file and line."""
        try:
            allowance = self._environment.allowance
            allowance.renew()
            pieces = self._environment.get_template(name + SUFFIX).generate(view)
            return "".join(allowance.printed(pieces))
        except (TemplateError, *_RUNTIME) as error:
            raise Refused(self._finding(error, name + SUFFIX)) from error

    def path(self, name: str) -> str:
        """The file of the template ``name``, for findings."""
        return self._path(name + SUFFIX)

    def mention(self, name: str, word: str) -> bool:
        """Whether a word stands in the template ``name`` itself."""
        source = self._sources.get(name + SUFFIX)
        return source is not None and word in source.text

    def _finding(self, error: Exception, name: str) -> Finding:
        path, line = self._where(error, name)
        code, message, hint = sentence(error)
        return Finding(
            Place(path, line, self._column(path, line, message)), code, "error", message, hint
        )

    def _column(self, path: str, line: int, message: str) -> int:
        """Where the word that a message quotes last stands on its line; 1 where that is not certain."""
        text = next((one.text for one in self._sources.values() if one.path == path), "")
        lines, said = text.split("\n"), _SAID.findall(message)
        if not said or not 0 < line <= len(lines) or lines[line - 1].count(said[-1]) != 1:
            return 1
        return lines[line - 1].index(said[-1]) + 1

    def _where(self, error: Exception, name: str) -> tuple[str, int]:
        """The innermost template line, or where a circle begins; Jinja rewrites tracebacks to the template's own file."""
        if isinstance(error, TemplateSyntaxError):
            return error.filename or self._path(error.name or name), error.lineno
        paths = {source.path for source in self._sources.values()}
        found = (self._path(name), 1)
        trace: TracebackType | None = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in paths:
                found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
                if isinstance(error, RecursionError):
                    break  # which of a circle's files the stack ended in is chance
            trace = trace.tb_next
        return found

    def _path(self, name: str) -> str:
        return self._sources[name].path if name in self._sources else name
