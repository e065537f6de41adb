"""Where ink stands: the gap between two lines of given heights; how wide text is, ``ems`` tells.

Measured: with exact spacing the baseline stands at 0.80 of the line; a 汉字 reaches 0.80 em above
its baseline and 0.13 em below, in the songti and fangsong fonts measured.
"""

from ...gbt9704 import POINTS_PER_MM, TWIPS_PER_POINT

BASELINE = 0.80
ASCENT = 0.80
DESCENT = 0.13


def ink_above(line: float, size: float) -> float:
    """Points from the top of a line to the top of its characters."""
    return BASELINE * line - ASCENT * size


def ink_below(line: float, size: float) -> float:
    """Points from the foot of the characters to the foot of their line."""
    return (1 - BASELINE) * line - DESCENT * size


def before(wanted: float, taken: float) -> float:
    """Twips to set before a line: ``wanted`` millimetres less the points ``taken`` by leading."""
    return max(0.0, wanted * POINTS_PER_MM - taken) * TWIPS_PER_POINT
