"""YAML text to plain data that remembers where everything stands. The only module that imports yaml.

Every scalar stays the text that was typed, so 10:30, 010, no and 2021-05-20 mean themselves.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

import yaml

from .finding import Finding, Place
from .plaindata import Data, Step
from .prose import UNPRINTABLE
from .yamlfault import syntax_finding

# Deeper than any campaign; libyaml's composer recurses on the C stack and must not get there.
DEEPEST: Final = 100
_EMPTY = {"", "~", "null"}
_INDENT = re.compile(r"^[ ?:-]+", re.MULTILINE)
_TOPIC = re.compile(r"\s+#\S")
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Tree:
    """One YAML document: ``data`` in plain lists, dicts and strings, and the place of each part."""

    def __init__(
        self, root: yaml.Node, data: dict[str, Data], source: Sequence[str], path: str
    ) -> None:
        self.data = data
        self._root = root
        self._source = source
        self._path = path
        self._index: dict[int, dict[Step, tuple[yaml.Node, yaml.Node]]] = {}

    def place(self, steps: Sequence[Step], offset: int = 0, *, key: bool = False) -> Place:
        """Locate the value (or, with ``key``, the key) that ``steps`` lead to.

        Steps the tree does not know are passed over, so a model's own inner steps do no harm.
        ``offset`` counts characters of the value as it stands in ``data``.
        """
        node, key_node = self._root, None
        for step in steps:
            child = _child(node, step, self._index)
            if child is not None:
                key_node, node = child
        if key and key_node is not None:
            return _place(self._path, key_node)
        if isinstance(node, yaml.ScalarNode):
            return self._inside(node, offset)
        return _place(self._path, key_node or node)

    def has(self, steps: Sequence[Step]) -> bool:
        """Whether a key stands in the file, be it with nothing after it."""
        node: yaml.Node | None = self._root
        for step in steps:
            child = _child(node, step, self._index) if node else None
            node = child[1] if child else None
        return node is not None

    def _inside(self, node: yaml.ScalarNode, offset: int) -> Place:
        text = _text(node, self._source)
        before = text[:offset]
        down, right = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        start = node.start_mark
        line, column = start.line + down, start.column + right
        if node.style in ("|", ">"):
            line += 1
        elif node.style in ("'", '"') and "\n" not in text:
            column += 1
        if node.style in ("|", ">") or down:
            typed = text.split("\n")[down]
            raw = self._source[line] if line < len(self._source) else ""
            column = max(raw.find(typed), 0) + right
        return Place(self._path, line + 1, column + 1)


def parse(text: str, path: str) -> tuple[Tree | None, tuple[Finding, ...]]:
    """Read one YAML document whose top is a mapping.

    Returns the tree (None where nothing can be read) and all that is wrong with the YAML itself.
    """
    if not text.endswith("\n"):
        # A folded text at the very end is else reported one line short.
        text += "\n"
    try:
        if _depth_bound(text) > DEEPEST:
            _refuse_depth(text)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        return None, (syntax_finding(error, text, path),)
    if root is None or (isinstance(root, yaml.ScalarNode) and root.value in _EMPTY):
        hint = "照 campaigns/ 里的例子填写"
        return None, (Finding(Place(path), "GK101", "error", "文件是空的", hint),)
    if not isinstance(root, yaml.MappingNode):
        message = "文件开头应当是“键: 值”"
        hint = "键后面用半角冒号，再空一格；全角冒号“：”不行"
        return None, (Finding(_place(path, root), "GK102", "error", message, hint),)
    source = text.split("\n")
    builder = _Builder(source, path)
    data = builder.mapping(root)
    return Tree(root, data, source, path), tuple(builder.findings)


class _Builder:
    """Walks the composed nodes once: plain data out, YAML's traps into findings."""

    def __init__(self, source: Sequence[str], path: str) -> None:
        self.findings: list[Finding] = []
        self._source = source
        self._path = path
        self._seen: set[int] = set()

    def build(self, node: yaml.Node) -> Data | None:
        """The data of a node; None for one that stands elsewhere too."""
        if id(node) in self._seen:
            self._add(node, "GK105", "用了 YAML 的别名（& 和 *）", "把内容照写一遍，或用「键」引用")
            return None
        self._seen.add(id(node))
        mark = node.start_mark
        first = self._source[mark.line][mark.column : mark.column + 1]
        if first == "&":
            self._add(
                node, "GK105", "用了 YAML 的锚点（&）", "删去 & 和后面的名字；文字里要用就加引号"
            )
            return None
        if first == "!" or not node.tag.startswith("tag:yaml.org,2002:"):
            self._add(
                node,
                "GK106",
                "用了 YAML 的标签（! 开头）",
                "删去感叹号开头的标签；文字里要用就加引号",
            )
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            children = (self.build(child) for child in node.value)
            return [child for child in children if child is not None]
        return self.mapping(node)

    def _scalar(self, node: yaml.ScalarNode) -> str:
        text = _text(node, self._source)
        self._check_hash(node)
        if node.style in ("'", '"') and node.end_mark.line > node.start_mark.line:
            self._add(node, "GK108", "加引号的文字不能换行", "长文字用“|”另起一行写，不加引号")
        if node.style == '"' and (bad := UNPRINTABLE.search(text)):
            message = f"有看不见的控制字符 U+{ord(bad[0]):04X}"
            self._add(node, "GK005", message, "删去这个字符")
            return UNPRINTABLE.sub("", text)
        return text

    def mapping(self, node: yaml.Node) -> dict[str, Data]:
        result: dict[str, Data] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._add(key, "GK107", "键必须是一个词", "含有 [ ] { } 的键加上引号")
                continue
            name = key.value.strip()
            if bad := UNPRINTABLE.search(name):
                message = f"键里有看不见的控制字符 U+{ord(bad[0]):04X}"
                self._add(key, "GK005", message, "删去这个字符")
            elif name == "<<":
                self._add(key, "GK105", "用了 YAML 的合并键（<<）", "把内容照写一遍")
            elif name in result:
                hint = "删去一个，或合成一个"
                self._add(key, "GK104", f"“{name}”写了两次", hint)
            elif _is_empty(value) and self._after(key).lstrip()[:1] in (",", "}"):
                # {内容: 甲,乙} is a text 甲, and a key 乙 without a colon.
                hint = "逗号改成全角“，”，或者给整段文字加引号"
                self._add(key, "GK116", f"“{name}”被半角逗号断开，不会印出来", hint)
            elif not _is_empty(value) and (data := self.build(value)) is not None:
                result[name] = data
        return result

    def _check_hash(self, node: yaml.ScalarNode) -> None:
        """A topic such as #安全生产月# begins a comment; a real comment has a blank after its #."""
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
        self.findings.append(Finding(_place(self._path, node), code, "error", message, hint))


