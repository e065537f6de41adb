"""What a campaign file says, typed in one of the ways that YAML has for the same."""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Said = dict[str, Any]


def written(said: Said, seed: int) -> str:
    """A file that says so, typed one of the ways there are: layout changes, what it says does not."""
    typist = _Typist(random.Random(seed))  # noqa: S311 (repeatable, not secret)
    order = list(said)
    # Only the order of 正文 and of lists means something.
    typist.chance.shuffle(order)
    text = typist.mapping({key: said[key] for key in order}, 0)
    text = typist.chance.choice(("", "# 注释\n", "---\n", "\ufeff")) + text
    return text.replace("\n", typist.chance.choice(("\n", "\n", "\r\n")))


class _Typist:
    """Types data as YAML, choosing among equivalent forms."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.step = chance.choice((2, 2, 4))

    def mapping(self, data: Mapping[str, Any], indent: int) -> str:
        return "".join(self._entry(" " * indent, key, value, indent) for key, value in data.items())

    def _entry(self, lead: str, key: str, value: Any, indent: int) -> str:
        head = f"{lead}{self._scalar(key, flow=False)}:"
        return head + self._value(value, indent) + self.chance.choice(("", "", "", "\n"))

    def _value(self, value: Any, indent: int, *, below_dash: bool = False) -> str:
        """What stands behind a colon or a dash, with its line break."""
        chance = self.chance
        if isinstance(value, str):
            if "\n" in value:
                mark = chance.choice(("|", "|", "|-", "|+", ">")) if _may_fold(value) else "|"
                lead = " " * (indent + self.step)
                lines = (lead + line if line else "" for line in value.split("\n"))
                return f" {mark}\n" + "\n".join(lines) + "\n"
            return f"{' ' * chance.choice((1, 1, 3))}{self._scalar(value, flow=False)}{self._end()}"
        if not value or (_is_flat(value) and chance.random() < 0.4):
            return f" {self._flow(value)}{self._end()}"
        if isinstance(value, dict):
            return self._end() + self.mapping(value, indent + self.step)
        inner = indent + chance.choice((self.step, self.step, 0))
        # Below a dash a list must stand further in, below a key it need not.
        inner = indent + self.step if below_dash else inner
        return self._end() + "".join(self._item(item, inner) for item in value)

    def _item(self, item: Any, indent: int) -> str:
        lead = " " * indent
        if isinstance(item, dict) and item:
            # The first key on the line of its dash, the others below it.
            first, *others = item.items()
            inner = indent + 2
            return self._entry(f"{lead}- ", *first, inner) + self.mapping(dict(others), inner)
        return f"{lead}-{self._value(item, indent, below_dash=True)}"

    def _flow(self, value: Any) -> str:
        if isinstance(value, str):
            return self._scalar(value, flow=True)
        blank = self.chance.choice(("", " "))
        if isinstance(value, dict):
            pairs = (f"{self._scalar(k, flow=True)}: {self._flow(v)}" for k, v in value.items())
            return "{" + blank + ", ".join(pairs) + blank + "}"
        return "[" + blank + ", ".join(map(self._flow, value)) + blank + "]"

    def _scalar(self, text: str, *, flow: bool) -> str:
        ways: list[Callable[[str], str]] = [_single, _double]
        if _may_be_plain(text, flow=flow):
            ways += [str, str, str]
        return self.chance.choice(ways)(text)

    def _end(self) -> str:
        return self.chance.choice(("\n", "\n", "\n", "  # 注\n"))


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("𠀀", "\\U00020000").replace("〇", "\\u3007") + '"'


def _is_flat(value: Any) -> bool:
    """Whether it can be written on one line."""
    if isinstance(value, str):
        return "\n" not in value
    return all(map(_is_flat, value.values() if isinstance(value, dict) else value))


def _may_fold(text: str) -> bool:
    return all(line == line.strip() for line in text.split("\n"))


def _may_be_plain(text: str, *, flow: bool) -> bool:
    """Whether YAML reads a text without quotation marks as itself; rather too seldom than wrongly."""
    taken = set("「」\"'`@%&*!|>{}[]#?,~-=<:\ufeff\t\\")
    inside: Sequence[str] = (": ", " #", "\ufeff", "  ")
    if flow:
        inside = (*inside, ",", "[", "]", "{", "}", ":", "?")
    return (
        bool(text)
        and text[0] not in taken
        and not text[0].isspace()
        and text == text.strip()
        and not text.endswith(":")
        and not text.startswith(("...", "---", "null"))
        and not any(mark in text for mark in inside)
    )
