"""Campaign files by the thousand, the same ones every time: the two real ones for other counties.

Usage: python benchmarks/speed/province.py FOLDER COUNT
"""

import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEED = 515
_SURNAMES = "安宁平阳江河清泉石林金玉长兴永和东西南北新大高临"
_ENDS = "阳山江城源州川平水泉陵溪"
# What a county of its own would have written otherwise: its name, its numbers, its days.
_PLACES = re.compile("大连高新区|大连|高新区|丹东市|丹东")
_DIGITS = re.compile(r"\d{7,}")
_DAY = re.compile(r"(?<=月)(\s*)(\d{1,2})(?=\s*日)")


def sources() -> tuple[str, ...]:
    """The real campaigns."""
    files = sorted((ROOT / "campaigns").glob("*-20*.yaml"))
    return tuple(file.read_text("utf-8") for file in files)


def campaign(text: str, number: int) -> str:
    """A real campaign as another county would have held it: other names, numbers and days."""
    chance = random.Random(f"{SEED}-{number}")  # noqa: S311  the same files every time
    name = chance.choice(_SURNAMES) + chance.choice(_ENDS)
    shift = chance.randint(-3, 3)
    text = _PLACES.sub(lambda match: name + match[0][2:], text)
    text = _DIGITS.sub(lambda match: "".join(chance.choices("0123456789", k=len(match[0]))), text)
    return _DAY.sub(
        lambda match: match[1] + str(min(max(int(match[2]) + shift, 1), 30)),
        text,
    )


def fill(folder: Path, count: int) -> int:
    """Write so many campaigns into a folder; returns their bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    real, total = sources(), 0
    for number in range(count):
        data = campaign(real[number % len(real)], number).encode()
        (folder / f"{number:05d}.yaml").write_bytes(data)
        total += len(data)
    return total


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
