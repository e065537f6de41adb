"""The places where bytes or texts come in from outside, with the first inputs for each."""

import json
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from gongkai_cli.dates.span import Context
from gongkai_cli.loading import load
from gongkai_cli.project.overrides import templates
from gongkai_cli.rendering import document_names, sheets
from gongkai_cli.succession import Keep
from gongkai_cli.templating import Templates
from support import invariants, office_cli, pair_invariants
from support.all_documents import understood
from support.corrupt_input import damaged, damaged_line
from support.drawn_command_lines import KNOWN, command_line
from support.mixed_texts import mixed

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
# The campaign that dates and records lean on.
CAMPAIGN = ROOT / "campaigns" / "dandong-2021.yaml"
LARGEST = {
    "loader": 3072,
    "rules": 32,
    "mending": 2048,
    "dates": 96,
    "record": 768,
    "style": 512,
    "markdown": 1024,
    "difference": 2048,
    "succession": 2048,
    "arguments": 256,
}
_MARKS = ("# ---- 期望 ----", "# 期望")


class Target(NamedTuple):
    """What is called with each input, what the first inputs are, and how they are spoiled."""

    answer: Callable[[bytes], object]
    seeds: Sequence[bytes]
    spoil: Callable[[str, Sequence[str], random.Random], str]


def _files(*patterns: str) -> list[str]:
    texts = [
        path.read_bytes().decode() for pattern in patterns for path in sorted(ROOT.glob(pattern))
    ]
    for mark in _MARKS:
        texts = [text.partition(mark)[0] for text in texts]
    return texts


def _sections(text: str) -> list[str]:
    """A campaign's head with one of its other sections at a time: small, and still sound."""
    parts: list[list[str]] = []
    for line in text.split("\n"):
        if line[:1].strip() and not line.startswith("#"):
            parts.append([])
        if parts:
            parts[-1].append(line)
    head = "活动: 甲\n年份: 2026\n公文: {发文机关: 乙, 标题: 丙}\n正文: {活动时间: 5月14日至21日}\n"
    given = ("活动:", "年份:")
    return [
        "\n".join([*(x for x in head.split("\n") if x[:2] != part[0][:2]), *part])
        for part in parts
        if not part[0].startswith(given)
    ]


def _campaigns() -> list[str]:
    whole = _files("campaigns/*.yaml", "tests/cases/*.yaml", "tests/sound/*.yaml")
    cases = [case for text in _files_of_cases() for case in text]
    return [
        *_files("tests/bad/*.yaml"),
        *whole,
        *(s for text in whole for s in _sections(text)),
        *cases,
    ]


def _files_of_cases() -> list[list[str]]:
    from support.rule_examples import FILES, MARKER, cases, example

    return [[example(case.partition(MARKER)[0]) for case in cases(path)] for path in FILES]


def _loader() -> Target:
    return Target(invariants.file_is_answered, [text.encode() for text in _campaigns()], damaged)


def _rules() -> Target:
    def answer(data: bytes) -> None:
        # The bytes choose the words of a campaign that is made of what rules look for.
        invariants.file_is_answered(mixed(random.Random(data)).encode())  # noqa: S311  repeatable

    def other(_: str, __: Sequence[str], chance: random.Random) -> str:
        return f"{chance.getrandbits(64):x}"

    return Target(answer, [b"0", b"1"], other)


def _mending() -> Target:
    return Target(invariants.mending_ends, [text.encode() for text in _campaigns()], damaged)


def _dates() -> Target:
    real = [
        case["text"] for case in json.loads((TESTS / "date-expressions.json").read_text("utf-8"))
    ]
    import test_dates

    tests = (test_dates.test_other_expressions, test_dates.test_what_is_not_certain_is_refused)
    known = [mark for test in tests for mark in getattr(test, "pytestmark", ())]
    written = [str(case[0]) for mark in known for case in mark.args[1]]
    contexts = (
        test_dates.CONTEXT,
        test_dates.FILE,
        Context(1900),
        Context(2099, events=test_dates.CONTEXT.events),
    )

    def answer(data: bytes) -> None:
        # The first byte chooses the year and the events, the rest is the expression.
        context = contexts[data[0] % len(contexts)] if data else contexts[0]
        invariants.date_is_answered(data[1:].decode("utf-8", "replace"), context)

    return Target(answer, [b"0" + text.encode() for text in (*real, *written)], damaged_line)


