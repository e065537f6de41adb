"""「键」 that never ends, or grows beyond all bounds."""

from .case import CAMPAIGN, SOUND, Case, Content, case


def _of(name: str, content: Content) -> Case:
    return case(name, {CAMPAIGN: content}, "validate", "render -t notice -f md")


def _bomb(levels: int, width: int) -> str:
    lines = (f"级{n}: {f'「级{n + 1}」' * width}\n" for n in range(levels))
    return SOUND + "".join(lines) + f"级{levels}: 哈哈\n导语: 「级0」\n"


CASES = (
    _of("引用自己", SOUND + "导语: 「导语」\n"),
    _of("两个互相引用", SOUND + "导语: 「结语」\n结语: 「导语」\n"),
    _of("引用炸弹 10 层", _bomb(10, 10)),
    _of("引用炸弹 19 层，一分为二", _bomb(19, 2)),
    _of("引用链 500 层", lambda: _bomb(500, 1)),
    _of("引用 10 万次", lambda: SOUND + "导语: " + "「活动」" * 100_000 + "\n"),
    _of("引用没有的键 10 万次", lambda: SOUND + "导语: " + "「无」" * 100_000 + "\n"),
    _of("没有的键 3000 个", lambda: SOUND + "".join(f"甲{n}: 「乙{n}」\n" for n in range(3_000))),
    _of(
        "引用撑大 500 项",
        lambda: (
            SOUND.replace("事项:\n", "事项:\n" + "      - {标题: 子, 内容: 「结语」}\n" * 500)
            + f"结语: {'长' * 19_000}\n"
        ),
    ),
    _of("引用名 1 MB", lambda: SOUND + "导语: 「" + "长" * 350_000 + "」\n"),
    _of("引用的点一万个", lambda: SOUND + "导语: 「公文" + ".标题" * 10_000 + "」\n"),
    _of("引用的序号很长", SOUND + "导语: 「公文.标题." + "9" * 5_000 + "」\n"),
    _of("引用整个文件", SOUND + "导语: 「公文」「正文」「」「.」「..」\n"),
    _of("引用程序内部", SOUND + "导语: 「__class__」「活动.__class__」「{活动}」「%s」\n"),
    _of("引用套引用", SOUND + "导语: 「「活动」」\n"),
    _of("键里有引用", SOUND + "「活动」: 文\n"),
    _of("键里有点", SOUND + "'公文.标题': 文\n导语: 「公文.标题」\n"),
)
