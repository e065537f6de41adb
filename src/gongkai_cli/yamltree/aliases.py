"""Replaces aliases in a composed document by a text, so that every walk over it ends."""

from collections.abc import Iterator
from typing import Any, Final

import yaml

ALIAS: Final = "alias"
"""The tag of a text that stands for an alias."""


def unshared(root: yaml.Node, text: str, loader: type[Any]) -> yaml.Node:
    """The document with a text such as *甲, tagged ``ALIAS``, for each alias.

    libyaml gives the anchor's own node for an alias, which may even contain the alias.
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
