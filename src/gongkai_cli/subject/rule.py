"""What every rule says of itself."""

from dataclasses import dataclass

from ..finding import Edit, Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """What every rule says of itself; all its findings have this code and severity.

    ``needs`` are keys whose absence the rule takes for a fact. Where one of them could not be read, the
    rule is not asked. ``of_own``: the rule compares what is written with the campaign's own dates or the
    office's own facts; a notice of another body, annexed as it is, need not agree with those.
    """

    code: str
    severity: Severity
    title: str
    needs: tuple[str, ...] = ()
    of_own: bool = False

    def found(self, place: Place, message: str, hint: str, edit: Edit | None = None) -> Finding:
        return Finding(place, self.code, self.severity, message, hint, edit)
