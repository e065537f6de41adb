"""YAML text to plain data that remembers where everything stands. The only package that imports yaml.

``comments`` is loaded by itself: documents are made without.
"""

from .reading import parse
from .tree import Tree

__all__ = ["Tree", "parse"]
