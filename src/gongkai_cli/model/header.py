"""公文: the elements of the document around its text."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from ..genres import genre_of
from . import shapes
from .part import Part
from .values import DateOrBlank, Line, Lines, Names, wrong

# What a layout has no place for, with what to write instead.
_NO_PLACE = {
    "公文": {"签批盖章": "只有电报才有", "等级": "公文写“紧急程度”"},
    "电报": {"份号": "电报没有份号", "紧急程度": "电报写“等级”", "签发人": "电报写“签批盖章”"},
    "信函": {
        "签批盖章": "只有电报才有",
        "等级": "信函写“紧急程度”",
        "签发人": "只有上行文才有",
        "印发机关": "信函的版记不加印发机关（GB/T 9704 第10.1条）",
        "印发日期": "信函的版记不加印发日期（GB/T 9704 第10.1条）",
    },
}

# The template adds these marks; typed ones would stand twice.
Recipients = Annotated[Line, AfterValidator(lambda text: text.rstrip("：:"))]
Note = Annotated[Line, AfterValidator(lambda text: text.removeprefix("（").removesuffix("）"))]
CopiesTo = Annotated[Line, AfterValidator(lambda text: text.rstrip("。"))]


def _without_place(layout: str, key: str, instead: str) -> dict[str, Any]:
    """A key that a layout has no place for; 公文 is the layout where none is given."""
    others = [other for other in _NO_PLACE if other != layout]
    chosen = {"not": {"enum": others}} if layout == "公文" else {"const": layout}
    there = shapes.given(key) if layout == "公文" else shapes.given("版式", key)
    condition = {**there, "properties": {**there["properties"], "版式": chosen}}
    return shapes.refused(condition, f"{layout}版式不印“{key}”：{instead}")


def _each(said: str) -> tuple[str, ...]:
    """The bodies between the 、 of a text; one too many of them stands for nobody."""
    return tuple(filter(None, said.split("、"))) or (said,)


class Header(Part):
    """公文 (GB/T 9704-2012, clause 7; 党政机关公文处理工作条例, art. 9)."""

    model_config = ConfigDict(
        title="公文",
        json_schema_extra={
            "allOf": [
                _without_place(layout, key, instead)
                for layout, keys in _NO_PLACE.items()
                for key, instead in keys.items()
            ]
        },
    )

    layout: Literal["公文", "电报", "信函"] = Field(
        "公文", alias="版式", description="公文（默认）、电报、信函三种"
    )
    copy_number: Line | None = Field(None, alias="份号", description="如 000001，照印")
    secrecy: Line | None = Field(None, alias="密级", description="如 秘密★1年，照印")
    urgency: Line | None = Field(None, alias="紧急程度", description="特急、加急，照印")
    mark: Line | None = Field(
        None,
        alias="发文机关标志",
        description="红头上的字：公文写“示例县人民政府办公室文件”；信函只写机关，“示例县人民政府办公室”，不加“文件”；电报写“丹东市发电”一类",
    )
    issuer: Line = Field(alias="发文机关", description="发文机关全称；电报印在“发电单位”")
    approval: Line | None = Field(None, alias="签批盖章", description="电报专用，可留空")
    grade: Line | None = Field(
        None, alias="等级", description="电报专用，可留空；如 特提、特急、加急、平急"
    )
    number: Line | None = Field(
        None,
        alias="发文字号",
        description="如 示政办发〔2026〕12号；没有就不印",
        examples=["示政办发〔2026〕12号"],
    )
    signers: Names = Field((), alias="签发人", description="上行文才写，印在发文字号右边")
    title: Lines = Field(alias="标题", description="公文标题；写成清单，一项印一行")
    recipients: Recipients | None = Field(
        None,
        alias="主送机关",
        description="主送的机关；同级之间、不同级之间的标点照写，末尾冒号不写",
    )
    signatures: Lines = Field(
        (),
        alias="署名",
        description="落款的机关，默认就是发文机关；几个机关写成清单，或者用顿号隔开",
    )
    date: DateOrBlank = Field(
        None,
        alias="成文日期",
        description="如 2026年4月28日，也可以写 2026-04-28",
        examples=["2026年4月28日"],
    )
    seal: Literal["加盖", "不加盖"] | None = Field(
        None, alias="印章", description="加盖、不加盖；公文、信函默认加盖，电报默认不加盖"
    )
    note: Note | None = Field(
        None, alias="附注", description="印在成文日期下面，如 此件公开发布；括号不写"
    )
    copies_to: CopiesTo | None = Field(None, alias="抄送", description="抄送机关，印在版记")
    printer: Line | None = Field(None, alias="印发机关", description="印发机关，印在版记")
    printed: DateOrBlank = Field(
        None, alias="印发日期", description="印发日期，印在版记，写法同成文日期"
    )

    @property
    def genre(self) -> str:
        """文种, as the title names it: 通知, 函, 报告…; "" where it names none."""
        return genre_of("".join(self.title))

    @property
    def issuers(self) -> tuple[str, ...]:
        """The bodies that sign, each by itself."""
        return tuple(one for said in self.signatures or (self.issuer,) for one in _each(said))

    @property
    def bodies(self) -> tuple[str, ...]:
        """Every body whose document it is: those that issue it, and those that sign."""
        return (*_each(self.issuer), *self.issuers)

    @model_validator(mode="after")
    def _has_a_place_for_everything(self) -> Self:
        given = {
            str(field.alias): getattr(self, name) for name, field in type(self).model_fields.items()
        }
        for key, instead in _NO_PLACE[self.layout].items():
            if given[key]:
                raise wrong("GK209", f"{self.layout}版式不印“{key}”", f"删去；{instead}", key)
        return self
