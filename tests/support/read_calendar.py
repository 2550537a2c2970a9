#!/usr/bin/python3
"""Reads a calendar from standard input with two libraries that are not ours, by its own VTIMEZONEs alone, and writes
what each makes of it as JSON: {"icalendar": [...], "vobject": [...]}, each entry with uid, starts, ends (seconds since
1970), sequence, status, title, description."""

import io
import json
import logging
import sys

import icalendar
import vobject


def seconds(moment):
    return int(moment.timestamp())


def by_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    zones = {str(part["TZID"]): part.to_tz() for part in calendar.walk("VTIMEZONE")}

    def moment(prop):
        zone = prop.params.get("TZID")
        if zone is None:
            return seconds(prop.dt)
        # An hour that is shown twice: the first.
        return seconds(zones[zone].localize(prop.dt.replace(tzinfo=None), is_dst=True))

    return [
        {
            "uid": str(event["UID"]),
            "starts": moment(event["DTSTART"]),
            "ends": moment(event["DTEND"]),
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "title": str(event["SUMMARY"]),
            "description": str(event.get("DESCRIPTION", "")),
        }
        for event in calendar.walk("VEVENT")
    ]


def by_vobject(text):
    calendar = vobject.readOne(io.StringIO(text))
    return [
        {
            "uid": event.uid.value,
            "starts": seconds(event.dtstart.value),
            "ends": seconds(event.dtend.value),
            "sequence": int(event.sequence.value),
            "status": event.status.value,
            "title": event.summary.value,
            "description": event.description.value if hasattr(event, "description") else "",
        }
        for event in calendar.vevent_list
    ]


def main():
    logging.disable()  # vobject complains of zones that are never ahead of UTC, and reads them right
    text = sys.stdin.read()
    # What a zone is called must not help: only what the calendar itself says of it.
    text = text.replace("TZID=", "TZID=Test/").replace("TZID:", "TZID:Test/")
    json.dump({"icalendar": by_icalendar(text), "vobject": by_vobject(text)}, sys.stdout)


if __name__ == "__main__":
    main()
