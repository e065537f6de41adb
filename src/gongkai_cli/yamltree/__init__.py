"""YAML text to plain data that remembers where everything stands. The only package that imports yaml."""

from .comments import Comment, comments
from .reading import parse
from .tree import Data, Step, Tree, walk

__all__ = ["Comment", "Data", "Step", "Tree", "comments", "parse", "walk"]
