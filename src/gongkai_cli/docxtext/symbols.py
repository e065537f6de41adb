"""Signs of Microsoft's symbol fonts, which stand for themselves in those fonts only."""

_SIGNS = {
    "wingdings": "6C● 6E■ 6F□ 71❑ 72❒ 75◆ A1○ A8□ D8➢ E0→ E8➔ F0⇨ FB✗ FC✓ FD☒ FE☑",
    "wingdings 2": "4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 97● A2■ A3□",
}
"""The signs of forms by the fonts' own charts: both WPS and Word tick boxes with them."""
_FONTS = {
    font: {int(sign[:2], 16): sign[2:] for sign in signs.split()} for font, signs in _SIGNS.items()
}
_SHIFTED = range(0xF000, 0xF100)
"""Where the signs of such a font stand in Unicode (ECMA-376-1, 17.3.3.30)."""


def sign(font: str, code: str) -> str:
    """The sign of a font at a code written in hexadecimal; what nobody knows is told by its code."""
    try:
        number = int(code, 16)
        of_font = number - _SHIFTED.start if number in _SHIFTED else number
        return _FONTS.get(font.lower(), {}).get(of_font) or chr(number)
    except (ValueError, OverflowError):  # no number; none that Unicode has
        return ""
