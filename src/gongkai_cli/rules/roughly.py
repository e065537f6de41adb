"""约数、限度说了两遍：“约50余人”“近30多家”“约20人左右”“不少于3次以上”“不超过1500字以内”。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK724", "note", "约数重复")
FAIL = (
    "结语: 约50余人参加。\n",
    "结语: 大约30多家单位、近1.2万余人次参与。\n",
    "结语: 发放资料10000余份左右，每月不少于3次以上，不超过1500字以内。\n",
    "结语: 现场约五十余人，每场约200人左右，超过30余家。\n",
)
PASS = (
    "结语: 约50人参加，50余人，50人左右；近20余年来，预约50余人次，节约50余万元，签约20余个项目。\n",
    "结语: 附近30余家单位，最近10多天，大约50人；公约20余条，契约10余份，约100字，余下20人。\n",
    "结语: 不少于2名科级以上干部，不少于3次，80%以上，1500字以内，不超过2页，至少1名副科级以上领导，50余人，左右两侧各10余米。\n",
    "结语: 约5月20日前后，约占50%，多次来人。\n",
)

# 不少于2名科级以上干部 measures the rank.
_MEASURE = (
    r"(?:[%％次场人名份条件篇个家项处天年月日周期户字元页张块]|分钟|小时|人次|个月|个?工作日)"
)
_TWICE = (
    rf"(?:[约近]|大概|超过)(?:\d[\d.]*[十百千万亿]{{0,2}}|[一二三四五六七八九十百千万]{{2,5}})(?:余|多(?![少为于数是])|来(?![自源]))(?=[{HAN}])"
    rf"|(?:约|大概)\d[\d.]*[十百千万亿]{{0,2}}[{HAN}]{{1,2}}左右"
    rf"|\d[\d.]*[十百千万亿]{{0,2}}[余多][{HAN}]{{1,2}}左右"
    rf"|(?:不少于|不低于|不小于|至少)\d[\d.]*[百千万]?{_MEASURE}以上"
    rf"|(?:不超过|不多于|不高于|至多)\d[\d.]*[百千万]?{_MEASURE}(?:以内|之内|以下)"
)
_WORDED = ("约", "大概", "近", "超过", "左右", "以上", "以内", "之内", "以下")
# 预约, 节约 and 附近, 最近 end in the same character; 近20余年 is a time gone by.
_WORDS = {"约": "公条合预契节制特签邀婚履违续解失赴集简纽相", "近": "最附邻靠临接相远"}
_TIME = "[^，。；\n]{0,7}[年月周天日届]"


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_TWICE, _WORDED):
        first, before = match[0][0], subject.whole[max(match.start() - 1, 0) : match.start()]
        if before and before in _WORDS.get(first, ""):
            continue
        if first != "近" or not re.match(_TIME, subject.whole[match.end() :]):
            place = text.place(match.start())
            kind = "限度" if first in "不至" else "约数"
            yield RULE.found(place, f"“{match[0]}”{kind}说了两遍", "只留一处")
