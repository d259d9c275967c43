/** Days to be reminded of as a file for calendars: iCalendar, RFC 5545. No DOM, no storage. */
import { MOST_REVISIONS } from "../../kept/checks.js";
import { isDay } from "../../language/dates.js";
import { fill } from "../../language/words.js";

const MOST_OCTETS = 75;

/** Tears no escape apart: not all calendars join lines before they read. Control characters go. @param {string} line */
function fold(line) {
  let folded = "";
  let size = 0;
  for (const [part, sign] of line.replace(/(?!\t)[\p{Cc}\p{Cs}]/gu, "").matchAll(/\\?(.)/gsu)) {
    const octets = part.length - sign.length + (sign < "\x80" ? 1 : sign < "\u0800" ? 2 : sign.length + 2);
    const fits = size + octets <= MOST_OCTETS;
    folded += fits ? part : `\r\n ${part}`;
    size = octets + (fits ? size : 1);
  }
  return `${folded}\r\n`;
}

/** @param {string} text */
const mask = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** @param {number} time milliseconds */
const stamp = (time) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");

/** @import {Texts} from "../../data/types.d.ts" */

/** @typedef {{uid: string, day: string, text: string, about?: string, revision: number, changed: number, url?: string}} Event */
/** @typedef {Pick<Event, "uid" | "day" | "revision">} Gone a day that holds no more */

/**
 * @param {Event[]} events left out where no calendar could name the day
 * @param {Gone[]} gone what calendars may have from an earlier file, and are to take out or strike
 * @param {{site: {name: string, url: string}, address: string, text: Texts["planning"]["calendar"], now: Date}} options `address` of the plan
 * @returns {string} "" without events: a calendar must have one
 */
export function writeCalendar(events, gone, { site, address, text, now }) {
  const host = /^https?:\/\/([^/:?#]+)/.exec(site.url)?.[1] ?? "career-guides";
  const name = mask(text.name);
  const isNamed = (/** @type {Gone} */ { day }) => isDay(day) && day >= "0001" && day <= "9999-12-30";
  /** @param {Gone} event @param {string} summary @param {number} changed */
  const begin = ({ uid, day, revision }, summary, changed) => {
    const date = (/** @type {number} */ days) => stamp(Date.parse(day) + days * 86_400_000).slice(0, 8);
    return [
      "BEGIN:VEVENT",
      `UID:${mask(uid)}@${host}`,
      `DTSTAMP:${stamp(+now)}`,
      `LAST-MODIFIED:${stamp(changed > 0 ? Math.min(changed, +now) : +now)}`,
      `SEQUENCE:${revision > 0 ? Math.min(Math.trunc(revision), MOST_REVISIONS) : 0}`,
      `DTSTART;VALUE=DATE:${date(0)}`,
      `DTEND;VALUE=DATE:${date(1)}`,
      `SUMMARY:${mask(summary)}`,
    ];
  };
  const lines = events.filter(isNamed).flatMap((event) => {
    const { text: summary, about, changed, url } = event;
    const link = url || address;
    const origin = fill(text.description, { site: site.name, address: link });
    return [
      ...begin(event, summary, changed),
      `DESCRIPTION:${mask(about ? `${about}\n\n${origin}` : origin)}`,
      `URL:${link}`,
      `CATEGORIES:${name}`,
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${mask(fill(text.alarm, { text: summary }))}`,
      "TRIGGER:PT9H",
      "END:VALARM",
      "END:VEVENT",
    ];
  });
  for (const event of gone.filter(isNamed)) lines.push(...begin(event, text.name, +now), "STATUS:CANCELLED", "CLASS:PRIVATE", "END:VEVENT");
  if (!lines.length) return "";
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//career-guides//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];
  return [...head, `NAME:${name}`, `X-WR-CALNAME:${name}`, ...lines, "END:VCALENDAR"].map(fold).join("");
}
