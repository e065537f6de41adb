"""Help and usage errors in Chinese, for people who read no English."""

import re
from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from .choice import DOCUMENTS
from .conversion import take_as_written

_WIDTH = 28

# What the argument parser says → what a clerk reads. Groups are kept; what was typed stands in
# quotation marks as Python writes them, and may hold any of them itself.
_SENTENCES = (
    (r"No such command (['\"])(.*)\1(?:\.?| ?\(.*|\. Did you mean .*)$", r"没有“\2”这个命令"),
    # Older typer prints what it suggests as Python prints a tuple.
    (
        r"No such option: (.+?)(?:\.? [('\"]*(?:Did you mean|Possible options:) .*)?$",
        r"没有“\1”这个选项",
    ),
    (r"Option (['\"])(.*)\1 requires an argument", r"选项“\2”后面要写一个值"),
    (r"Option (['\"])(.*)\1 requires (\d+) arguments", r"选项“\2”后面要写 \3 个值"),
    (r"Option (['\"])(.*)\1 does not take a value", r"选项“\2”后面不写值"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", r"多写了“\1”"),
    (r"Argument '(.*?)' takes (\d+) values", r"“\1”要写 \2 个值"),
    (r"Missing command", "没有写命令"),
    (r"Missing (?:argument|option|parameter) '(.*?)'", r"没有写“\1”"),
    (r"Invalid value for '(.*?)': .*valid integer.*", r"“\1”要写整数"),
    (r"Invalid value for '(.*?)': .*(?:x>=|greater than or equal to )(\d+).*", r"“\1”不能小于 \2"),
    (r"Invalid value for '(.*?)'.*", r"“\1”的值不对"),
)
# typer 0.26 prints the tuple around it, too.
_SUGGESTION = re.compile(r"(?:Did you mean|Possible options:) (.*?)[?)',]*$")


def sentence(error: Any) -> str:  # noqa: ANN401
    """A usage error (``format_message()``, ``ctx``) as one or two lines in Chinese."""
    from ..report import visible_line  # only a wrong call pays for it

    english = error.format_message()
    if not error.message.isascii() and getattr(error, "param_hint", None):
        return visible_line(f"用法错误：{error.param_hint}：{error.message}")
    said = next(
        (
            found.expand(chinese)
            for pattern, chinese in _SENTENCES
            if (found := re.search(pattern, english, re.DOTALL))
        ),
        "命令写法不对",
    )
    if near := _SUGGESTION.search(english):
        said += f"，是不是 {near[1].replace(chr(39), '').replace(', ', '、')}"
    elif (wanted := re.search(r"No such command '(.*?)'", english)) and (
        document := DOCUMENTS.get(wanted[1], wanted[1])
    ) in DOCUMENTS.values():
        said += f"，是不是 gongkai render -t {document}"
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "gongkai"
    return f"用法错误：{visible_line(said)}。\n用法见：{command} --help"


def help_text(context: Any) -> str:  # noqa: ANN401
    """The help of a command: what it does, how it is called, commands, arguments, options."""
    command = context.command
    pieces = " ".join(command.collect_usage_pieces(context))
    pieces = (
        pieces.replace("[OPTIONS]", "[选项]")
        .replace("COMMAND [ARGS]...", "命令 [参数]…")
        .replace("...", "…")
    )
    parts = [f"用法：{context.command_path} {pieces}\n"]
    if command.help:
        parts.append(f"\n{command.help.strip()}\n")
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    parts.append(_table("参数", [(p.metavar or p.name, p.help or "") for p in arguments]))
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
    lines = [f"  {left}{' ' * max(2, _WIDTH - _columns(left))}{right}\n" for left, right in rows]
    return f"\n{heading}：\n{''.join(lines)}"


def _columns(text: str) -> int:
    """The width on a terminal, where a 汉字 takes two columns."""
    return sum(1 if char.isascii() else 2 for char in text)


def _parsed(parse: Callable[[Any, list[str]], list[str]], ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
    """Parse; an error that does not say which command was called wrongly is told."""
    try:
        return parse(ctx, args)
    except Exception as error:
        if getattr(error, "ctx", ctx) is None:  # an option without its value
            error.ctx = ctx  # type: ignore[attr-defined]
        raise


class ChineseCommand(TyperCommand):
    """A command whose help is Chinese throughout."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401
        return take_as_written(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        return _parsed(super().parse_args, ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        formatter.write(help_text(ctx))


class ChineseGroup(TyperGroup):
    """The program itself, whose help is Chinese throughout."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401
        return take_as_written(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        return _parsed(super().parse_args, ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        formatter.write(help_text(ctx))
