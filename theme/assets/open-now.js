// On pages with contact channels: says which are open now, by the device's clock and the table that
// the site was built with. Past the table's end nothing is said; the hours in words stand there
// without this script too.

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const NEAR_DAYS = 6; // further away, the name of a weekday could be that of another week

/**
 * @typedef {{ from: number, until: number, channels: Record<string, number | "always">,
 *   schedules: number[][] }} Table minutes since 1970 (UTC); a schedule holds the lengths of times
 *   closed and open in turn, closed first
 * @typedef {{ isOpen: boolean, edge: number | null }} State until when; null: not known
 */

/** @param {Table} table @param {string} channel @param {number} minute @returns {State | null} */
export function stateAt(table, channel, minute) {
  const schedule = table.channels[channel];
  if (schedule === undefined || minute < table.from || minute >= table.until) {
    return null;
  }
  if (schedule === "always") {
    return { isOpen: true, edge: null };
  }
  let edge = table.from;
  let isOpen = false;
  for (const length of table.schedules[schedule]) {
    edge += length;
    if (minute < edge) {
      return { isOpen, edge: edge < table.until ? edge : null };
    }
    isOpen = !isOpen;
  }
  return { isOpen, edge: null };
}

/** @param {State} state @param {number} minute @param {DOMStringMap} words @returns {string} */
export function inWords({ isOpen, edge }, minute, words) {
  if (edge === null || (isOpen && edge - minute > DAY_MINUTES)) {
    return isOpen ? words.now : words.closed;
  }
  const when = (options) =>
    new Intl.DateTimeFormat(document.documentElement.lang, {
      timeZone: words.zone,
      ...options,
    }).format(edge * MINUTE_MS);
  const time = when({ timeStyle: "short" });
  if (isOpen) {
    return words.until.replace("{time}", time);
  }
  const dayOf = (at) =>
    new Intl.DateTimeFormat("en-CA", { timeZone: words.zone }).format(at * MINUTE_MS);
  if (dayOf(edge) === dayOf(minute)) {
    return words.today.replace("{time}", time);
  }
  const isNear = edge - minute < NEAR_DAYS * DAY_MINUTES;
  const day = when(isNear ? { weekday: "long" } : { day: "numeric", month: "long" });
  return words.later.replace("{day}", day).replace("{time}", time);
}

/** @type {Table | null} */
let table = null;
let timer = 0;

function update() {
  const words = document.querySelector("#hc-open")?.dataset;
  if (!table || !words) {
    return;
  }
  const minute = Math.floor(Date.now() / MINUTE_MS);
  for (const place of document.querySelectorAll("[data-open-channel]")) {
    const state = stateAt(table, place.dataset.openChannel, minute);
    const text = state ? inWords(state, minute, words) : "";
    place.hidden = !state;
    if (place.textContent !== text) {
      place.textContent = text;
    }
    place.classList.toggle("is-open", Boolean(state?.isOpen));
  }
  clearTimeout(timer);
  timer = setTimeout(update, MINUTE_MS - (Date.now() % MINUTE_MS));
}

async function begin() {
  const place = document.querySelector("#hc-open");
  if (!place) {
    return;
  }
  try {
    const answer = await fetch(place.dataset.table);
    table = answer.ok ? await answer.json() : null;
  } catch {
    return; // no network, no word about now
  }
  update();
  addEventListener("pageshow", update);
  document.addEventListener("visibilitychange", update);
}

begin();