def _record() -> Target:
    agenda = invariants.agenda_of(load(CAMPAIGN.read_bytes(), CAMPAIGN.name))
    if agenda is None:
        raise SystemExit(f"{CAMPAIGN.name}: no campaign")
    entry = agenda.entries[-1]
    lines = [
        "2021-05-20 | 活动总结", "5月20日 | 活动总结 | 各地各部门 | 完成 | 附件1", f"2021-05-20T16:00 | {entry.id}",
        "2021-05-20T16:00+00:00 | 全部 | | 撤销", "# 注\n2021年5月20日16时｜活动总结｜｜已报", "<<<<<<< HEAD",
        "2021-05-20 | 开展户外集中现场宣传 | 市政府办公室、市司法局", "2021-13-45 | 活动总结",
    ]  # fmt: skip
    seeds = [*lines, "\n".join(lines)]
    return Target(
        lambda data: invariants.record_is_answered(data, agenda),
        [s.encode() for s in seeds],
        damaged_line,
    )


def _style() -> Target:
    seeds = [
        "天头: 37毫米\n",
        "天头: 30\n订口: 20\n",
        "版心宽: 170\n",
        "红色: ff0000\n",
        "标题字体: 宋体\n",
    ]
    from gongkai_cli.gbt9704 import MEASURES

    seeds += [f"{name}: {measure.default}\n" for name, measure in MEASURES.items()]
    return Target(invariants.style_is_answered, [seed.encode() for seed in seeds], damaged)


def _markdown() -> Target:
    office = Templates(templates(ROOT))
    seeds = [
        office.render(sheet.template, sheet.view)
        for path in (ROOT / "tests").glob("cases/*.yaml")
        for sheet in sheets(
            *understood(load(path.read_bytes(), path.name)), document_names(templates(ROOT))
        )
    ]
    seeds += [
        "# 题\n",
        "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n",
        "::: 主送\n甲\n:::\n",
        "::: 附件\n# 乙\n:::\n",
    ]
    return Target(
        lambda data: invariants.markdown_is_answered(data.decode("utf-8", "replace")),
        [seed.encode() for seed in seeds],
        damaged,
    )


def _sound() -> list[bytes]:
    """Sound files, each behind a byte that stands for it."""
    files = (text.encode() for text in _campaigns())
    sound = [data for data in files if load(data, invariants.PATH).campaign is not None]
    return [bytes([number % 256]) + data for number, data in enumerate(sound)]


def _difference() -> Target:
    seeds = _sound()[:256]
    sides = [pair_invariants.side_of(load(seed[1:], invariants.PATH)) for seed in seeds]

    def answer(data: bytes) -> None:
        # The first byte chooses the old file, the rest is the new one.
        old = sides[data[0] % len(sides)] if data else None
        new = pair_invariants.side_of(load(data[1:], invariants.PATH))
        if old and new:
            pair_invariants.difference_is_answered(old, new)

    return Target(answer, seeds, damaged)


def _succession() -> Target:
    def answer(data: bytes) -> None:
        # The first byte says how far, and what stays the same.
        far = data[0] if data else 0
        keep: Keep = get_args(Keep)[far % 2]
        made = pair_invariants.successor_is_answered(data[1:], far // 2 + 1, keep)
        if made is not None:
            pair_invariants.successor_is_answered(made, 1, keep)

    return Target(answer, _sound(), damaged)


def _arguments() -> Target:
    chance = random.Random(515)  # noqa: S311  repeatable, not secret
    lines = ["\n".join(command_line(chance)) for _ in range(500)]

    def answer(data: bytes) -> None:
        # An argument on a line. No path leads out of the office, not even by chance.
        words = data.decode("utf-8", "surrogateescape").replace("\0", "").split("\n")
        words = [word if word in KNOWN else word.replace("/", "／") for word in words]
        with tempfile.TemporaryDirectory() as name:
            base = Path(name)
            office = office_cli.furnish(base)
            before = office_cli.files(base)
            office_cli.answered(
                words, office_cli.call(words, office), before, office_cli.files(base)
            )

    return Target(answer, [line.encode("utf-8", "replace") for line in lines], damaged_line)


TARGETS: dict[str, Callable[[], Target]] = {
    "loader": _loader,
    "rules": _rules,
    "dates": _dates,
    "mending": _mending,
    "record": _record,
    "style": _style,
    "markdown": _markdown,
    "difference": _difference,
    "succession": _succession,
    "arguments": _arguments,
}
