"""Events to the bytes of an iCalendar file. The only module that imports icalendar."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ..dates.days import CHINA
from ..dates.span import Moment
from .events import Event

if TYPE_CHECKING:
    from icalendar import Event as VEvent


def ics(events: Iterable[Event], name: str) -> bytes:
    """A calendar of that name (RFC 5545), lines folded and ended as it asks.

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
    for event in events:
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


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
