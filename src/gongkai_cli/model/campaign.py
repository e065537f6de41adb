"""The campaign file's keys, in the notice's own words. A new field is one line here."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from .header import Document, Recipients
from .record import Record
from .survey import Survey
from .values import (
    Count,
    Date,
    Edition,
    Line,
    Lines,
    Names,
    Number,
    Prose,
    Rows,
    Values,
    Year,
    wrong,
)

_DEEPEST = 3
_MOST_COLUMNS = 20


class Work(Record):
    """Who does something, when, where and through what; what lies below inherits it."""

    number: Number | None = Field(None, alias="编号")
    owners: Names = Field((), alias="责任单位")
    helpers: Names = Field((), alias="配合")
    participants: Names = Field((), alias="参加单位")
    when: Line | None = Field(None, alias="时间")
    due: Line | None = Field(None, alias="完成时间")
    where: Line | None = Field(None, alias="地点")
    channel: Line | None = Field(None, alias="发布途径")


class Task(Work):
    """任务: one row of the 任务分解表."""

    content: Prose = Field(alias="内容")


class Item(Work):
    """事项: a numbered point of the text, with who does what, when and where."""

    title: Line | None = Field(None, alias="标题")
    text: Prose = Field("", alias="内容")
    leaders: Names = Field((), alias="牵头")
    tasks: tuple[Task, ...] = Field((), alias="任务")
    items: "tuple[ItemOrText, ...]" = Field((), alias="事项")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.title or self.text):
            raise wrong("GK202", "这一项没有标题，也没有内容", "补上“标题”或“内容”")
        return self

    @property
    def depth(self) -> int:
        """How many levels of items there are from here down."""
        return 1 + max((item.depth for item in self.items), default=0)


_ITEM_KEYS = tuple(str(field.alias) for field in Item.model_fields.values())
_ITEM_COLON = re.compile(rf"(?:{'|'.join(_ITEM_KEYS)})(?:：|:\S)")


def _text_as_item(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, str):
        return value
    if _ITEM_COLON.match(value):
        raise wrong("GK103", "键后面的冒号不对", "改成半角冒号加一个空格“: ”")
    return {"内容": value}


ItemOrText = Annotated[Item, BeforeValidator(_text_as_item)]
Item.model_rebuild()


class Section(Record):
    """One part of the text (一、…): paragraphs, then lines 名称：值, then numbered points."""

    text: Prose = Field("", alias="内容")
    lines: Mapping[str, Line] = Field(default_factory=dict, alias="各项")
    items: tuple[ItemOrText, ...] = Field((), alias="事项")

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


class Report(Record):
    """报送: what is to be handed in, by whom, until when and to whom."""

    number: Number | None = Field(None, alias="编号")
    material: Line = Field(alias="材料")
    reporters: Names = Field((), alias="报送单位")
    due: Line = Field(alias="截止")
    receiver: Line | None = Field(None, alias="接收")
    remark: Prose = Field("", alias="要求")


_TASK_TABLE = "任务分解表"


class Annex(Record):
    """附件: the task table, a list of bodies, a table or form, or text; each on its own page."""

    title: Line | None = Field(None, alias="标题")
    table: Line | None = Field(None, alias="表")
    names: Names = Field((), alias="名单")
    collective: Line | None = Field(None, alias="统称")
    columns: Values = Field((), alias="列")
    rows: Rows = Field((), alias="行")
    blank_rows: Count = Field(0, alias="空行")
    text: Prose = Field("", alias="内容")
    remark: Prose = Field("", alias="备注")

    @model_validator(mode="after")
    def _is_something(self) -> Self:
        if self.table not in (None, _TASK_TABLE):
            raise wrong(
                "GK204", f"“表”不能写“{self.table}”", "只能写任务分解表；别的表写“列”和“行”"
            )
        if not self.title and not self.table:
            raise wrong("GK202", "这个附件没有标题", "补上“标题”")
        if not (self.table or self.names or self.columns or self.text):
            hint = f"补上名单、列或内容；任务分解表写“- {_TASK_TABLE}”"
            raise wrong("GK202", f"附件“{self.title}”没有内容", hint)
        return self

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.collective and not self.names:
            raise wrong("GK202", "有“统称”却没有名单", "补上“名单”，或删去“统称”")
        if len(self.columns) > _MOST_COLUMNS:
            raise wrong(
                "GK204", f"列太多：{len(self.columns)}", f"一张纸放不下，最多 {_MOST_COLUMNS} 列"
            )
        if (self.rows or self.blank_rows) and not self.columns:
            raise wrong("GK202", "有“行”却没有列名", "补上“列: [甲, 乙]”")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                message = f"第 {number} 行有 {len(row)} 格，列名有 {len(self.columns)} 个"
                raise wrong("GK204", message, "补齐或删去多出来的格；空格写 ''")
        return self


def _annex(value: Any) -> Any:  # noqa: ANN401
    if value == _TASK_TABLE:
        return {"表": value}
    return {"标题": value} if isinstance(value, str) else value


class Summary(Record):
    """总结: what only the office knows of the finished campaign; the rest is computed."""

    title: Lines = Field((), alias="标题")
    recipients: Recipients | None = Field(None, alias="主送机关")
    date: Date | None = Field(None, alias="成文日期")
    figures: Mapping[str, Line] = Field(default_factory=dict, alias="数据")


class Campaign(Record):
    """One year's campaign: the whole file."""

    name: Line = Field(alias="活动")
    year: Year = Field(alias="年份")
    edition: Edition | None = Field(None, alias="届次")
    document: Document = Field(alias="公文")
    intro: Prose = Field("", alias="导语")
    body: Mapping[str, Annotated[Section, BeforeValidator(_section)]] = Field(alias="正文")
    reports: tuple[Report, ...] = Field((), alias="报送")
    closing: Prose = Field("", alias="结语")
    contact: Mapping[str, Values] = Field(default_factory=dict, alias="联系")
    annexes: tuple[Annotated[Annex, BeforeValidator(_annex)], ...] = Field((), alias="附件")
    extra_tasks: tuple[ItemOrText, ...] = Field((), alias="统筹任务")
    collectives: Mapping[str, Names] = Field(default_factory=dict, alias="统称")
    directory: Mapping[str, Values] = Field(default_factory=dict, alias="通讯录")
    survey: Survey | None = Field(None, alias="调查问卷")
    summary: Summary = Field(Summary(), alias="总结")

    @model_validator(mode="after")
    def _collectives_are_given_once(self) -> Self:
        listed = [annex.collective for annex in self.annexes if annex.collective]
        twice = [name for name in listed if name in self.collectives or listed.count(name) > 1]
        if twice:
            raise wrong("GK204", f"统称“{twice[0]}”的成员写了两处", "只留一处")
        return self
