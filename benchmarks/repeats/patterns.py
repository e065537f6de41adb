"""The patterns of the program, and texts that repeat what each of them is about."""

import importlib
import pkgutil
import random
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import gongkai_cli

# What stands for many characters in a pattern, by one of them.
_MEANT = {r"\d": "1", r"\s": " ", r"\w": "a", r"\S": "甲", r"\D": "甲", r"\W": "，", r"\n": "\n"}
_PIECE = re.compile(r"\\.|\(\?(?:P<\w+>|<?[=!]|:)|[一-鿿]+|.", re.DOTALL)
_GRAMMAR = re.compile(r"\(\?.*|[()\[\]{}|?*+^$]|\\[bBAZ]")
_FEW = 1_000
_LONG = 0.2
_STUCK = 2.0


def patterns() -> Mapping[str, re.Pattern[str]]:
    """Every compiled pattern of the program, by the module and the name that hold it."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(gongkai_cli.__path__, "gongkai_cli."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, pattern in enumerate(_inside(value)):
                found.setdefault(f"{module.name.partition('.')[2]}.{name}#{number}", pattern)
    same: dict[tuple[str, int], str] = {}
    for name, pattern in found.items():
        same.setdefault((pattern.pattern, pattern.flags), name)
    return {name: found[name] for name in same.values()}


def _inside(value: Any) -> Iterator[re.Pattern[str]]:  # noqa: ANN401
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _inside(one)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for one in value:
            yield from _inside(one)


def repeated(pattern: re.Pattern[str], chance: random.Random) -> list[str]:
    """What to repeat: each thing that a pattern names, and some of them in a row."""
    pieces = [_MEANT.get(piece, piece) for piece in _PIECE.findall(pattern.pattern)]
    pieces = [piece.removeprefix("\\") or "\\" for piece in pieces if not _GRAMMAR.fullmatch(piece)]
    single = list(dict.fromkeys([*pieces, *(char for piece in pieces for char in piece)]))[:60]
    rows = [
        "".join(chance.choices(single, k=chance.randint(2, 4))) for _ in range(40 if single else 0)
    ]
    return [*single, *rows]


def growth(pattern: re.Pattern[str], units: Iterable[str]) -> tuple[float, float, str]:
    """How the time of a pattern grows over four times the text, at the worst: so many times, seconds
    for the longer one, and what is repeated. Of what takes long over the shorter one, that.
    """
    worst = (0.0, 0.0, "")
    for unit in units:
        for use in (pattern.fullmatch, pattern.match, _every(pattern)):
            few = _seconds(use, unit, _FEW)
            many = few if few > _LONG else _seconds(use, unit, 4 * _FEW)
            worst = max(worst, (many / max(few, 1e-6), many, unit), key=lambda one: one[1])
            if worst[1] > _LONG:
                return worst
    return worst


def _every(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return lambda text: sum(1 for _ in pattern.finditer(text))


def _seconds(use: Callable[[str], object], unit: str, length: int) -> float:
    """How long it takes, or ``_STUCK`` where that is more."""
    text = unit * (length // len(unit)) + "\x01"
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, _STUCK)
    begun = time.perf_counter()
    try:
        use(text)
    except TimeoutError:
        return _STUCK
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.perf_counter() - begun


def _stop(*_: object) -> None:
    raise TimeoutError
