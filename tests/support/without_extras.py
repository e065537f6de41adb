"""Every command in an environment that has nothing but the program and what it cannot do without.

Run as a program after a plain `pip install .`: no extras, no LibreOffice, no git on the path.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

NOW = ("--now", "2026-05-08T09:00")
TODAY = ("--on", "2026-01-05")
NEEDS_NOTHING = (
    (),
    ("--help",),
    ("--version",),
    ("init",),
    ("init", "新办公室", "--issuer", "示例县人民政府办公室"),
    ("validate", "--strict"),
    ("validate", "--fix", "--format", "json"),
    ("validate", "--explain", "GK511"),
    ("render",),
    ("render", "-f", "html", "-f", "docx", "-f", "md", "--force"),
    ("tasks", *NOW),
    ("done", "示例", "活动总结", *TODAY),
    ("done", "示例", "活动总结", *TODAY, "--undo"),
    ("status", *NOW),
    ("status", *NOW, "-o", "进展.html"),
    ("calendar", "-o", "日程.ics"),
    ("calendar", "--per-unit", "-o", "日程"),
    ("new", "示例县-2027", "--from", "示例"),
    ("diff", "示例", "示例县-2027"),
    ("schema",),
    ("fonts",),
    ("text", "output/示例/notice.docx"),
)
# The command, its exit code, and what it says to install.
NEEDS_MORE = (
    (("render", "示例", "-f", "pdf"), 1, "装上 LibreOffice"),
    (("render", "示例", "--watch"), 1, 'pip install "gongkai-cli[watch]"'),
    (
        ("check-deadlines", "示例", *NOW, "--notify", "json://127.0.0.1/"),
        3,
        'pip install "gongkai-cli[notify]"',
    ),
    (("diff", "HEAD:campaigns/示例.yaml", "示例"), 2, "装上 git"),
)


def main() -> int:
    """Try all of them; print and count what is not as it should be."""
    there = [name for name in ("apprise", "watchfiles") if importlib.util.find_spec(name)]
    if there:
        sys.stdout.write(f"not a plain environment: it has {', '.join(there)}\n")
        return 1
    wrong = 0
    with tempfile.TemporaryDirectory() as office:
        for arguments in NEEDS_NOTHING:
            wrong += _is_wrong(Path(office), arguments, (0,), "")
        wrong += _is_wrong(Path(office), ("check-deadlines", *NOW), (0, 1, 2), "")
        for arguments, code, hint in NEEDS_MORE:
            wrong += _is_wrong(Path(office), arguments, (code,), hint)
    sys.stdout.write(f"{len(NEEDS_NOTHING) + len(NEEDS_MORE) + 1} commands, {wrong} wrong\n")
    return int(bool(wrong))


def _is_wrong(office: Path, arguments: tuple[str, ...], codes: tuple[int, ...], hint: str) -> bool:
    ran = subprocess.run(
        [sys.executable, "-m", "gongkai_cli", *arguments],
        cwd=office,
        env={**os.environ, "PATH": str(office), "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    is_right = ran.returncode in codes and hint in ran.stderr and "Traceback" not in ran.stderr
    if not is_right:
        sys.stdout.write(f"{' '.join(arguments)}: {ran.returncode} {ran.stderr}\n")
    return not is_right


if __name__ == "__main__":
    sys.exit(main())
