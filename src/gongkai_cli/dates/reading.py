"""An expression for those who only ask what it means, and not why it would mean nothing."""

from .grammar import understand
from .span import Context, NotUnderstood, Span


def understood(text: str, context: Context) -> Span | None:
    """An expression as ``understand`` reads it; None where it is refused."""
    try:
        return understand(text, context)
    except NotUnderstood:
        return None
