"""Reminders really sent, to a mail server and a web endpoint of our own on loopback."""

import email.message
import json
import socket
import sys
import threading
from collections.abc import Iterator
from email.header import decode_header
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from conftest import ROOT, Run, put
from gongkai_cli.finding import Refused
from gongkai_cli.project.messages import addresses, notify

SECRET = "very-secret-token"  # noqa: S105  what must not be seen
UNDATED = """
活动: 乙
年份: 2021
公文: {发文机关: 局, 标题: 通知}
正文: {内容: [{标题: 事, 责任单位: 局}]}
"""
DUE = ("check-deadlines", "甲", "--now", "2021-05-19T09:00")


class Mailbox:
    """Keeps the mail it gets."""

    def __init__(self) -> None:
        self.mail: list[email.message.Message] = []

    async def handle_DATA(self, _: Any, __: Any, envelope: Any) -> str:  # noqa: N802
        self.mail.append(email.message_from_bytes(envelope.content))
        return "250 OK"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, str]]:
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield (
        box,
        (
            f"mailto://127.0.0.1:{controller.port}/?mode=insecure&from=a@example.com&to=b@example.com"
        ),
    )
    controller.stop()


@pytest.fixture
def endpoint() -> Iterator[tuple[list[dict[str, str]], str]]:
    received: list[dict[str, str]] = []

    class Endpoint(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if SECRET in self.path else 200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield received, f"json://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def due(gongkai: Run) -> Run:
    """An office with something due."""
    put("campaigns/甲.yaml", (ROOT / "campaigns" / "dandong-2021.yaml").read_bytes())
    return gongkai


def test_mail_says_what_the_screen_says(
    due: Run, mailbox: tuple[Mailbox, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    box, url = mailbox
    monkeypatch.setenv("GONGKAI_MAIL", f"# 政务公开科的邮箱\n{url}\n")
    ran = due(*DUE, "--notify", "env:GONGKAI_MAIL")
    assert (ran.code, ran.err) == (2, "")
    (mail,) = box.mail
    ((subject, charset),) = decode_header(mail["Subject"])
    assert isinstance(subject, bytes)
    assert subject.decode(charset or "ascii") == "逾期1项，即将到期6项"
    body = mail.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert body.decode().replace("\r\n", "\n").strip() == ran.out.strip()


def test_one_that_fails_is_told_without_its_secrets_and_holds_up_no_other(
    due: Run, endpoint: tuple[list[dict[str, str]], str], mailbox: tuple[Mailbox, str]
) -> None:
    received, url = endpoint
    closed = f"json://user:{SECRET}@127.0.0.1:{free_port()}/"
    put("地址.txt", f"{closed}\n{url}{SECRET}\nnonsense-{SECRET}\n{url}ok\n{mailbox[1]}\n")
    ran = due(*DUE, "--notify", "file:地址.txt")
    assert ran.code == 3
    assert ran.err == (
        "--notify: 错误 GK822 第1个通知地址（json）没有送到（查地址、口令和网络）\n"
        "--notify: 错误 GK822 第2个通知地址（json）没有送到（查地址、口令和网络）\n"
        "--notify: 错误 GK820 第3个通知地址写得不对（写成 wecombot://… 这样的地址；地址在文件里的，写 file:文件）\n"
    )
    assert SECRET not in ran.out + ran.err
    assert [one["title"] for one in received] == ["逾期1项，即将到期6项"] * 2
    assert len(mailbox[0].mail) == 1


def test_nothing_is_sent_where_nothing_is_due(
    due: Run, endpoint: tuple[list[dict[str, str]], str]
) -> None:
    ran = due("check-deadlines", "--now", "2021-05-10", "--notify", endpoint[1])
    assert (ran.code, ran.out, ran.err, endpoint[0]) == (0, "", "", [])


def test_a_line_of_the_record_that_is_not_clear_is_told_where_the_rest_is(
    due: Run, endpoint: tuple[list[dict[str, str]], str]
) -> None:
    """It may take back what is shown as done."""
    put("campaigns/甲.进展.txt", "2021-05-10 | 活动总结 | | 完成\n2021-05-10 | 活动总结 | | 不算\n")
    ran = due("check-deadlines", "--now", "2021-05-10", "--notify", endpoint[1])
    told = (
        "campaigns/甲.进展.txt:2:23: 错误 GK801 状态“不算”看不明白"
        "（写“完成”；记错了要收回，写“撤销”；说明放在后面一格）\n"
    )
    assert (ran.code, ran.out, ran.err) == (3, "", told)
    (sent,) = endpoint[0]
    assert (sent["title"], sent["message"]) == ("有活动没能查全", told.rstrip("\n"))


def test_a_campaign_without_any_date_hides_nothing_of_another(
    due: Run, endpoint: tuple[list[dict[str, str]], str]
) -> None:
    put("campaigns/乙.yaml", UNDATED)
    quiet = due("check-deadlines", "乙", "--now", "2021-05-19T09:00", "--notify", endpoint[1])
    assert (quiet.code, quiet.out, endpoint[0]) == (0, "", [])
    assert "campaigns/乙.yaml:1:1: 警告 GK810" in quiet.err
    ran = due("check-deadlines", "--now", "2021-05-21T09:00", "--notify", endpoint[1])
    (sent,) = endpoint[0]
    assert (ran.code, ran.err, sent["title"]) == (2, quiet.err, "逾期2项，今天到期5项")
    assert "GK810" not in sent["message"]


def test_an_address_that_is_not_there_is_told_even_on_a_quiet_day(due: Run) -> None:
    ran = due("check-deadlines", "--now", "2021-05-10", "--notify", "env:GONGKAI_NOWHERE")
    assert ran.code == 3
    assert "GK820" in ran.err


def test_without_apprise_the_deadlines_are_shown_all_the_same(
    due: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)
    ran = due(*DUE, "--notify", f"json://{SECRET}@127.0.0.1/")
    assert ran.code == 3
    assert ran.err == (
        "--notify: 错误 GK821 --notify 要用 apprise，还没有安装"
        '（pip install "gongkai-cli[notify]"）\n'
    )
    assert "活动总结" in ran.out


def test_an_address_does_not_show_its_url() -> None:
    (address,) = addresses([f"dingtalk://{SECRET}"])
    assert address.shown == "第1个通知地址（dingtalk）"
    assert SECRET not in repr(address)


def test_the_services_an_office_uses_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []

    def send(service: object, **_: object) -> bool:
        sent.append(type(service).__name__)
        return True

    monkeypatch.setattr("apprise.NotifyBase.notify", send)
    urls = [
        "wecombot://0123abcd-0123-0123-0123-0123456789ab",
        "dingtalk://" + "a" * 64,
        "feishu://0123abcd-0123-0123-0123-0123456789ab",
        "mailtos://user:password@example.com",
    ]
    assert notify(addresses(urls), "标题", "正文") == ()
    assert sent == ["NotifyWeComBot", "NotifyDingTalk", "NotifyFeishu", "NotifyEmail"]


def test_a_file_of_addresses_that_is_empty_is_told(tmp_path: Path) -> None:
    path = tmp_path / "地址.txt"
    path.write_text("# 还没有\n", "utf-8")
    with pytest.raises(Refused) as refused:
        addresses([f"file:{path}"])
    assert refused.value.findings[0].message == f"{path} 里没有通知地址"


def test_a_file_of_addresses_that_is_no_text_is_told(due: Run) -> None:
    put("地址.txt", b"\xff\xfe\x00\xd8")
    ran = due(*DUE, "--notify", "file:地址.txt")
    assert ran.code == 3
    assert ran.err.startswith("地址.txt:1:1: 错误 GK0")


def test_a_service_that_breaks_is_told_and_holds_up_no_other(
    due: Run, endpoint: tuple[list[dict[str, str]], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def notify(*_: object, **__: object) -> bool:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("apprise.plugins.custom_form.NotifyForm.notify", notify, raising=True)
    ran = due(*DUE, "--notify", "form://127.0.0.1/", "--notify", endpoint[1])
    assert ran.err == "--notify: 错误 GK822 第1个通知地址（form）没有送到（查地址、口令和网络）\n"
    assert len(endpoint[0]) == 1


@pytest.mark.parametrize("day", ["2021-05-10", "2021-05-19"])
def test_an_address_that_is_none_is_a_fault_on_any_day(due: Run, day: str) -> None:
    """It will never get there; one that fails today may get there tomorrow."""
    ran = due("check-deadlines", "--now", day, "--notify", "foo://x")
    assert ran.code == 3
    assert ran.err == (
        "--notify: 错误 GK820 第1个通知地址（foo）写得不对（对照 apprise 的说明检查）\n"
    )


def test_a_file_named_without_its_mark_is_told_how_to_be(due: Run) -> None:
    put("n.txt", "json://127.0.0.1/\n")
    ran = due(*DUE, "--notify", "n.txt")
    assert ran.code == 3
    assert ran.err == (
        "--notify: 错误 GK820 第1个通知地址写得不对（地址在文件里的，写 file:n.txt）\n"
    )
