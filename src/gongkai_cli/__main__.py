"""The way in: runs a command, and turns whatever happens into one message and an exit code."""

import os
import sys

INTERRUPTED = 130
BROKEN = 3


def main() -> None:
    """Run the command line and leave with its exit code. No traceback reaches the user."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows would get the local code page.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(_run())


def _run() -> int:
    from .cli.app import app
    from .cli.usage import sentence
    from .finding import Refused

    try:
        code = app(prog_name="gongkai", standalone_mode=False)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away (| head); what is left to flush has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Refused as refused:
        from .report import complain

        complain(refused.findings)
        return 1
    except Exception as error:  # the one place that may: nothing gets past it to the screen raw
        if hasattr(error, "format_message"):
            sys.stderr.write(sentence(error) + "\n")
            return int(getattr(error, "exit_code", 2))
        if os.environ.get("GONGKAI_DEBUG"):
            raise
        sys.stderr.write(
            f"程序出了内部错误（{type(error).__name__}：{error}）。\n"
            "没有写坏任何文件。请把活动文件和这句话发给维护的人；设 GONGKAI_DEBUG=1 再运行可看详情。\n"
        )
        return BROKEN
    return int(code or 0)


if __name__ == "__main__":
    main()
