"""Finds and reads the campaigns that an office keeps."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG

from ..decoding import LARGEST_FILE
from ..filenames import folded, place_of
from ..finding import Finding, Place, Refused, outside
from .reading import first_bytes
from .trouble import READ, NotAFile, NotAFolder, cannot

CAMPAIGNS = "campaigns"
TEMPLATES = "templates"
RECORD = ".进展.txt"
ENDINGS = (".yaml", ".yml")
_LARGEST_DOCUMENT = 100_000_000
"""What is behind it is left out, so the document proves to be broken."""


@dataclass(frozen=True, slots=True)
class Found:
    """A campaign file: its path, and its name, which its output folder has, too."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Survey:
    """The campaigns asked for that exist, findings about those that do not, and all that is in campaigns/."""

    found: tuple[Found, ...]
    findings: tuple[Finding, ...]
    entries: tuple[os.DirEntry[str], ...] = ()

    def complete(self) -> "Survey":
        """The same. Raises Refused when one is not there, there is none at all, or two share a name."""
        if self.findings:
            raise Refused(*self.findings)
        return self


def campaigns(arguments: Sequence[str], root: Path) -> tuple[Found, ...]:
    """The campaigns asked for, by path or by name; all under campaigns/ when none is. See ``complete``."""
    return survey(arguments, root).complete().found


def survey(arguments: Sequence[str], root: Path) -> Survey:
    """Look for the campaigns asked for; all under campaigns/ when none is."""
    findings: list[Finding] = []
    try:
        entries = entries_of(root / CAMPAIGNS)
    except Refused as refused:
        return Survey((), refused.findings)
    known = _known(root, entries)
    paths = {} if arguments else known
    for argument in arguments:
        try:
            paths[_campaign(argument, root, known)] = True
        except Refused as refused:
            findings += refused.findings
    if not arguments and not known:
        findings.append(
            Finding(outside(CAMPAIGNS), "GK401", "error", "没有找到活动文件", _elsewhere(root))
        )
    found: list[Found] = []
    first: dict[str, Path] = {}
    for path in _without_twins(paths, root):
        found.append(Found(path.stem, path))
        other = first.setdefault(place_of(path.stem), path)
        if other is not path:
            message = f"和“{shown_path(other, root)}”同名，文档会写到一处"
            hint = "给其中一个文件改名"
            place = Place(shown_path(path, root))
            findings.append(Finding(place, "GK402", "error", message, hint))
    return Survey(tuple(found), tuple(findings), entries)


def _without_twins(paths: Mapping[Path, bool], root: Path) -> Iterable[Path]:
    """Each file once, though two paths may lead to it.

    Only a path that may be a second name (a link, or one that was typed) is resolved.
    """
    # Unlike Path.resolve, realpath comes to an end where links go in a circle.
    folder = os.path.realpath(root / CAMPAIGNS)
    return {
        os.path.realpath(path) if may_be_second else os.path.join(folder, path.name): path  # noqa: PTH118  as realpath writes it
        for path, may_be_second in paths.items()
    }.values()


def new_campaign(name: str, root: Path) -> Found:
    """Where a campaign of a new name is to be.

    Raises Refused where there is one already, or a record that would be taken for the new one's.
    """
    path = root / CAMPAIGNS / f"{name}{ENDINGS[0]}"
    known = {place_of(old.stem): old for old in _known(root, entries_of(root / CAMPAIGNS))}
    if old := known.get(place_of(name)):
        hint = "换一个名称，或者先移走它"
        place = Place(shown_path(old, root))
        raise Refused(Finding(place, "GK410", "error", "已经有这个活动文件，没有动它", hint))
    new = Found(name, path)
    if os.path.lexists(record := record_path(new)):
        place = Place(shown_path(record, root))
        message = "已经有这个名称的进展记录，会算成新活动的，没有生成"
        hint = "换一个名称，或者先移走它"
        raise Refused(Finding(place, "GK410", "error", message, hint))
    return new


def has_templates(root: Path) -> bool:
    """Whether the office has a folder of its own for templates, be it only a link that leads nowhere."""
    return os.path.lexists(root / TEMPLATES)


def has_campaigns(root: Path) -> bool:
    return bool(_known(root, entries_of(root / CAMPAIGNS)))


