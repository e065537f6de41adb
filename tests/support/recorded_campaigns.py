"""Both campaigns in the middle: a moment of each, and what had been recorded by then."""

import shutil
from pathlib import Path

from conftest import ROOT

NOW = {"dalian-gaoxin-2020": "2020-05-26T09:00", "dandong-2021": "2021-05-19T09:00"}
RECORDS = {
    "dalian-gaoxin-2020": """\
2020-05-08 17:00 | yy63b | 区管委会办公室 | 完成 | 邮件
2020-05-15 10:20 | k5jj8 | | 完成 | 专栏已开通
2020-05-22 | vrfaq | 区科技局
2020-05-25 16:40 | 活动总结报告 | 各街道 | 完成 | 纸质
""",
    "dandong-2021": """\
2021-05-14 17:30 | 开展户外集中现场宣传 | 市政府办公室 | 完成 | 现场照片
2021-05-18 | 服务事项高效办
""",
}


def set_up(campaign: str, folder: Path = Path()) -> None:
    """An office with this campaign and its record."""
    office = folder / "campaigns"
    office.mkdir(exist_ok=True)
    shutil.copy(ROOT / "campaigns" / f"{campaign}.yaml", office)
    (office / f"{campaign}.进展.txt").write_text(RECORDS[campaign], "utf-8")
