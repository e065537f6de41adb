"""Whether a text costs more than its length: what patterns are about, repeated 20,000 characters long.

Usage: python benchmarks/repeats/run.py [--length N] [--seed N] [--write]

Each pattern of the program names what it looks for. What makes one of them slow, and what no pattern
names, stands then in every field of a real campaign, in keys, comments, records, styles and results
of templates; each such file is met whole. With --write the table goes into benchmarks/repeats/README.md.
"""

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "tests")]
os.environ["GONGKAI_CACHE"] = "0"
from benchmarks.repeats.patterns import growth, patterns, repeated
from benchmarks.tables import machine, put

from gongkai_cli import agenda, deadlines
from gongkai_cli.checking import examine
from gongkai_cli.loading import load
from gongkai_cli.mending import mend
from gongkai_cli.plaindata import at, walk
from support import invariants

MOST_SECONDS: Final = 2.0
_SLOW: Final = 0.02
"""Of 4,000 characters, in seconds: what a pattern that goes over them once never takes."""
_NOW = datetime.fromisoformat("2021-05-15T09:00")
_CAMPAIGN = ROOT / "campaigns" / "dandong-2021.yaml"
_PLAIN = (
    " ¦　¦、¦，¦。¦“¦”¦「¦」¦《¦（¦）¦(¦)¦1¦12¦一¦年¦月¦5月¦5月1日¦月1日至¦县¦局¦县局¦各¦A¦a.¦@¦http://¦-¦—¦1-¦：¦: "
    "¦时间：¦#¦# 可以：GK511 ¦*¦|¦| ¦\\¦'¦\"¦%¦及¦和¦至¦前¦的¦第¦1.¦1、¦一是¦（1）¦10:00¦1 ¦110 ¦。”¦〔2026〕¦附件1¦每周¦起¦自¦[¦]("
    "¦!¦`¦<¦<b>¦&amp;¦~¦**¦::: ¦|-¦{{¦{%¦2021年5月¦责任单位：¦联系人：张"
)
"""What no pattern names, parted by ¦."""


@dataclass(frozen=True)
class Met:
    """A text in its place, and how long it took there."""

    kind: str
    place: str
    unit: str
    seconds: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--length", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=515)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311
    known = patterns()
    slow: dict[str, tuple[float, float, str]] = {}
    for name, pattern in known.items():
        worst = growth(pattern, repeated(pattern, chance))
        if worst[1] > _SLOW:
            slow[name] = worst
            sys.stderr.write(f"{name}: {worst[1]:.2f} s, x{worst[0]:.0f}, {worst[2]!r}\n")
    units = list(dict.fromkeys([*_PLAIN.split("¦"), *(unit for _, _, unit in slow.values())]))
    met = list(_met(units, given.length))
    table = [*_table(met, len(known), slow, given.seed)]
    print("\n".join([machine(), "", *table]))
    if given.write:
        put(HERE / "README.md", "table", table)
    return int(any(one.seconds > MOST_SECONDS for one in met))


def _met(units: list[str], length: int) -> Iterator[Met]:
    text = _CAMPAIGN.read_text("utf-8")
    loaded = load(text.encode(), "活动")
    data, due = loaded.data, invariants.agenda_of(loaded)
    fields: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for steps, _ in walk(dict(data)):
        fields.setdefault(tuple(step if isinstance(step, str) else 0 for step in steps), steps)
    if due is None:
        raise SystemExit("the campaign says nothing that is due")
    for unit in units:
        said = unit * (length // len(unit))
        for key, steps in fields.items():
            changed = json.dumps(_put(data, steps, said), ensure_ascii=False)
            yield _timed(
                "活动文件的字段", "、".join(map(str, key)), unit, partial(_watched, changed)
            )
        for place, meet in _elsewhere(text, said.replace("\n", " "), due).items():
            yield _timed("别处", place, unit, meet)


def _elsewhere(text: str, said: str, due: deadlines.Agenda) -> dict[str, Callable[[], object]]:
    """Where a text may stand besides, and who meets it there."""
    return {
        "注释": lambda: examine(f"{text}\n# {said}\n".encode(), "活动"),
        "键": lambda: examine(
            f"{text}\n{json.dumps(said, ensure_ascii=False)}: 甲\n".encode(), "活动"
        ),
        "没有键的一行": lambda: mend(f"{text}\n{said}\n".encode(), "活动"),
        "不加引号的值": lambda: mend(f"{text}\n结语: {said}\n".encode(), "活动"),
        "全角冒号后面": lambda: mend(f"{text}\n结语：{said}\n".encode(), "活动"),
        "几行的文字": lambda: mend(f"{text}\n结语: |\n  {said}\n".encode(), "活动"),
        "记录的时间": lambda: invariants.record_is_answered(f"{said} | 活动总结\n".encode(), due),
        "记录的任务": lambda: invariants.record_is_answered(f"2021-05-20 | {said}\n".encode(), due),
        "排版": lambda: invariants.style_is_answered(f"天头: {said}\n".encode()),
        "模板的结果": lambda: invariants.markdown_is_answered(said),
        "模板的结果：表": lambda: invariants.markdown_is_answered(
            f"| 甲 | 乙 |\n| --- | --- |\n| {said} | 丁 |\n"
        ),
    }


def _put(data: Any, steps: tuple[Any, ...], said: str) -> Any:  # noqa: ANN401
    copy = json.loads(json.dumps(data))
    at(copy, steps[:-1])[steps[-1]] = said
    return copy


def _watched(text: str) -> None:
    loaded = examine(text.encode(), "活动").loaded
    if loaded.partial and loaded.context:
        due = agenda.agenda_of(loaded.partial, "活动", "活动", loaded.context)
        deadlines.rows(due, deadlines.standings(due, (), _NOW))


def _timed(kind: str, place: str, unit: str, meet: Callable[[], object]) -> Met:
    begun = time.process_time()
    meet()
    met = Met(kind, place, unit, time.process_time() - begun)
    if met.seconds > MOST_SECONDS:
        sys.stderr.write(f"{place}: {unit!r} {met.seconds:.1f} s\n")
    return met


def _table(
    met: Sequence[Met], patterns_tried: int, slow: Collection[str], seed: int
) -> Iterator[str]:
    yield (
        f"{patterns_tried} 个表达式，自己会慢的 {len(slow)} 个（用的时候字数都有界限）；"
        f"{len({one.unit for one in met})} 样字；种子 {seed}。"
    )
    yield ""
    yield "| 放在哪里 | 处 | 文件 | 超过 2 秒的 | 最慢，秒 | 重复什么 |"
    yield "| --- | --: | --: | --: | --: | --- |"
    for kind in dict.fromkeys(one.kind for one in met):
        of_kind = [one for one in met if one.kind == kind]
        worst = max(of_kind, key=lambda one: one.seconds)
        shown = worst.unit.replace("|", "\\|").replace("`", "'")
        over = sum(one.seconds > MOST_SECONDS for one in of_kind)
        places = len({one.place for one in of_kind})
        yield f"| {kind} | {places} | {len(of_kind)} | {over} | {worst.seconds:.2f} | {worst.place}：`{shown}` |"


if __name__ == "__main__":
    raise SystemExit(main())
