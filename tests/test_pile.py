"""However much is told and in whatever order, it comes back sorted and once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.finding import Edit, Finding, Place, plain, restored
from gongkai_cli.report import Pile, Told, pile

words = st.text(max_size=3)
told = st.tuples(words, st.integers(1, 3), st.integers(1, 3), words, words, words)
severities = st.sampled_from(["error", "warning", "note"])
findings = st.builds(
    Finding,
    st.builds(Place, words, st.integers(1), st.integers(1)),
    words,
    severities,
    words,
    words,
    st.one_of(st.none(), st.builds(Edit, words, words)),
)


@given(st.lists(st.lists(told, max_size=8), max_size=8), st.integers(0, 9))
def test_a_pile_is_sorted_and_tells_each_once(batches: list[list[Told]], loose: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pile, "_LOOSE", loose)
        whole = Pile()
        for batch in batches:
            whole.add(batch)
        assert list(whole) == sorted({one for batch in batches for one in batch})


@given(findings)
def test_a_finding_comes_back_as_it_was(finding: Finding) -> None:
    again = restored(plain(finding))
    assert (again, again.edit) == (finding, finding.edit)
