"""The campaign file's keys, in the notice's own words. A new field is one line here."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from ..ownperiod import period_section
from . import shapes
from .annex import AnnexOrTable
from .header import Header, Recipients
from .part import Part
from .survey import Survey
from .values import (
    DateOrBlank,
    EditionOrBlank,
    Line,
    Lines,
    Names,
    Number,
    Prose,
    Values,
    Year,
    wrong,
)
from .work import ItemOrText

_DEEPEST = 3


class Section(Part):
    """One part of the text (一、…): paragraphs, then lines 名称：值, then numbered points."""

    model_config = ConfigDict(title="正文的一节")

    text: Prose = Field("", alias="内容", description="这一节开头的一段话")
    lines: Mapping[str, Line] = Field(
        default_factory=dict, alias="各项", description="一行一个“名称: 值”，一行印一段"
    )
    items: tuple[ItemOrText, ...] = Field(
        (), alias="事项", description="这一节的各项，清单，印成（一）（二）……"
    )

    @model_validator(mode="after")
    def _is_not_too_deep(self) -> Self:
        if any(item.depth > _DEEPEST for item in self.items):
            raise wrong(
                "GK204", "事项超过三级", "层次序数只有 一、（一）1.（1）四级，合并下面的事项"
            )
        return self


_SECTION_KEYS = {str(field.alias) for field in Section.model_fields.values()}


def _section(value: Any) -> Any:  # noqa: ANN401
    """A text, a list and plain 名称: 值 are the short forms of a section's three keys."""
    if isinstance(value, str):
        return {"内容": value}
    if isinstance(value, list):
        return {"事项": value}
    if isinstance(value, dict) and not value.keys() & _SECTION_KEYS:
        return {"各项": value}
    return value


_LINES = {
    "type": "object",
    "propertyNames": {"not": {"enum": sorted(_SECTION_KEYS)}},
    "additionalProperties": shapes.optional(shapes.TEXT),
}
SectionOrShort = Annotated[Section, BeforeValidator(_section), shapes.Short(shapes.PROSE, _LINES)]
"""A section, or one of its keys alone."""


class Report(Part):
    """报送: what is to be handed in, by whom, until when and to whom."""

    model_config = ConfigDict(title="报送")

    material: Line = Field(alias="材料", description="要报的材料")
    reporters: Names = Field((), alias="报送单位", description="哪些单位报")
    due: Line = Field(
        alias="截止",
        description="报送的截止时间，照通知的话写：5月20日16时前",
        examples=["5月25日16时前"],
    )
    receiver: Line | None = Field(None, alias="接收", description="报给谁")
    remark: Prose = Field("", alias="要求", description="对材料的要求")
    number: Number | None = Field(
        None, alias="编号", description="进展记录里用的编号，可以不写，程序会编"
    )


class Summary(Part):
    """总结: what only the office knows of the finished campaign; the rest is computed."""

    model_config = ConfigDict(title="总结")

    title: Lines = Field(
        (),
        alias="标题",
        description="总结的标题，写成清单，一项印一行；不写就是“……活动开展情况的总结”",
    )
    recipients: Recipients | None = Field(
        None, alias="主送机关", description="报给谁；写了，文种就是“报告”，不写是“总结”"
    )
    date: DateOrBlank = Field(
        None, alias="成文日期", description="总结的成文日期，如 2026年5月28日"
    )
    figures: Mapping[str, Line] = Field(
        default_factory=dict,
        alias="数据",
        description="活动的数据，一行一项，发放宣传资料: 1200份，印成“发放宣传资料1200份”",
    )


class Issued(Part):
    """印发件: the document that a notice issues; it follows on its own page and is no 附件."""

    model_config = ConfigDict(title="印发件")

    title: Lines = Field(alias="标题", description="印发的方案、办法的标题；写成清单，一项印一行")
    intro: Prose = Field("", alias="导语", description="方案第一个标题之前的话")


_NO_SUMMARY: Final = Summary()


class Campaign(Part):
    """One year's campaign: the whole file."""

    name: Line = Field(alias="活动", description="活动名称")
    year: Year = Field(alias="年份", description="活动的年份，四位数字")
    edition: EditionOrBlank = Field(
        None, alias="届次", description="第几届，只写数字；没有定的写【待填】"
    )
    first_year: Year | None = Field(
        None, alias="首届年份", description="第一届是哪一年；一年一届的，检查时用来核对届次，不印"
    )
    header: Header = Field(alias="公文", description="发文机关、标题、日期等公文要素")
    intro: Prose = Field("", alias="导语", description="第一个标题之前的话")
    issued: Issued | None = Field(
        None,
        alias="印发件",
        description="印发方案、办法的通知才写：通知只印导语，落款后另起一页印标题、导语和正文",
    )
    body: Mapping[str, SectionOrShort] = Field(
        alias="正文", description="通知的正文，一个键一节，印成一、二、三……"
    )
    reports: tuple[Report, ...] = Field((), alias="报送", description="要报送的材料，清单")
    closing: Prose = Field("", alias="结语", description="最后一个标题的内容之后、联系方式之前的话")
    contact: Mapping[str, Values] = Field(
        default_factory=dict,
        alias="联系",
        description="联系方式，一行一项，“名称: 值”；名称自定，值可以是清单",
    )
    annexes: tuple[AnnexOrTable, ...] = Field(
        (), alias="附件", description="附件清单，一项一个附件"
    )
    extra_tasks: tuple[ItemOrText, ...] = Field(
        (), alias="统筹任务", description="正文不写、只列入任务分解表的任务，排在最前；写法同“事项”"
    )
    collectives: Mapping[str, Names] = Field(
        default_factory=dict,
        alias="统称",
        description="各街道: [凌水街道, 七贤岭街道]，写明统称包括哪些单位",
    )
    directory: Mapping[str, Values] = Field(
        default_factory=dict,
        alias="通讯录",
        description="各单位的联系人，县司法局: 张三 0000-0000000，催报时列在单位后面，文档里不印",
    )
    survey: Survey | None = Field(None, alias="调查问卷", description="问卷的题目；写了才生成问卷")
    # Frozen, it can be the same one for every campaign; pydantic would copy a default.
    summary: Summary = Field(
        default_factory=lambda: _NO_SUMMARY,
        alias="总结",
        description="总结里程序算不出来的几项：标题、数据等",
    )

    @property
    def period_heading(self) -> str:
        """The heading of the section that gives the campaign's own dates: 活动时间, 会议时间…."""
        return period_section(self.body)

    @property
    def periods(self) -> tuple[tuple[str, str], ...]:
        """The campaign's own dates as written, each with its label; one that has no label has "".

        Several paragraphs under 活动时间 are prose, and no date.
        """
        section = self.body.get(self.period_heading)
        if section is None:
            return ()
        whole = (("", section.text),) if section.text and "\n" not in section.text else ()
        return (*whole, *section.lines.items())

    @model_validator(mode="after")
    def _collectives_are_given_once(self) -> Self:
        listed = [annex.collective for annex in self.annexes if annex.collective]
        twice = [name for name in listed if name in self.collectives or listed.count(name) > 1]
        if twice:
            raise wrong("GK204", f"统称“{twice[0]}”的成员写了两处", "只留一处", "统称")
        return self
