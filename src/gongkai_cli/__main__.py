"""The way in: runs a command, and turns whatever happens into one message and an exit code."""

import gc
import os
import sys

INTERRUPTED = 130
BROKEN = 3
SELDOM = 100_000


def main() -> None:
    """Run the command line and leave with its exit code. No traceback reaches the user."""
    # pydantic would look through every installed package for plugins: a fifth of a cold start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What a command makes lives until its end; looking for circles in it again and again is in vain.
    gc.set_threshold(SELDOM)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        else:
            # A pipe on Windows would get the local code page.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    code = _run()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        from .report import drop_output

        drop_output()  # the reader went away (| head); what was found out still counts
    except OSError as error:
        from .report import drop_output

        sys.stderr.write(f"输出写不出去：{error.strerror or error}\n")
        code = code or 1
        drop_output()
    sys.exit(code)


def _run() -> int:
    from .cli.app import app
    from .cli.usage import sentence
    from .finding import Refused

    try:
        code = app(prog_name="gongkai", standalone_mode=False)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        from .report import drop_output

        drop_output()  # the reader went away (| head)
        return 0
    except Refused as refused:
        from .report import complain

        complain(refused.findings)
        return 1
    except Exception as error:  # the one place that may: nothing gets past it to the screen raw
        if hasattr(error, "format_message"):
            sys.stderr.write(sentence(error) + "\n")
            command = getattr(getattr(error, "ctx", None), "command", None)
            return int(getattr(command, "usage_exit", getattr(error, "exit_code", 2)))
        if os.environ.get("GONGKAI_DEBUG"):
            raise
        from .report import visible

        sys.stderr.write(
            visible(f"程序出了内部错误（{type(error).__name__}：{error}）。\n")
            + "没有写坏任何文件。请把活动文件和这句话发给维护的人；设 GONGKAI_DEBUG=1 再运行可看详情。\n"
        )
        return BROKEN
    return int(code or 0)


if __name__ == "__main__":
    main()
