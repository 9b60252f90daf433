// By when a channel answers, as hcgen/model/deadlines.py counts it; contact-replies.json knows all
// about calendar and time zone, here are minutes since 1970 (UTC).

/**
 * @typedef {{ from: number, until: number, offsets: [number, number][], schedules: number[][][],
 *   channels: Record<string, { amount: number, unit: string, schedule?: number }> }} Table
 */

/**
 * @param {Table} table @param {string} channel @param {number} minute of receipt, rounded up
 * @returns {number | null} null: not promised, or past the known holidays
 */
export function replyBy(table, channel, minute) {
  const promised = table.channels[channel];
  const isKnown = promised && minute >= table.from && minute < table.until;
  const end = isKnown ? endOf(promised, table, minute) : null;
  return end <= table.until ? end : null; // undefined is not
}

function endOf({ amount, unit, schedule }, table, minute) {
  const days = schedule === undefined ? [[minute]] : daysFrom(minute, schedule, table);
  if (unit === "working_days") {
    return days[amount]?.at(-1);
  }
  if (unit === "open_minutes") {
    return afterOpen(amount, days.flat(), minute);
  }
  const begin = Math.max(minute, days[0]?.[0]);
  return unit === "days" ? daysLater(amount, table.offsets, begin) : begin + amount;
}

/** When each day opens, closes, opens …, from the first one not over. */
function daysFrom(minute, schedule, { from, schedules }) {
  return schedules[schedule]
    .map((day) => day.map((length) => (from += length)))
    .filter((day) => day.at(-1) > minute);
}

function afterOpen(amount, edges, minute) {
  for (let index = 0; index < edges.length; index += 2) {
    minute = Math.max(minute, edges[index]);
    const length = Math.max(0, edges[index + 1] - minute); // days may overlap
    if (length >= amount) {
      return minute + amount;
    }
    amount -= length;
    minute += length;
  }
}

/** At the same time of the day: of two the later, in a gap its end. */
function daysLater(amount, offsets, minute) {
  const ahead = offsets.filter(([from]) => from <= minute).pop()?.[1];
  const local = minute + ahead + amount * 1_440;
  return offsets.reduce((end, [from, ahead]) => {
    const there = local - ahead;
    return Math.max(end, there) < from ? end : Math.max(from, there);
  }, 0);
}
