"""附件: what the notice carries behind its own pages."""

import re
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from . import shapes
from .part import Part
from .values import Count, Line, Names, Prose, Rows, Values, wrong

_MOST_COLUMNS = 20
_TASK_TABLE = "任务分解表"


_NAMED = {"anyOf": [shapes.given("标题"), shapes.given("表")]}
_FILLED = {"anyOf": [shapes.given(key) for key in ("表", "名单", "列", "内容")]}


def _columns(value: Any) -> Any:  # noqa: ANN401
    """Names of columns parted by 、, or by tabs as in a table of Word: to YAML they are one."""
    for said in [value] if isinstance(value, str) else value or ():
        names = re.split("[\t、]" if said is value else "\t", said) if isinstance(said, str) else ()
        if len(names) > 1:
            shown = ", ".join(name.strip() for name in names if name.strip())
            hint = f"写成 [{shown}]，用半角逗号加一个空格分隔"
            raise wrong("GK204", "几个列名连在一起，成了一列", hint)
    return value


class Annex(Part):
    """附件: the task table, a list of bodies, a table or form, or text; each on its own page."""

    model_config = ConfigDict(
        title="附件",
        json_schema_extra={
            "allOf": [
                shapes.refused({"not": _NAMED}, "这个附件没有标题"),
                shapes.refused({"not": _FILLED}, "这个附件没有内容：补上名单、列或内容"),
                *(
                    shapes.refused(shapes.given(key) | {"not": shapes.given(needed)}, message)
                    for key, needed, message in (
                        ("统称", "名单", "有“统称”却没有名单"),
                        ("行", "列", "有“行”却没有列名"),
                        ("空行", "列", "有“空行”却没有列名"),
                    )
                ),
            ]
        },
    )

    title: Line | None = Field(None, alias="标题", description="附件的标题")
    table: Annotated[Line, WithJsonSchema(shapes.choice([_TASK_TABLE]))] | None = Field(
        None, alias="表", description="只能写“任务分解表”"
    )
    names: Names = Field((), alias="名单", description="单位名单")
    collective: Line | None = Field(
        None, alias="统称", description="名单就是这个统称的成员，如“各部门”"
    )
    columns: Annotated[Values, BeforeValidator(_columns), WithJsonSchema(shapes.COLUMNS)] = Field(
        (), alias="列", description="表格的列名；六列以上自动用横页"
    )
    rows: Rows = Field((), alias="行", description="表格的内容，一行一个 [甲, 乙]")
    blank_rows: Count = Field(0, alias="空行", description="留给人填的空白行数")
    text: Prose = Field("", alias="内容", description="文字，在名单、表格前面")
    remark: Prose = Field("", alias="备注", description="表格或文字下面的备注")

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
            hint = f"一张纸放不下，最多 {_MOST_COLUMNS} 列"
            raise wrong("GK204", f"列太多：{len(self.columns)}", hint, "列")
        if (self.rows or self.blank_rows) and not self.columns:
            raise wrong("GK202", "有“行”却没有列名", "补上“列: [甲, 乙]”")
        for number, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                message = f"第{number + 1}行有{len(row)}格，列名有{len(self.columns)}个"
                hint = "补齐或删去多出来的格；空格写 ''"
                raise wrong("GK204", message, hint, "行", number)
        return self


def _annex(value: Any) -> Any:  # noqa: ANN401
    if value == _TASK_TABLE:
        return {"表": value}
    return {"标题": value} if isinstance(value, str) else value


AnnexOrTable = Annotated[Annex, BeforeValidator(_annex), shapes.Short({"const": _TASK_TABLE})]
"""An annex; the task table goes by its mere name."""