def _known(root: Path, entries: Iterable[os.DirEntry[str]]) -> dict[Path, bool]:
    """The campaign files among what is in campaigns/, and for each whether it is a link.

    The folder's own listing tells that; asking the system for each of thousands would be slow.
    """
    folder = root / CAMPAIGNS
    return {
        path: link
        for entry in entries
        if (path := folder / entry.name).suffix.lower() in ENDINGS
        # A link that leads nowhere is told when it is read.
        and ((link := says(entry.is_symlink)) or says(entry.is_file))
    }


def _campaign(argument: str, root: Path, known: Iterable[Path]) -> Path:
    argument = argument or "."
    candidates = [root / argument]
    if argument.endswith(RECORD):  # a hook hands over what was changed: it is the campaign's
        candidates = [root / (argument.removesuffix(RECORD) + ending) for ending in ENDINGS]
    elif PurePath(argument).name == argument:
        candidates += [root / CAMPAIGNS / f"{argument}{ending}" for ending in ("", *ENDINGS)]
    with contextlib.suppress(ValueError, OSError):  # a NUL or an overlong name is no file
        for candidate in candidates:
            if is_file(candidate):
                return candidate
        if candidates[0].is_dir():
            hint = "写明其中一个活动文件；不写就是 campaigns/ 下的全部"
            raise Refused(
                Finding(outside(argument), "GK401", "error", "这是文件夹，不是活动文件", hint)
            )
    asked = folded(argument)
    for path in known:  # as another system wrote it: é in two characters, or in capitals
        if asked in (folded(path.stem), folded(path.name)):
            return path
    names = [path.stem for path in known]
    near = get_close_matches(PurePath(argument).stem, names, 1, 0.4)
    hint = f"是不是“{near[0]}”" if near else f"现有：{'、'.join(names)}"
    if not names:
        hint = _elsewhere(root)
    raise Refused(Finding(outside(argument), "GK401", "error", "没有这个活动文件", hint))


def _elsewhere(root: Path) -> str:
    """A hint where there is no campaign file in the folder that they are looked for in; else empty."""
    from .subfolders import first_ones  # few have any

    if first := next(first_ones(root, entries_of(root / CAMPAIGNS)), None):
        return f"{first.parent.as_posix()}/ 里有：移到 {CAMPAIGNS}/ 下，或者写明路径，如 {first.as_posix()}"
    return f"到放着 {CAMPAIGNS}/ 的文件夹里运行，或者写明活动文件的路径"


def read(path: Path) -> bytes:
    """Read a file, but not more of it than can be one. Raises Refused where it cannot be read."""
    return read_beginning(path, LARGEST_FILE + 1)


def read_beginning(path: Path, most: int) -> bytes:
    """Read so many bytes of a file at most. Raises Refused where it cannot be read."""
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):  # Windows would say that we may not
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not S_ISREG(mode):  # opening a pipe would wait for somebody to write to it
            raise NotAFile
        return first_bytes(path, most)
    except OSError as error:
        raise Refused(cannot(READ, path, error)) from error


def read_document(path: Path) -> bytes:
    """Read a finished document, which holds pictures. Raises Refused where it cannot be read."""
    return read_beginning(path, _LARGEST_DOCUMENT)


def listing(folder: Path) -> list[Path]:
    """What is in a folder; nothing where there is none. Raises Refused where it is out of reach."""
    return [folder / entry.name for entry in entries_of(folder)]


def entries_of(folder: Path) -> tuple[os.DirEntry[str], ...]:
    """What is in a folder, as the system lists it, by name; see ``listing``."""
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted(entries, key=lambda entry: entry.name))
    except FileNotFoundError:
        return ()
    except OSError as error:
        trouble = NotAFolder() if is_file(folder) else error
        raise Refused(cannot(READ, folder, trouble)) from error


def is_file(path: Path) -> bool:
    return says(path.is_file)


def says(said: Callable[[], bool]) -> bool:
    """What a path or an entry answers; False where it cannot be reached or has a NUL in it."""
    try:
        return said()
    except (OSError, ValueError):
        return False


def shown_path(path: Path, root: Path) -> str:
    """A path as people write it: from the folder they are in, with forward slashes."""
    with contextlib.suppress(ValueError):
        return path.relative_to(root).as_posix()
    return path.as_posix()


def shown(found: Found, root: Path) -> str:
    """The path of a campaign for findings."""
    return shown_path(found.path, root)


def record_path(found: Found) -> Path:
    """Where a campaign's progress record is, or will be: beside the campaign file."""
    return found.path.with_name(found.name + RECORD)


def shown_record(found: Found, root: Path) -> str:
    """The path of a campaign's progress record for findings."""
    return shown_path(record_path(found), root)
