"""The program's own templates as Jinja compiles them, kept from one run to the next.

What is kept is code, so it lies where Python keeps that of the program, and nowhere else. An office's
templates are compiled anew each time.
"""

import marshal
from typing import TYPE_CHECKING, Protocol

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .sandbox import Source


class Kept(Protocol):
    """Where compiled templates are kept; ``made_of`` changes when what they were made from does."""

    def recall(self, path: str, made_of: str) -> bytes | None: ...

    def keep(self, path: str, made_of: str, data: bytes) -> None: ...


class Compiled(BytecodeCache):
    """Jinja's own cache of compiled templates, for those that come with the program."""

    def __init__(self, sources: "Mapping[str, Source]", kept: Kept) -> None:
        self._sources = sources
        self._kept = kept

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        home = self._sources[name].packaged
        bucket = Bucket(environment, home, f"{jinja2.__version__}\n{filename}\n{source}")
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        data = self._kept.recall(bucket.key, bucket.checksum) if bucket.key else None
        if data is not None:
            bucket.code = marshal.loads(data)  # noqa: S302  from beside the program's own code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.key:
            self._kept.keep(bucket.key, bucket.checksum, marshal.dumps(bucket.code))
