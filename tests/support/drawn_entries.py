"""Strategies for the entries of an agenda: any names, any dates."""

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from gongkai_cli.dates.span import Recurrence, Span
from gongkai_cli.deadlines import Entry

DAYS = st.dates(date(2021, 1, 1), date(2022, 3, 1))
MOMENTS = st.one_of(
    DAYS,
    st.datetimes(datetime(2021, 1, 1), datetime(2022, 3, 1)).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
)
# icalendar reads a backslash and an N, which no office writes, back as a line break.
NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="\\"),
    min_size=1,
    max_size=60,
)
SPANS = st.one_of(
    st.none(),
    MOMENTS.map(lambda due: Span(due=due)),
    st.tuples(DAYS, st.integers(0, 90)).map(
        lambda pair: Span(pair[0], pair[0] + timedelta(days=pair[1]))
    ),
    DAYS.map(lambda start: Span(start, open_ended=True)),
    st.just(Span(open_ended=True)),
    st.sampled_from(
        [
            Recurrence("周", (2, 4), time(12)),
            Recurrence("月"),
            Recurrence("季度", (10,), month=1),
            Recurrence("日", at=time(17)),
        ]
    ).map(lambda again: Span(again=again)),
)
ENTRIES = st.lists(
    st.builds(
        Entry,
        NAMES,
        st.sampled_from(["task", "report", "milestone"]),
        NAMES,
        st.one_of(st.none(), NAMES),
        NAMES,
        SPANS,
        channel=st.none() | NAMES,
        receiver=st.none() | NAMES,
        group=NAMES,
        where=st.none() | NAMES,
        serial=st.just(0),
        bare=st.just(""),
    ),
    max_size=6,
    unique_by=lambda entry: entry.id,
)
