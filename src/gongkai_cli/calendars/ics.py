"""Events to the bytes of an iCalendar file. The only module that imports icalendar."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ..dates.days import CHINA
from ..dates.span import Moment
from .events import Event

if TYPE_CHECKING:
    from icalendar import Event as VEvent

_VEVENT = re.compile(r"^BEGIN:VEVENT\n.*?^END:VEVENT\n", re.DOTALL | re.MULTILINE)
_UID = re.compile(r"^UID:(.*)$", re.MULTILINE)
_SEQUENCE = re.compile(r"^SEQUENCE:(\d{1,9})\n", re.MULTILINE)


def ics(events: Iterable[Event], name: str, before: bytes = b"") -> bytes:
    """A calendar of that name (RFC 5545), lines folded and ended as it asks.

    An event that is not as it was in the calendar ``before`` is a revision of it (3.8.7.4): some
    programs keep the older one else. No clock tells when it was revised, so that the same input
    gives the same bytes.

    There is no METHOD: with one it would be a message between an organizer and attendees (RFC
    5546), and mail programs ask whether to accept it.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//gongkai//gongkai-cli//ZH-CN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    known = _known(before)
    for event in events:
        component = _component(event)
        if revision := _revision(component, known.get(event.uid)):
            component.add("sequence", revision)
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def _known(calendar: bytes) -> Mapping[str, str]:
    """The events of a calendar as they stand there, by UID; those of others are never asked for."""
    found: dict[str, str] = {}
    for event in _VEVENT.findall(_unfolded(calendar)):
        if uid := _UID.search(event):
            found[uid[1]] = event
    return found


def _revision(component: "VEvent", old: str | None) -> int:
    """How often an event has changed since it was first written."""
    if old is None:
        return 0
    number = int(told[1]) if (told := _SEQUENCE.search(old)) else 0
    same = _SEQUENCE.sub("", old) == _unfolded(component.to_ical())
    return number if same else number + 1


def _unfolded(lines: bytes) -> str:
    return lines.decode("utf-8", "replace").replace("\r\n", "\n").replace("\n ", "")


def _component(event: Event) -> "VEvent":
    from icalendar import Alarm
    from icalendar import Event as VEvent

    vevent = VEvent()
    vevent.add("uid", event.uid)
    vevent.add("dtstamp", datetime.combine(event.stamp, datetime.min.time(), UTC))
    vevent.add("dtstart", _in_utc(event.start))
    if event.end is not None:
        vevent.add("dtend", _in_utc(event.end))
    vevent.add("summary", event.summary)
    vevent.add("description", event.description)
    if event.location:
        vevent.add("location", event.location)
    vevent.add("categories", [event.category])
    vevent.add("transp", "TRANSPARENT")  # a deadline does not make anybody busy
    for trigger in event.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.summary)
        alarm.add("trigger", trigger)
        vevent.add_component(alarm)
    return vevent


def _in_utc(moment: Moment) -> Moment:
    """A day as it is; a moment in UTC, which every reader knows without a table of zones."""
    return moment.replace(tzinfo=CHINA).astimezone(UTC) if isinstance(moment, datetime) else moment
