"""The campaign file's keys, in the notice's own words. A new field is one line here."""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from .values import Count, Date, Edition, Line, Lines, Names, Prose, Rows, Values, Year, wrong


class Record(BaseModel):
    """Frozen, and no key is let through that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Document(Record):
    """公文: the elements of the document around its text (GB/T 9704-2012, clause 7; 条例 art. 9)."""

    layout: Literal["公文", "电报", "信函"] = Field("公文", alias="版式")
    copy_number: Line | None = Field(None, alias="份号")
    secrecy: Line | None = Field(None, alias="密级")
    urgency: Line | None = Field(None, alias="紧急程度")
    mark: Line | None = Field(None, alias="发文机关标志")
    issuer: Line = Field(alias="发文机关")
    approval: Line | None = Field(None, alias="签批盖章")
    grade: Line | None = Field(None, alias="等级")
    number: Line | None = Field(None, alias="发文字号")
    signers: Names = Field((), alias="签发人")
    title: Lines = Field(alias="标题")
    recipients: Line | None = Field(None, alias="主送机关")
    signatures: Lines = Field((), alias="署名")
    date: Date | None = Field(None, alias="成文日期")
    seal: Literal["加盖", "不加盖"] | None = Field(None, alias="印章")
    note: Line | None = Field(None, alias="附注")
    copies_to: Line | None = Field(None, alias="抄送")
    printer: Line | None = Field(None, alias="印发机关")
    printed: Date | None = Field(None, alias="印发日期")


class Task(Record):
    """任务: one row of the 任务分解表."""

    content: Prose = Field(alias="内容")
    owners: Names = Field((), alias="责任单位")
    helpers: Names = Field((), alias="配合")
    due: Line | None = Field(None, alias="完成时间")
    channel: Line | None = Field(None, alias="发布途径")


class Item(Record):
    """事项: a numbered point of the text, with who does what, when and where."""

    title: Line | None = Field(None, alias="标题")
    text: Prose = Field("", alias="内容")
    when: Line | None = Field(None, alias="时间")
    where: Line | None = Field(None, alias="地点")
    leaders: Names = Field((), alias="牵头")
    owners: Names = Field((), alias="责任单位")
    helpers: Names = Field((), alias="配合")
    due: Line | None = Field(None, alias="完成时间")
    channel: Line | None = Field(None, alias="发布途径")
    tasks: tuple[Task, ...] = Field((), alias="任务")
    items: "tuple[ItemOrText, ...]" = Field((), alias="事项")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.title or self.text):
            raise wrong("GK202", "这一项没有标题，也没有内容", "补上“标题”或“内容”")
        return self


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
    """One part of the text (一、…): paragraphs, or lines 名称：值, or numbered points."""

    text: Prose = ""
    lines: tuple[tuple[Line, Line], ...] = ()
    items: tuple[ItemOrText, ...] = ()


def _section(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, list):
        return {"items": value}
    if isinstance(value, dict) and value.keys() & {"内容", "事项"}:
        if unknown := next((key for key in value if key not in ("内容", "事项")), None):
            raise wrong("GK201", f"这里不认得“{unknown}”", "有“内容”“事项”的一节只能有这两个键")
        return {"text": value.get("内容", ""), "items": value.get("事项", [])}
    if isinstance(value, dict):
        return {"lines": tuple(value.items())}
    return value


class Report(Record):
    """报送: what is to be handed in, by whom, until when and to whom."""

    material: Line = Field(alias="材料")
    reporters: Names = Field((), alias="报送单位")
    due: Line = Field(alias="截止")
    receiver: Line | None = Field(None, alias="接收")
    remark: Prose = Field("", alias="要求")


class Annex(Record):
    """附件: the task table, a list of bodies, a table or form, or text; each on its own page."""

    title: Line | None = Field(None, alias="标题")
    table: Literal["任务分解表"] | None = Field(None, alias="表")
    names: Names = Field((), alias="名单")
    collective: Line | None = Field(None, alias="统称")
    columns: Values = Field((), alias="列")
    rows: Rows = Field((), alias="行")
    blank_rows: Count = Field(0, alias="空行")
    text: Prose = Field("", alias="内容")
    remark: Prose = Field("", alias="备注")

    @model_validator(mode="after")
    def _is_something(self) -> Self:
        if not self.title and not self.table:
            raise wrong("GK202", "这个附件没有标题", "补上“标题”")
        if self.collective and not self.names:
            raise wrong("GK202", "有“统称”却没有名单", "补上“名单”，或删去“统称”")
        if (self.rows or self.blank_rows) and not self.columns:
            raise wrong("GK202", "有“行”却没有列名", "补上“列: [甲, 乙]”")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                message = f"第 {number} 行有 {len(row)} 格，列名有 {len(self.columns)} 个"
                raise wrong("GK204", message, "补齐或删去多出来的格；空格写 ''")
        return self


def _annex(value: Any) -> Any:  # noqa: ANN401
    if value == "任务分解表":
        return {"表": value}
    if isinstance(value, str):
        return {"标题": value}
    return value


class Campaign(Record):
    """One year's campaign: the whole file."""

    name: Line = Field(alias="活动")
    year: Year = Field(alias="年份")
    edition: Edition | None = Field(None, alias="届次")
    document: Document = Field(alias="公文")
    intro: Prose = Field("", alias="导语")
    body: dict[str, Annotated[Section, BeforeValidator(_section)]] = Field(alias="正文")
    reports: tuple[Report, ...] = Field((), alias="报送")
    closing: Prose = Field("", alias="结语")
    contact: dict[str, Values] = Field(default_factory=dict, alias="联系")
    annexes: tuple[Annotated[Annex, BeforeValidator(_annex)], ...] = Field((), alias="附件")
    extra_tasks: tuple[ItemOrText, ...] = Field((), alias="统筹任务")
    collectives: dict[str, Names] = Field(default_factory=dict, alias="统称")
