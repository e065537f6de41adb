"""The files of tests/bad, each with the findings about it written at its end."""

from pathlib import Path

FILES = sorted((Path(__file__).parents[1] / "bad").glob("*.yaml"))
MARKER = "# ---- 期望 ----\n"
"""Between a file and the findings about it."""
