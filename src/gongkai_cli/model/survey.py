"""调查问卷: the questions an office asks the public."""

from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from .part import Part
from .values import Choices, Line, Prose, wrong

_FEWEST_OPTIONS = 2


class Question(Part):
    """One question: options to tick, or lines to write on, or options and a line for others."""

    model_config = ConfigDict(title="题目")

    text: Line = Field(alias="题", description="问什么")
    options: Choices = Field((), alias="选项", description="清单，每项前面印□；短的排在一行")
    several: Literal["是", "否"] = Field(
        "否", alias="多选", description="是、否；题后面加“（可多选）”"
    )
    open: Literal["是", "否"] = Field(
        "否", alias="填空", description="是、否；没有选项的题必须写“是”"
    )

    @model_validator(mode="after")
    def _can_be_answered(self) -> Self:
        if not self.options and self.open == "否":
            hint = "补上“选项: [甲, 乙]”；要人自己写的，写“填空: 是”"
            raise wrong("GK202", "这一题没有选项", hint)
        if self.options and len(self.options) < _FEWEST_OPTIONS and self.open == "否":
            raise wrong("GK204", "只有一个选项，不用选", "再补一个选项")
        if self.several == "是" and not self.options:
            raise wrong("GK204", "没有选项，不能多选", "补上“选项”，或者删去“多选”")
        return self


class Survey(Part):
    """调查问卷: a title, a word to whoever fills it in, the questions."""

    model_config = ConfigDict(title="调查问卷")

    title: Line | None = Field(None, alias="标题", description="可以不写")
    intro: Prose = Field("", alias="说明", description="可以不写")
    questions: tuple[Question, ...] = Field(alias="题目", description="清单，自动编号")

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.questions:
            raise wrong("GK202", "问卷里没有题目", "在“题目”下面写“- 题: …”，一题一项")
        return self
