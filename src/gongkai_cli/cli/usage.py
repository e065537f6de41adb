"""Help and usage errors in Chinese, for people who read no English."""

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from .arguments import DOCUMENTS
from .conversion import take_as_written

_WIDTH = 28

# What was typed stands in quotation marks as Python writes them, and may hold any of them itself.
# Compiled when something is wrong: most calls are right.
_COMMAND = r"(?s)No such command (['\"])(.*)\1\.?(?: Did you mean .*)?$"
_EXTRA = r"(?s)Got unexpected extra argument(?:s|\(s\))? \((.*)\)"
_MEANT = r"\. Did you mean ([a-z', -]+)\?$"


def sentence(error: Any) -> str:  # noqa: ANN401
    """A usage error (``message``, ``ctx``) as one or two lines in Chinese."""
    from ..report import visible_line  # only a wrong call pays for it

    if getattr(error, "param_hint", None):  # our own; the parser's have the parameter itself
        return visible_line(f"用法错误：{error.param_hint}：{error.message}")
    said = _said(error)
    if near := _near(error):
        said += f"，是不是{near}"
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "gongkai"
    return f"用法错误：{visible_line(said)}。\n用法见：{command} --help"


def _said(error: Any) -> str:  # noqa: ANN401
    """What is wrong. The parser's kinds of errors are told by name: typer keeps them to itself."""
    message = error.message
    match type(error).__name__:
        case "NoSuchOption":
            return f"没有“{error.option_name}”这个选项"
        case "BadOptionUsage":
            wanted = "要写一个值" if "requires an argument" in message else "不写值"
            return f"选项“{error.option_name}”后面{wanted}"
        case "MissingParameter":
            return f"没有写“{_name(error.param)}”"
    if command := re.search(_COMMAND, message):
        return f"没有“{command[2]}”这个命令"
    extra = re.search(_EXTRA, message)
    return f"多写了“{extra[1]}”" if extra else "命令写法不对"


def _near(error: Any) -> str:  # noqa: ANN401
    """What somebody meant who wrote that; empty where nobody can tell."""
    if options := getattr(error, "possibilities", None):
        return "".join(f"“{option}”" for option in sorted(options))
    if commands := re.search(_MEANT, error.message):
        return "".join(f"“{name}”" for name in commands[1].replace("'", "").split(", "))
    command = re.search(_COMMAND, error.message)
    document = DOCUMENTS.get(command[2], command[2]) if command else ""
    return f"“gongkai render -t {document}”" if document in DOCUMENTS.values() else ""


def _name(param: Any) -> str:  # noqa: ANN401
    """What a parameter goes by in the help."""
    return str(param.opts[0] if param.param_type_name == "option" else param.metavar or param.name)


def _help_text(context: Any) -> str:  # noqa: ANN401
    """The help of a command: what it does, how it is called, commands, arguments, options."""
    command = context.command
    pieces = " ".join(command.collect_usage_pieces(context))
    pieces = (
        pieces.replace("[OPTIONS]", "[选项]")
        .replace("COMMAND [ARGS]...", "命令 [参数]…")
        .replace("...", "…")
    )
    parts = [f"用法：{context.command_path} {pieces}\n", f"\n{command.help.strip()}\n"]
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    parts.append(_table("参数", [(_name(p), p.help or "") for p in arguments]))
    rows = [(_option(p), p.help or "") for p in options if p.name != "help"]
    parts.append(_table("选项", [*rows, ("--help", "显示帮助")]))
    if isinstance(command, TyperGroup):
        names = command.list_commands(context)
        described = [(name, _first_line(command.get_command(context, name))) for name in names]
        parts.append(_table("命令", described))
        parts.append("\n每个命令的用法：gongkai 命令 --help\n")
    return "".join(parts)


def _option(param: Any) -> str:  # noqa: ANN401
    names = ", ".join(param.opts)
    return names if param.is_flag else f"{names} {param.metavar or '值'}"


def _first_line(command: Any) -> str:  # noqa: ANN401
    return (command.help or "").strip().split("\n")[0]


def _table(heading: str, rows: list[tuple[str, str]]) -> str:
    if not rows:
        return ""
    from ..widths import columns  # only help is laid out

    lines = [f"  {left}{' ' * max(2, _WIDTH - columns(left))}{right}\n" for left, right in rows]
    return f"\n{heading}：\n{''.join(lines)}"


class _Chinese:
    """What a command and the program have in common: the way they are read, and help in Chinese."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401
        return take_as_written(super().get_params(ctx))  # type: ignore[misc]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Parse; an error that does not say which command was called wrongly is told."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc, no-any-return]
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:  # an option without its value
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        formatter.write(_help_text(ctx))


class ChineseCommand(_Chinese, TyperCommand):
    """A command whose help is Chinese throughout."""


class ChineseGroup(_Chinese, TyperGroup):
    """The program itself, whose help is Chinese throughout."""
