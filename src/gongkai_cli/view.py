"""What a template sees: the campaign under the file's own Chinese keys, and what is computed.

Nothing here words anything; every wording is the template's.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from .model import Campaign
from .numerals import chinese, ordinal, section_number
from .plan import Duty, UnitDuties, annex_title, duties, units


def campaign_view(campaign: Campaign) -> dict[str, Any]:
    """The names every template may use; see docs/templates.md."""
    view = campaign.model_dump(by_alias=True)
    document = view["公文"]
    document["成文日期"] = _day(campaign.document.date)
    document["印发日期"] = _day(campaign.document.printed)
    document["署名"] = campaign.document.signatures or (campaign.document.issuer,)
    document["盖章"] = _sealed(campaign)
    for annex, described in zip(campaign.annexes, view["附件"], strict=True):
        described["标题"] = annex_title(annex, campaign)
    edition = campaign.edition
    return view | {
        "届次": ordinal(edition) if edition else None,
        "届数": chinese(edition) if edition else None,
        "正文": [
            {
                "标题": heading,
                "内容": section.text,
                "事项": _items(view, heading),
                "各项": section.lines,
            }
            for heading, section in campaign.body.items()
        ],
        "联系": [{"名称": label, "值": values} for label, values in campaign.contact.items()],
        "任务": [_duty(duty) for duty in duties(campaign)],
    }


def unit_views(campaign: Campaign) -> dict[str, dict[str, Any]]:
    """The extra name 单位 for each unit's own sheet, by unit."""
    return {unit.unit: {"单位": _unit(unit)} for unit in units(campaign)}


def _items(view: Mapping[str, Any], heading: str) -> Any:  # noqa: ANN401
    return view["正文"][heading]["items"]


def _sealed(campaign: Campaign) -> bool:
    """A telegram may go unsealed (条例 art. 9); every other document bears a seal unless told."""
    if campaign.document.seal:
        return campaign.document.seal == "加盖"
    return campaign.document.layout != "电报"


def _duty(duty: Duty) -> dict[str, Any]:
    return {
        "序号": duty.serial,
        "大组": _numbered(1, duty.group),
        "小组": _numbered(2, duty.subgroup),
        "标题": duty.title,
        "内容": duty.content,
        "责任单位": duty.owners,
        "配合": duty.helpers,
        "时间": duty.when,
        "地点": duty.where,
        "发布途径": duty.channel,
    }


def _numbered(level: int, heading: tuple[int, str]) -> dict[str, str] | None:
    number, title = heading
    if not title:
        return None
    return {"序数": section_number(level, number) if number else "", "标题": title}


def _unit(unit: UnitDuties) -> dict[str, Any]:
    def told(duty: Duty) -> dict[str, Any]:
        return _duty(duty) | {"经由": unit.through.get(duty.serial, "")}

    return {
        "名称": unit.unit,
        "负责": [told(duty) for duty in unit.leads],
        "配合": [told(duty) for duty in unit.helps],
        "报送": [report.model_dump(by_alias=True) for report in unit.reports],
    }


def _day(day: date | None) -> str | None:
    """A date as the standard writes it: Arabic, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日" if day else None
