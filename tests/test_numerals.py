"""Chinese numerals, ordinals and heading numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.numerals import chinese, ordinal, section_number

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (999, "九百九十九"),
        (1000, "一千"),
        (1010, "一千零一十"),
        (2005, "二千零五"),
    ],
)
def test_numbers_as_they_are_spoken(number: int, written: str) -> None:
    assert chinese(number) == written


def read(written: str) -> int:
    """Read a Chinese numeral back, by another way than it was written."""
    total = 0
    digit = 0
    for char in written.replace("零", ""):
        if char in DIGITS:
            digit = DIGITS.index(char)
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
    return total + digit


@given(st.integers(1, 9999))
def test_what_is_written_is_read_back(number: int) -> None:
    assert read(chinese(number)) == number


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numbers_outside_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        chinese(number)


def test_an_edition_is_an_ordinal() -> None:
    assert ordinal(15) == "第十五届"


@pytest.mark.parametrize(
    ("level", "written"), [(1, "三、"), (2, "（三）"), (3, "3."), (4, "（3）")]
)
def test_headings_are_numbered_by_level(level: int, written: str) -> None:
    assert section_number(level, 3) == written
    with pytest.raises(ValueError, match="level"):
        section_number(5, 1)


def test_the_ten_thousandth_heading_has_its_number_in_digits() -> None:
    assert (section_number(1, 9999), section_number(1, 10_000)) == ("九千九百九十九、", "10000、")
