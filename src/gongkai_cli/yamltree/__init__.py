"""YAML text to plain data that remembers where everything stands. The only package that imports yaml."""

from .comments import Comment, comments
from .reading import parse, without
from .tree import Tree

__all__ = ["Comment", "Tree", "comments", "parse", "without"]
