"""Makes a folder an office's: what every one begins with, and nothing that is there already."""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from ..finding import Refused
from .files import CAMPAIGNS, has_campaigns
from .trouble import WRITE, cannot, link
from .writing import save

_PACKAGE = Path(__file__).resolve().parents[1]
_SKELETON = _PACKAGE / "office"
_BEGINNING = _PACKAGE / "beginning" / "活动.yaml"


def furnish(
    folder: Path, made: Mapping[str, bytes], without: Collection[str]
) -> Iterator[tuple[str, bool]]:
    """Put the packaged files and those just ``made`` into a folder; each path, and whether it is new.

    ``without`` are packaged files not wanted. An office with campaigns gets no example. Raises
    Refused where a file cannot be written.
    """
    files = {**skeleton(), **made}
    try:
        has_some = has_campaigns(folder)
        for name, data in sorted(files.items()):
            if name in without:
                continue
            path = folder / name
            if os.path.lexists(path):
                yield name, False
            elif not Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(folder)):
                raise Refused(link(path, "工作文件夹"))
            elif name in made or not (has_some and PurePosixPath(name).parts[0] == CAMPAIGNS):
                save(path, data)
                yield name, True
    except (OSError, ValueError) as error:
        raise Refused(cannot(WRITE, folder, error)) from error


def beginning() -> str:
    """A new campaign file: the packaged one with ⟦…⟧ filled in."""
    return _BEGINNING.read_text("utf-8")


def skeleton() -> dict[str, bytes]:
    """The skeleton's files; a leading _ stands for a dot, which tools would heed where they lie."""
    return {
        "/".join(_dotted(part) for part in path.relative_to(_SKELETON).parts): path.read_bytes()
        for path in _SKELETON.rglob("*")
        if path.is_file()
    }


def _dotted(part: str) -> str:
    return "." + part[1:] if part.startswith("_") else part
