// Calendars as others' libraries read them: npm ical.js here, python3-icalendar and python3-vobject in read_calendar.py.
// Each goes by the VTIMEZONEs that stand in the calendar, not by zones it knows itself.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { load } from './packages.mjs'

const ICAL = load('ical.js').default ?? load('ical.js')
const reader = fileURLToPath(new URL('./read_calendar.py', import.meta.url))

export function by_ical_js(text) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((part) => [part.getFirstPropertyValue('tzid'), new ICAL.Timezone(part)]),
  )
  const moment = (property) => {
    const time = property.getFirstValue()
    const zone = property.getParameter('tzid')
    if (zone && !zones.has(zone)) throw Error(`no VTIMEZONE for ${zone}`)
    time.zone = zone ? zones.get(zone) : ICAL.Timezone.utcTimezone
    return time.toUnixTime()
  }
  return calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: event.getFirstPropertyValue('uid'),
    starts: moment(event.getFirstProperty('dtstart')),
    ends: moment(event.getFirstProperty('dtend')),
    sequence: event.getFirstPropertyValue('sequence'),
    status: event.getFirstPropertyValue('status'),
    title: event.getFirstPropertyValue('summary'),
    description: event.getFirstPropertyValue('description') ?? '',
  }))
}

/** { 'ical.js': entries, icalendar: entries, vobject: entries }; an entry has uid, starts, ends (seconds) … */
export function read_by_all(text) {
  const python = execFileSync('/usr/bin/python3', [reader], { input: text, encoding: 'utf8', maxBuffer: 64 << 20 })
  return { 'ical.js': by_ical_js(text), ...JSON.parse(python) }
}

/** The calendar's own property, such as METHOD. */
export const property_of = (text, name) => new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue(name.toLowerCase())

/** The only event's property as [value, parameters]. */
export function event_property(text, name) {
  const property = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent').getFirstProperty(name)
  return property && [property.getFirstValue().toString(), property.jCal[1]]
}
