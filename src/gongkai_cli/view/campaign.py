"""What a template sees: the campaign under the file's Chinese keys, and what is computed from it.

Nothing here words anything; all wording is the templates'.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from ..dates.days import write_day
from ..dates.span import Context
from ..dates.weekdays import with_weekdays
from ..model import Campaign, Item, Report
from ..numerals import chinese, ordinal, section_number
from ..plan import Duty, Step, UnitDuties, duties, members_of, units
from ..prose import in_full, says_year, title_line
from .activities import Activity, activities, leaves
from .requests import asked_for, summaries, untold_remark
from .untold import Untold

_GROUPS = 2
"""How many levels of headings the 任务分解表 shows in columns of their own."""


def campaign_view(campaign: Campaign, context: Context) -> dict[str, Any]:
    """The names every template may use; see docs/templates.md. ``context`` reads the dates."""
    view = campaign.model_dump(by_alias=True)
    rows = duties(campaign)
    listed = activities(campaign, rows)
    shown = {row.serial: _duty(row, context) for row in rows}
    view["公文"] |= _header(campaign)
    for report, more in zip(view["报送"], _reports(campaign, context), strict=True):
        report.update(more)
    untold = Untold(campaign, rows, context)
    for section, shown_section in zip(campaign.body.values(), view["正文"].values(), strict=True):
        _tell(section.items, shown_section["事项"], (), section.text, untold)
    return view | {
        **_edition(campaign, view["公文"]["题名"]),
        "活动全称": in_full(campaign.name),
        "正文": [
            {"标题": heading, "是活动时间": heading == campaign.period_heading, **section}
            for heading, section in view["正文"].items()
        ],
        "联系": [
            {"名称": label, "值": tuple(value.rstrip("；。") for value in values)}
            for label, values in campaign.contact.items()
        ],
        "任务": list(shown.values()),
        "总结": view["总结"] | {"成文日期": _day(campaign.summary.date)},
        "报送要求": _asked(campaign.reports),
        "活动安排": [_activity(activity, shown) for activity in listed],
        # 统筹任务 stands in the table only.
        "活动数": sum(1 for _ in leaves(listed[len(campaign.extra_tasks) :])),
        "责任单位": _responsible(campaign, rows),
    }


def unit_views(campaign: Campaign, context: Context) -> dict[str, dict[str, Any]]:
    """The extra name 单位 for each unit's own sheet, by unit."""
    return {unit.unit: {"单位": _unit(unit, context)} for unit in units(campaign)}


def _header(campaign: Campaign) -> dict[str, Any]:
    header = campaign.header
    issuers = header.issuers
    return {
        "成文日期": _day(header.date),
        "印发日期": _day(header.printed),
        "署名": issuers,
        "题名": title_line(header.title, issuers),
        "盖章": _sealed(campaign),
    }


def _reports(campaign: Campaign, context: Context) -> Iterator[dict[str, Any]]:
    """What is computed of each report: above all, whether the text asks for it already."""
    prose = tuple(_prose(campaign))
    final = tuple(summaries(campaign.reports, context))
    for report in campaign.reports:
        is_asked_for = asked_for(report, campaign.reports, prose, context)
        yield {
            "已写明": is_asked_for,
            "另有要求": untold_remark(report, prose) if is_asked_for else "",
            "随报送表": report in final,
            "时限": with_weekdays(report.due, context),
        }


def _edition(campaign: Campaign, title: str) -> dict[str, str | None]:
    """第二十届, or 第20届 where the title has it so: 第29届全国推广普通话宣传周."""
    said = None
    if edition := campaign.edition:
        digits = f"第{edition}届"
        said = digits if digits in title else ordinal(edition)
    return {
        "届次": said,
        "届数": chinese(edition) if edition else None,
        "届次或年份": said or ("" if says_year(campaign.name) else f"{campaign.year}年"),
    }


def _sealed(campaign: Campaign) -> bool:
    """A telegram may go unsealed (条例 art. 9); every other document bears a seal unless told."""
    if campaign.header.seal:
        return campaign.header.seal == "加盖"
    return campaign.header.layout != "电报"


