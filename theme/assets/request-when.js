// Says by when an answer comes: in the organisation's time, and in the reader's where that differs.

import { filled } from "./request-message.js";

const MINUTE_MS = 60_000;
const DAY = { weekday: "long", day: "numeric", month: "long" };
const TIME = { hour: "numeric", minute: "2-digit" };

/**
 * @param {number} minute since 1970
 * @param {{ words: Record<string, string>, zone: string, zone_name: string }} data
 */
export function inWords(minute, { words, zone, zone_name }) {
  const format = (timeZone, options) =>
    new Intl.DateTimeFormat(document.documentElement.lang, { timeZone, ...options }).format(
      minute * MINUTE_MS,
    );
  const [day, time] = [DAY, TIME].map((options) => format(zone, options));
  const [dayHere, timeHere] = [DAY, TIME].map((options) => format(undefined, options));
  const when = filled(words.when, { day, time, zone: zone_name }).trim();
  if (dayHere === day && timeHere === time) {
    return when;
  }
  return filled(words.here, { when, here: dayHere === day ? timeHere : `${dayHere}, ${timeHere}` });
}
