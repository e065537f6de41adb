"""Who does what, when and where: 事项 and 任务."""

import re
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, field_validator, model_validator

from . import shapes
from .part import Part
from .values import Line, Names, Number, Prose, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator


class Work(Part):
    """Who does something, when, where and through what; what lies below inherits it."""

    number: Number | None = Field(
        None, alias="编号", description="进展记录里用的编号，可以不写，程序会编"
    )
    owners: Names = Field(
        (),
        alias="责任单位",
        description="由谁负责，写给任务分解表；没有附任务分解表的通知印在末尾；和“牵头”写一个就行，都写的印成“……牵头，……负责”，表里各占一列",
    )
    helpers: Names = Field(
        (), alias="配合", description="由谁配合，印在末尾：（县政府办公室负责，县政府相关部门配合）"
    )
    participants: Names = Field(
        (),
        alias="参加单位",
        description="哪些单位参加，正文不印，单位任务单按它发；可以引用附件里的名单",
    )
    when: Line | None = Field(
        None,
        alias="时间",
        description="什么时候办；文中写「时间」引用，任务分解表直接取用",
        examples=["5月14日（星期四）上午"],
    )
    due: Line | None = Field(
        None,
        alias="完成时间",
        description="什么时候办完，写给任务分解表；没有附任务分解表的通知补印一句；和“时间”都写的，表里用“完成时间”",
        examples=["5月8日前"],
    )
    where: Line | None = Field(
        None,
        alias="地点",
        description="在哪里办；文中写「地点」引用，任务分解表直接取用",
    )
    channel: Line | None = Field(
        None,
        alias="发布途径",
        description="在哪里发布；文中写「发布途径」引用，任务分解表直接取用",
    )


class Task(Work):
    """任务: one row of the 任务分解表."""

    model_config = ConfigDict(title="任务")

    content: Prose = Field(alias="内容", description="要做的事")

    @field_validator("content")
    @classmethod
    def _says_something(cls, content: str) -> str:
        if not content:
            raise wrong("GK204", "这里是空的", "写明要做的事，或者删去这项任务")
        return content


class Item(Work):
    """事项: a numbered point of the text, with who does what, when and where."""

    model_config = ConfigDict(
        title="事项",
        json_schema_extra=shapes.refused(
            {"not": {"anyOf": [shapes.given("标题"), shapes.given("内容")]}},
            "这一项没有标题，也没有内容",
        ),
    )

    title: Line | None = Field(None, alias="标题", description="小标题，不写序号和句号")
    text: Prose = Field(
        "",
        alias="内容",
        description="这一项的文字，接在标题后面；照写照印，句末的标点自己写",
    )
    leaders: Names = Field(
        (), alias="牵头", description="由谁牵头，印在末尾：（县政府办公室负责，县政府相关部门配合）"
    )
    tasks: tuple[Task, ...] = Field(
        (), alias="任务", description="这一项分成的任务，清单；任务分解表里一条一行"
    )
    items: "tuple[ItemOrText, ...]" = Field((), alias="事项", description="下一级的各项，清单")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.name:
            raise wrong("GK202", "这一项没有标题，也没有内容", "补上“标题”或“内容”")
        return self

    def walk(self) -> "Iterator[Item]":
        """The item itself and all below it, in the order of the text."""
        yield self
        for inner in self.items:
            yield from inner.walk()

    @property
    def name(self) -> str:
        """What the item goes by: its title, or else its text."""
        return self.title or self.text

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


_ITEM_TEXT = shapes.text(rf"^(?!{_ITEM_COLON.pattern})[\s\S]*\S", "键后面用半角冒号加一个空格")
ItemOrText = Annotated[Item, BeforeValidator(_text_as_item), shapes.Short(_ITEM_TEXT)]
"""A point of the text; one without a title may be written as mere text."""
