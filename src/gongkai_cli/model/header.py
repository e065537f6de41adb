"""公文: the elements of the document around its text."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from .record import Record
from .values import Date, Line, Lines, Names, wrong

# What a layout has no place for, with what to write instead.
_NO_PLACE = {
    "公文": {"签批盖章": "只有电报才有", "等级": "公文写“紧急程度”"},
    "电报": {"份号": "电报没有份号", "紧急程度": "电报写“等级”", "签发人": "电报写“签批盖章”"},
    "信函": {
        "签批盖章": "只有电报才有",
        "等级": "信函写“紧急程度”",
        "签发人": "只有上行文才有",
        "印发机关": "信函的版记不加印发机关（10.1）",
        "印发日期": "信函的版记不加印发日期（10.1）",
    },
}

# The template adds these marks; typed ones would stand twice.
Recipients = Annotated[Line, AfterValidator(lambda text: text.rstrip("：:"))]
Note = Annotated[Line, AfterValidator(lambda text: text.removeprefix("（").removesuffix("）"))]
CopiesTo = Annotated[Line, AfterValidator(lambda text: text.rstrip("。"))]


class Document(Record):
    """公文 (GB/T 9704-2012, clause 7; 党政机关公文处理工作条例, art. 9)."""

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
    recipients: Recipients | None = Field(None, alias="主送机关")
    signatures: Lines = Field((), alias="署名")
    date: Date | None = Field(None, alias="成文日期")
    seal: Literal["加盖", "不加盖"] | None = Field(None, alias="印章")
    note: Note | None = Field(None, alias="附注")
    copies_to: CopiesTo | None = Field(None, alias="抄送")
    printer: Line | None = Field(None, alias="印发机关")
    printed: Date | None = Field(None, alias="印发日期")

    @model_validator(mode="after")
    def _has_a_place_for_everything(self) -> Self:
        given = {
            str(field.alias): getattr(self, name) for name, field in type(self).model_fields.items()
        }
        for key, instead in _NO_PLACE[self.layout].items():
            if given[key]:
                raise wrong("GK209", f"{self.layout}版式不印“{key}”", f"删去；{instead}")
        return self
