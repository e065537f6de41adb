"""YAML text to a Tree, and everything that is wrong with the YAML itself.

Every scalar stays the text that was typed, so 10:30, 010, no and 2021-05-20 mean themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import yaml

from ..finding import MOST, Edit, Finding, Place
from ..plaindata import Data, Step
from ..prose import UNPRINTABLE
from .aliases import ALIAS
from .composing import TEXT, composed
from .nodes import EMPTY, is_empty, place_of, text_of
from .tree import Gaps, Tree

_WIDE_BAR = re.compile(r"[｜＞](?=[ \u3000]*(?:\n|$))")
_TOPIC = re.compile(r"\s+#(?!可以)\S")


def parse(text: str, path: str) -> tuple[Tree | None, tuple[Finding, ...]]:
    """Read one YAML document whose top is a mapping.

    Returns the tree (None where nothing can be read, or where there are edits to be made first)
    and all that is wrong with the YAML itself.
    """
    ended = text.endswith("\n")
    if not ended:
        # A folded text at the very end is else reported one line short.
        text += "\n"
    root, fault = composed(text)
    if not fault and (root is None or (isinstance(root, yaml.ScalarNode) and root.value in EMPTY)):
        hint = "照 campaigns/ 里的例子填写"
        return None, (Finding(Place(path), "GK101", "error", "文件是空的", hint),)
    if isinstance(root, yaml.MappingNode):
        return read(root, text, path)
    from .recovery import read_on  # a sound file needs none of it

    return read_on(fault, root, text, path, ended=ended)


def read(root: yaml.MappingNode, text: str, path: str) -> tuple[Tree, tuple[Finding, ...]]:
    """The tree of a document that has been composed, and all that is wrong with its YAML."""
    source = text.split("\n")
    builder = _Builder(text, source, path)
    data = builder.mapping(root)
    if builder.refused:
        # What is left out of a list counts no more: the others' numbers lead to their own places.
        root = _but(root, builder.refused, keys=False)
    tree = Tree(root, data, source, path, has_blanks=builder.has_blanks)
    return tree, tuple(builder.findings)


def without(tree: Tree, parts: Sequence[Sequence[Step]], gaps: Gaps | None = None) -> Tree | None:
    """The document without some parts; what is left keeps its places.

    Steps that are not known are ignored, so what is left out may be more than asked for. None where it
    is everything. ``gaps`` replace those of the document.
    """
    doomed = {id(node) for node in tree.nodes(parts)}
    if id(tree.root) in doomed:
        return None
    root = _but(tree.root, doomed, keys=True)
    data = _Builder("\n".join(tree.source), tree.source, tree.path).mapping(root)
    gaps = gaps or tree.gaps
    return Tree(root, data, tree.source, tree.path, has_blanks=tree.has_blanks, gaps=gaps)


def _but(node: Any, doomed: set[int], *, keys: bool) -> Any:  # noqa: ANN401
    """A node without the ``doomed`` items of lists; with ``keys``, without doomed values and their keys, too."""
    if isinstance(node, yaml.ScalarNode):
        return node

    def but(child: Any) -> Any:  # noqa: ANN401
        return child if id(child) in doomed else _but(child, doomed, keys=keys)

    if isinstance(node, yaml.SequenceNode):
        kept: list[Any] = [but(child) for child in node.value if id(child) not in doomed]
    else:
        kept = [
            (key, but(child)) for key, child in node.value if not (keys and id(child) in doomed)
        ]
    return type(node)(node.tag, kept, node.start_mark, node.end_mark, node.flow_style)


class _Builder:
    """Walks over the composed nodes once; collects plain data, and findings on YAML's traps."""

    def __init__(self, text: str, source: Sequence[str], path: str) -> None:
        self.findings: list[Finding] = []
        self.refused: set[int] = set()
        self.has_blanks = False
        self._source = source
        self._path = path
        # Few lines have any; looking behind every text would be felt.
        has_hashes = " #" in text or "\t#" in text
        self._hashes = {at for at, line in enumerate(source) if "#" in line} if has_hashes else ()
        self._marked = any(mark in text for mark in "&*!")

    def build(self, node: yaml.Node) -> Data | None:
        """The data of a node; None where YAML gives it another meaning than its text."""
        if self._marked and not self._is_plain(node):
            self.refused.add(id(node))
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [data for child in node.value if (data := self.build(child)) is not None]
        return self.mapping(node)

    def _is_plain(self, node: yaml.Node) -> bool:
        """Whether a node has no anchor and no tag, and is no alias."""
        if node.tag == ALIAS:
            self._add(node, "GK105", "用了 YAML 的别名（*）", "把内容照写一遍，或用「键」引用")
            return False
        mark = node.start_mark
        first = self._source[mark.line][mark.column : mark.column + 1]
        if first == "&":
            hint = "删去 & 和后面的名字；文字里要用就加引号"
            self._add(node, "GK105", "用了 YAML 的锚点（&）", hint)
            return False
        if first == "!" or node.tag != TEXT:
            hint = "删去感叹号开头的标签；文字里要用就加引号"
            self._add(node, "GK106", "用了 YAML 的标签（! 开头）", hint)
            return False
        return True

    def _scalar(self, node: yaml.ScalarNode) -> str:
        last = node.end_mark.line
        one_line, has_hash = node.start_mark.line == last, last in self._hashes
        if one_line and not node.style and not has_hash and node.value[:1] not in "-－｜＞":
            return str(node.value)  # as nearly all are
        text = text_of(node, self._source)
        if not node.style and (text[:1] in "-－" or "\n" in text):
            self._check_dash(node)
        if not node.style and (bar := _WIDE_BAR.match(text)):
            self._add_bar(node, bar[0])
        if has_hash:
            self._check_hash(node)
        if node.style in ("'", '"') and not one_line:
            self._add(node, "GK108", "加引号的文字不能换行", "长文字用“|”另起一行写，不加引号")
        if node.style == '"' and (bad := UNPRINTABLE.search(text)):
            message = f"有看不见的控制字符 U+{ord(bad[0]):04X}"
            self._add(node, "GK005", message, "删去这个字符")
            return UNPRINTABLE.sub("", text)
        return text

    def mapping(self, node: yaml.Node) -> dict[str, Data]:
        result: dict[str, Data] = {}
        again: list[yaml.Node] = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._add(key, "GK107", "键必须是一个词", "含有 [ ] { } 的键加上引号")
                continue
            name = key.value.strip()
            if key.tag == ALIAS:
                self._add(key, "GK105", "用了 YAML 的别名（*）", "把键照写一遍；文字里要用就加引号")
            elif key.style == '"' and (bad := UNPRINTABLE.search(name)):
                message = f"键里有看不见的控制字符 U+{ord(bad[0]):04X}"
                self._add(key, "GK005", message, "删去这个字符")
            elif name == "<<":
                self._add(key, "GK105", "用了 YAML 的合并键（<<）", "把内容照写一遍")
            elif name in result:
                again.append(key)
            elif is_empty(value):
                if self._after(key).lstrip()[:1] in (",", "}"):
                    # {内容: 甲,乙} is a text 甲, and a key 乙 without a colon.
                    hint = "逗号改成全角“，”，或者给整段文字加引号"
                    self._add(key, "GK116", f"“{name}”被半角逗号断开，不会印出来", hint)
                else:
                    self.has_blanks = True
            elif (data := self.build(value)) is not None:
                result[name] = data
        if again:
            self._add_again(node, again)
        return result

    def _add_again(self, node: yaml.Node, keys: Sequence[yaml.Node]) -> None:
        """Findings on keys given twice; in a list, perhaps the next item lacks its mark."""
        mark, first = node.start_mark, node.value[0][0].value
        in_list = self._source[mark.line][: mark.column].rstrip().endswith("-")
        if in_list and len(keys) > 1 and keys[0].value == first:
            hint = "是清单的下一项，就在这一行前面写“- ”；不是就删去重复的"
            for key in keys:
                if key.value == first:
                    self._add(key, "GK104", f"从这里起又写了一遍“{first}”等键", hint)
            return
        for key in keys:
            self._add(key, "GK104", f"“{key.value.strip()}”写了两次", "删去一个，或合成一个")

    def _add_bar(self, node: yaml.ScalarNode, bar: str) -> None:
        """The finding on a full-width ｜ or ＞ before a text of several lines."""
        right = {"｜": "|", "＞": ">"}[bar]
        message, edit = f"“{bar}”用了全角，会印进正文", Edit(bar, right)
        place = place_of(self._path, node)
        self.findings.append(Finding(place, "GK117", "error", message, f"改成半角“{right}”", edit))

    def _check_dash(self, node: yaml.ScalarNode) -> None:
        """Findings on a list whose marks lack the blank behind them: to YAML it is one long text."""
        first, last = node.start_mark, node.end_mark
        if self._source[first.line][: first.column].strip(" "):
            return
        from ..yamlslips.errors import bad_item

        numbers = range(first.line, min(last.line, len(self._source) - 1) + 1)
        slips = (bad_item(self._source[number], number, self._path) for number in numbers)
        found = list(filter(None, slips))[: MOST - len(self.findings)]
        # Where there is nothing to mend in a mark, the line above has none.
        here = place_of(self._path, node)
        self.findings += [one if one.edit else replace(one, place=here) for one in found]

    def _check_hash(self, node: yaml.ScalarNode) -> None:
        """A warning where a topic such as #安全生产月# begins a comment; real ones have a blank after #."""
        end, rest = node.end_mark, self._after(node)
        if not node.style and _TOPIC.match(rest):
            place = Place(self._path, end.line + 1, end.column + len(rest) - len(rest.lstrip()) + 1)
            message = "“#”后面的文字被当成注释，印不出来"
            hint = "要印就给整个值加引号；确是注释，就在 # 后面空一格"
            self.findings.append(Finding(place, "GK109", "warning", message, hint))

    def _after(self, node: yaml.Node) -> str:
        """The rest of the line behind a node."""
        end = node.end_mark
        return self._source[end.line][end.column :] if end.line < len(self._source) else ""

    def _add(self, node: yaml.Node, code: str, message: str, hint: str) -> None:
        if len(self.findings) >= MOST:
            return
        self.findings.append(Finding(place_of(self._path, node), code, "error", message, hint))
