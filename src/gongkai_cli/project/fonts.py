"""Which font families this machine has, as its system tells."""

import shutil
import subprocess
import sys

_REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
_SECONDS = 600  # the first time fontconfig reads every font there is


def font_families() -> frozenset[str] | None:
    """The names of the installed families, or None where the system cannot be asked."""
    if sys.platform == "win32":
        return _from_registry()
    return _from_fontconfig()


def _from_fontconfig() -> frozenset[str] | None:
    lister = shutil.which("fc-list")
    if lister is None:
        return None
    try:
        listed = subprocess.run(
            [lister, ":", "family"], check=True, capture_output=True, timeout=_SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return None
    lines = listed.stdout.decode("utf-8", "replace").splitlines()
    return frozenset(name.strip() for line in lines for name in line.split(",") if name.strip())


if sys.platform == "win32":
    import winreg

    def _from_registry() -> frozenset[str] | None:
        """Windows keeps "仿宋 (TrueType)" or "SimSun & NSimSun (TrueType)" as names of values."""
        names: set[str] = set()
        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                with winreg.OpenKey(root, _REGISTRY) as key:
                    for index in range(winreg.QueryInfoKey(key)[1]):
                        name = winreg.EnumValue(key, index)[0].split(" (")[0]
                        names.update(part.strip() for part in name.split("&"))
            except OSError:
                continue
        return frozenset(names) or None
