// Reads calendars, as JSON by name on the standard input, with ical.js, and writes what it understood of each.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const moment = (time) => {
  if (!time) return null;
  return time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString();
};

const entries = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const value = (name) => component.getFirstPropertyValue(name);
    return {
      uid: value("uid"),
      summary: value("summary") ?? "",
      description: value("description") ?? "",
      location: value("location") ?? "",
      status: value("status"),
      sequence: value("sequence"),
      parent: value("related-to") ?? "",
      start: moment(value("dtstart")),
      end: moment(value("dtend")),
    };
  });
};

const calendars = JSON.parse(readFileSync(0, "utf8"));
const read = Object.entries(calendars).map(([name, text]) => [name, entries(text)]);
process.stdout.write(JSON.stringify(Object.fromEntries(read)));