def _is_empty(node: yaml.Node) -> bool:
    """A key with nothing after it, as in a form not yet filled in, counts as not given."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _EMPTY


def _text(node: yaml.ScalarNode, source: Sequence[str]) -> str:
    """The text of a scalar with the line breaks as typed: folding would put blanks into Chinese."""
    start, end = node.start_mark, node.end_mark
    if node.style == "|":
        return str(node.value).rstrip("\n")
    if node.style == ">":
        return "\n".join(line.strip() for line in source[start.line + 1 : end.line]).rstrip("\n")
    if not node.style and end.line > start.line:
        lines = [line.strip() for line in source[start.line : end.line + 1]]
        lines[0] = source[start.line][start.column :].strip()
        lines[-1] = source[end.line][: end.column].strip()
        return "\n".join(lines)
    return str(node.value)


def _child(
    node: yaml.Node, step: Step, index: dict[int, dict[Step, tuple[yaml.Node, yaml.Node]]]
) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        if id(node) not in index:
            pairs = [(k, v) for k, v in node.value if isinstance(k, yaml.ScalarNode)]
            # Of equal keys the first counts, as in the data.
            index[id(node)] = {k.value.strip(): (k, v) for k, v in reversed(pairs)}
        return index[id(node)].get(step)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _place(path: str, node: yaml.Node) -> Place:
    return Place(path, node.start_mark.line + 1, node.start_mark.column + 1)


def _depth_bound(text: str) -> int:
    """An upper bound of the nesting, cheap enough for every file."""
    indent = max(map(len, _INDENT.findall(text)), default=0)
    # Closing brackets are not taken off again: they may stand in quotation marks.
    return indent + text.count("[") + text.count("{")


def _refuse_depth(text: str) -> None:
    """Count the true nesting from the events, which libyaml yields without recursion."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                mark: Any = event.start_mark
                raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