def _tell(
    items: Sequence[Item],
    shown: Sequence[dict[str, Any]],
    above: tuple[Item, ...],
    before: str,
    untold: Untold,
) -> None:
    """Add to each item what the notice would not say otherwise of its dates and bodies."""
    for item, one in zip(items, shown, strict=True):
        facts, bodies = untold.of(item, above, before)
        one["补写"] = [{"名称": fact.label, "值": fact.said} for fact in facts]
        one["注明"] = {"牵头": bodies.leaders, "负责": bodies.owners, "配合": bodies.helpers}
        _tell(item.items, one["事项"], (*above, item), before, untold)


def _prose(campaign: Campaign) -> Iterator[tuple[str, str]]:
    """Every text that the notice prints, with the heading or label above it."""
    yield "", campaign.intro
    if campaign.issued:
        yield "", campaign.issued.intro
    for heading, section in campaign.body.items():
        yield heading, section.text
        yield from section.lines.items()
        for item in section.items:
            yield from ((inner.title or heading, inner.text) for inner in item.walk())
    yield "", campaign.closing


def _asked(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """Who hands in what; what the same units hand in is listed together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for report in reports:
        found.setdefault(report.reporters, []).append(report.material)
    return [{"单位": who, "材料": what} for who, what in found.items()]


def _duty(duty: Duty, context: Context) -> dict[str, Any]:
    groups, deeper = duty.path[:_GROUPS], duty.path[_GROUPS:]
    return {
        "序号": duty.serial,
        "大组": _numbered(1, groups[0]),
        "小组": _numbered(2, groups[1]) if len(groups) == _GROUPS else None,
        "细目": [step.title for step in deeper],
        "内容": duty.content,
        "标题": duty.path[-1].title,
        "原文": duty.text,
        "责任单位": duty.owners,
        "牵头": duty.leaders,
        "另有责任": [name for name in duty.owners if duty.leaders and name not in duty.leaders],
        "配合": duty.helpers,
        "参加单位": duty.participants,
        "时间": duty.when,
        "时限": with_weekdays(duty.when, context) if duty.when else "",
        "地点": duty.where,
        "发布途径": duty.channel,
    }


def _activity(activity: Activity, shown: Mapping[int, dict[str, Any]]) -> dict[str, Any]:
    item = activity.item
    return {
        "标题": activity.title,
        "原文": activity.text,
        "时间": item.when or item.due,
        "地点": item.where,
        "本项": shown[activity.own.serial] if activity.own else None,
        "任务": [shown[duty.serial] for duty in activity.tasks],
        "事项": [_activity(inner, shown) for inner in activity.inner],
    }


def _responsible(campaign: Campaign, rows: Sequence[Duty]) -> list[str]:
    """The units that answer for a task."""
    asked = chain.from_iterable(duty.asked for duty in rows)
    return list(members_of(campaign).of_all(asked))


def _numbered(level: int, step: Step) -> dict[str, str]:
    return {"序数": section_number(level, step.number) if step.number else "", "标题": step.title}


def _unit(unit: UnitDuties, context: Context) -> dict[str, Any]:
    def asked(duties: tuple[Duty, ...]) -> list[dict[str, Any]]:
        return [
            _duty(duty, context)
            | {"共同责任": tuple(name for name in duty.owners if name not in own)}
            for duty in duties
        ]

    def told(reports: tuple[Report, ...]) -> list[dict[str, Any]]:
        return [
            report.model_dump(by_alias=True) | {"时限": with_weekdays(report.due, context)}
            for report in reports
        ]

    own = {unit.unit, *unit.collectives}
    return {
        "名称": unit.unit,
        "统称": unit.is_open,
        "所属统称": unit.collectives,
        "负责": asked(unit.leads),
        "配合": asked(unit.helps),
        "参加": asked(unit.joins),
        "报送": told(unit.reports),
        "另报": told(unit.others),
    }


def _day(day: date | None) -> str | None:
    return write_day(day) if day else None
