"""Sends a reminder where people read it: 企业微信, 钉钉, 飞书, e-mail. Only this module imports apprise.

Addresses hold passwords and tokens. They come from the environment or from a file and are never
shown: an address at fault is told by its kind and its number.
"""

import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ..decoding import decode
from ..finding import Finding, Refused, outside
from .files import is_file, read

WRONG_ADDRESS: Final = "GK820"
"""The code of an address that is none: it will never get there, however often one tries."""
_ENVIRONMENT, _FILE = "env:", "file:"
_INSTALL = 'pip install "gongkai-cli[notify]"'


@dataclass(frozen=True, slots=True)
class Address:
    """An address to send to: ``shown`` may be printed, ``url`` must not."""

    shown: str
    url: str = field(repr=False)


def addresses(given: Sequence[str]) -> tuple[Address, ...]:
    """The addresses that --notify names: env:NAME, file:PATH, or a URL itself.

    A variable or a file may hold several, one on a line. Raises Refused where one holds none.
    """
    urls = [url for one in given for url in _urls(one)]
    return tuple(Address(f"第{n}个通知地址{_kind(url)}", url) for n, url in enumerate(urls, 1))


def _urls(given: str) -> Iterator[str]:
    name = given.partition(":")[2]
    if given.startswith(_ENVIRONMENT):
        text = os.environ.get(name, "")
        trouble = f"环境变量 {name} 没有设置，或者是空的"
    elif given.startswith(_FILE):
        decoded, findings = decode(read(Path(name)), name)
        if decoded is None:
            raise Refused(*findings)
        text, trouble = decoded, f"{name} 里没有通知地址"
    else:
        yield given
        return
    lines = [line.strip() for line in text.splitlines()]
    urls = [url for line in lines if not line.startswith("#") for url in line.split()]
    if not urls:
        hint = "一行写一个地址，如 wecombot://…、dingtalk://…、feishu://…、mailto://…"
        raise Refused(Finding(outside("--notify"), WRONG_ADDRESS, "error", trouble, hint))
    yield from urls


def _kind(url: str) -> str:
    """Of what kind an address is, in brackets; empty where it says none."""
    scheme = url.partition("://")[0]
    return f"（{scheme}）" if scheme.isalnum() and len(scheme) < len(url) else ""


def _right_form(url: str) -> str:
    """How to write an address that is none."""
    if _kind(url):
        return "对照 apprise 的说明检查"
    # A file that is there is no secret; what else was typed may be one.
    return (
        f"地址在文件里的，写 {_FILE}{url}"
        if is_file(Path(url))
        else f"写成 wecombot://… 这样的地址；地址在文件里的，写 {_FILE}文件"
    )


def notify(to: Sequence[Address], title: str, body: str) -> tuple[Finding, ...]:
    """Send to each address; one that fails is told and does not hold up the others.

    Without a ``body`` nothing is sent, but an address that is wrong is told.

    Raises Refused where apprise is not installed.
    """
    try:
        import apprise
    except ImportError as error:
        message = "--notify 要用 apprise，还没有安装"
        finding = Finding(outside("--notify"), "GK821", "error", message, _INSTALL)
        raise Refused(finding) from error
    # Its own log would show the addresses.
    log = logging.getLogger("apprise")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    return tuple(found for one in to if (found := _send(apprise, one, title, body)))


def _send(apprise, address: Address, title: str, body: str) -> Finding | None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Send one; returns what is wrong where it failed: the address, or the way there."""
    try:
        service = apprise.Apprise.instantiate(address.url, suppress_exceptions=True)
        if service is None:
            message = f"{address.shown}写得不对"
            hint = _right_form(address.url)
            return Finding(outside("--notify"), WRONG_ADDRESS, "error", message, hint)
        if not body:
            return None
        # A long list goes in several messages rather than being cut or refused.
        service.overflow_mode = apprise.OverflowMode.SPLIT
        sent = service.notify(body=body, title=title, body_format=apprise.NotifyFormat.TEXT)
    except Exception:  # noqa: BLE001  a service of any kind may fail in any way
        sent = False
    if sent:
        return None
    message = f"{address.shown}没有送到"
    return Finding(outside("--notify"), "GK822", "error", message, "查地址、口令和网络")
