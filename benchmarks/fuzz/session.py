"""One coverage-guided run of one target, in this process, until its inputs are used up.

``run.py`` starts it: libFuzzer owns the process and ends it. What breaks a law is written down once
for each way to break it, and the run goes on.
"""

import argparse
import hashlib
import json
import random
import re
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "tests")]

with atheris.instrument_imports(include=["gongkai_cli"]):
    from benchmarks.fuzz.targets import LARGEST, TARGETS, Target

from support.corrupt_input import DATES, STRANGE, damaged_bytes

# By the byte, as libFuzzer does it, a Chinese text is soon none; most inputs are spoiled as texts.
_AS_TEXT, _AS_BYTES = 0.7, 0.8
_CODE = re.compile(r"GK\d{3}")


class _Watched:
    """Calls the target and writes down what breaks a law, once for each line it breaks at."""

    def __init__(self, answer: Callable[[bytes], object], folder: Path) -> None:
        self._answer = answer
        self._folder = folder
        self._known: set[str] = set()

    def __call__(self, data: bytes) -> None:
        try:
            self._answer(data)
        except Exception as error:  # noqa: BLE001  whatever it is, it is what was looked for
            frames = traceback.extract_tb(error.__traceback__)
            at = frames[-1]
            ours = next((f for f in reversed(frames) if "gongkai_cli" in f.filename), at)
            code = _CODE.search(str(error))
            kind = (
                f"{type(error).__name__} {Path(ours.filename).name}:{ours.name} {at.name}:{at.lineno}"
                f" {code[0] if code else ''}"
            )
            if kind in self._known:
                return
            self._known.add(kind)
            name = hashlib.sha256(data).hexdigest()[:12]
            (self._folder / name).write_bytes(data)
            (self._folder / f"{name}.txt").write_text(
                f"{kind}\n{''.join(traceback.format_exception(error))}", "utf-8"
            )
            print(f"FOUND {name} {kind}", file=sys.stderr, flush=True)


def _mutator(target: Target) -> Callable[[bytes, int, int], bytes]:
    others = [seed.decode("utf-8", "ignore") for seed in target.seeds]

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311  repeatable, not secret
        how = chance.random()
        if how < _AS_TEXT:
            text = target.spoil(data.decode("utf-8", "replace"), others, chance)
            return text.encode("utf-8", "replace")[:longest]
        if how < _AS_BYTES:
            return damaged_bytes(data, chance)[:longest]
        return bytes(atheris.Mutate(data, longest))

    return mutate


def _dictionary(path: Path) -> None:
    """Keys of a campaign, words of dates, and strange characters, for libFuzzer's own mutations."""
    from gongkai_cli.schema import schema

    keys = {
        key
        for shape in (json.loads(schema()), *json.loads(schema())["$defs"].values())
        for key in shape.get("properties", ())
    }
    words = {*(f"{key}: " for key in keys), *DATES, *STRANGE}
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in sorted(words))
    path.write_text("".join(f'"{word}"\n' for word in escaped), "ascii")


def main() -> None:
    """Fuzz; libFuzzer never returns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("runs", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    target = TARGETS[given.target]()
    corpus, found = given.folder / "corpus", given.folder / "found"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for data in target.seeds:
        short = data[: LARGEST[given.target]]
        (corpus / hashlib.sha256(short).hexdigest()[:16]).write_bytes(short)
    _dictionary(given.folder / "words.dict")
    arguments = [
        sys.argv[0],
        f"-runs={given.runs}",
        f"-atheris_runs={given.runs}",
        f"-seed={given.seed}",
        f"-max_len={LARGEST[given.target]}",
        f"-dict={given.folder / 'words.dict'}",
        f"-artifact_prefix={found}/",
        "-timeout=20",
        "-rss_limit_mb=2048",
        "-len_control=0",
        "-print_final_stats=1",
        str(corpus),
    ]
    atheris.Setup(arguments, _Watched(target.answer, found), custom_mutator=_mutator(target))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
