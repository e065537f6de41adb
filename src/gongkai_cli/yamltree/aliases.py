"""Takes the aliases out of a composed document: what they repeat stands once, so that every walk ends."""

from collections.abc import Iterator
from typing import Any, Final

import yaml

ALIAS: Final = "alias"
"""The tag of a text that stands for an alias."""


def unshared(root: yaml.Node, text: str, loader: type[Any]) -> yaml.Node:
    """The document with a text such as *甲 in the place of each alias, tagged ``ALIAS``.

    libyaml gives the node of the anchor again for it, which may be one around the alias itself.
    """
    typed: Iterator[yaml.ScalarNode] | None = None
    seen = {id(root)}

    def own(node: Any) -> Any:  # noqa: ANN401
        nonlocal typed
        if id(node) in seen:
            typed = typed or _typed(text, loader)
            return next(typed)
        seen.add(id(node))
        part(node)
        return node

    def part(node: Any) -> None:  # noqa: ANN401
        # In the order of the file, for so are the aliases.
        if isinstance(node, yaml.SequenceNode):
            node.value = [own(child) for child in node.value]
        elif isinstance(node, yaml.MappingNode):
            node.value = [(own(key), own(value)) for key, value in node.value]

    part(root)
    return root


def _typed(text: str, loader: type[Any]) -> Iterator[yaml.ScalarNode]:
    for token in yaml.scan(text, Loader=loader):
        if isinstance(token, yaml.AliasToken):
            mark: Any = token.start_mark
            end: Any = token.end_mark
            yield yaml.ScalarNode(ALIAS, text[mark.index : end.index], mark, end)
