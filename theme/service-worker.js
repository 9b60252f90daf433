// Keeps on the reader's device what was read, for times without a network. The build puts it at
// the root of a site with `offline: true`, and in front of it what it must know of the site:
//
//   SITE.version    changes with the theme's files and with this script, not with the articles
//   SITE.languages  tag -> addresses below the root of the offline page, the home page, contact
//   SITE.indexes    addresses of the files that name the parts of the search index, of the hours, and
//                   of the times of replies
//
// Pages come from the network, and from their copy where it is away or slow; files whose name
// changes with their content come from their copy. Nothing is kept but good answers of this site.

const ROOT = self.registration.scope;
const PATH = new URL(ROOT).pathname; // other sites of the same host have caches too
const PAGES = `${PATH} pages`;
const FILES = `${PATH} files`;

const MOST_PAGES = 60; // beside those of SITE.languages
const PATIENCE_MS = 3000;
const DAY_MS = 24 * 60 * 60 * 1000;

const PART_OF_INDEX = /-(?:words|terms|rows|texts)-(?:\d+-)?([0-9a-f]{10})\.json$/;
const HASHED = /^(static|search)\/.+[.-][0-9a-f]{10}\.\w+$/;
const PARTS = ["font", "image", "script", "style"];

// what a page cannot be shown well without: styles, icons, pictures, scripts, files of the theme
const NEEDED =
  /<link rel="(?:stylesheet|icon)"[^>]*? href="([^"]+)"|<(?:img|script)\b[^>]*? src="([^"]+)"|"((?:[^"]*\/)?static\/[^"]+)"/g;

let isOff = false; // the site has been built without `offline: true`
let isAway = false; // the network, when it was last asked for a page

self.addEventListener("install", (event) => {
  // A new worker need not wait until all pages of the old one are closed: a copy of a page names
  // the files that it needs, and these stay as long as it does, whichever worker kept them.
  self.skipWaiting();
  event.waitUntil(quietly(renewBasics()));
});

self.addEventListener("activate", (event) => {
  // the page that brought the worker is served by it from now on, so that a search is kept too
  event.waitUntil(
    Promise.all([
      self.clients.claim(),
      quietly(self.registration.navigationPreload?.enable()),
      quietly(dropUnneededFiles()),
    ]),
  );
});

self.addEventListener("message", (event) => {
  event.waitUntil(quietly(keepOpenPage(event.data.read)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (isOff || request.method !== "GET" || path === null) {
    return;
  }
  if (request.mode === "navigate") {
    if (isOfPages(path)) {
      event.respondWith(page(event));
    }
  } else if (HASHED.test(path)) {
    event.respondWith(hashedFile(event));
  } else if (SITE.indexes.includes(path) || PARTS.includes(request.destination)) {
    event.respondWith(file(event));
  }
});

/**
 * @param {string} url
 * @returns {string | null} the path below the site's root, without `?…`; null outside of it
 */
function pathOf(url) {
  const { origin, pathname } = new URL(url);
  const whole = origin + pathname;
  return whole.startsWith(ROOT) ? whole.slice(ROOT.length) : null;
}

/** @param {string} path @returns {string | undefined} tag of the language that it lies in */
function languageOf(path) {
  const [first] = path.split("/");
  return Object.hasOwn(SITE.languages, first) ? first : undefined;
}

/** @param {string | null} path @returns {boolean} the place of a page, not of another site's */
function isOfPages(path) {
  return path === "" || (path !== null && languageOf(path) !== undefined);
}

// Answers

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function page(event) {
  const address = ROOT + pathOf(event.request.url);
  const fresh = fromNetwork(event, (answer) => received(address, answer));
  const copy = await saved(PAGES, address);
  const answer = await inTime(fresh, copy);
  isAway = !answer;
  return answer ?? (copy ? marked(copy) : offlinePage(languageOf(pathOf(address))));
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function hashedFile(event) {
  const { url } = event.request;
  const copy = await saved(FILES, url);
  return copy ?? (await fromNetwork(event, (answer) => keepFile(url, answer))) ?? Response.error();
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function file(event) {
  const { url } = event.request;
  const fresh = fromNetwork(event, (answer) => keepFile(url, answer));
  const copy = await saved(FILES, url);
  // a page that waited for the network need not wait again for each of its parts
  return (copy && isAway ? copy : await inTime(fresh, copy)) ?? copy ?? Response.error();
}

/**
 * @param {FetchEvent} event
 * @param {(answer: Response) => Promise<void>} keep goes on after the reader has the answer
 * @returns {Promise<Response | undefined>} undefined without a network
 */
function fromNetwork(event, keep) {
  const asking = (async () => {
    try {
      const answer = (await event.preloadResponse) ?? (await fetch(event.request));
      event.waitUntil(quietly(keep(answer.clone())));
      return answer;
    } catch {
      return undefined;
    }
  })();
  event.waitUntil(asking); // the reader may have the copy before the network answers
  return asking;
}

/**
 * @param {Promise<Response | undefined>} fresh
 * @param {Response | undefined} copy
 * @returns {Promise<Response | undefined>} undefined where the copy is better than the answer
 */
async function inTime(fresh, copy) {
  if (!copy) {
    return fresh;
  }
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const answer = await Promise.race([fresh, late]);
  return answer?.status < 500 ? answer : undefined;
}

/**
 * Says in a page that it is a copy. The page could not tell by itself: it cannot read the headers
 * of its own answer, and `navigator.onLine` is true in every network that leads nowhere.
 *
 * @param {Response} copy
 */
async function marked(copy) {
  const text = await copy.text();
  return new Response(text.replace("<html", "<html data-copy"), { headers: copy.headers });
}

/** @param {string | undefined} tag of the address's language; any other will do */
async function offlinePage(tag) {
  for (const [address] of [SITE.languages[tag] ?? [], ...Object.values(SITE.languages)]) {
    const found = await saved(PAGES, ROOT + address);
    if (found) {
      return found;
    }
  }
  return Response.error();
}

// Keeping

/** @param {string} cache @param {string} url @returns {Promise<Response | undefined>} */
async function saved(cache, url) {
  return (await caches.open(cache)).match(url, { ignoreVary: true });
}

/** @param {string} address @param {Response} answer the network's, to a reader's visit */
async function received(address, answer) {
  if (answer.status === 404 || answer.status === 410) {
    await (await caches.open(PAGES)).delete(address);
  }
  if (!isPage(answer)) {
    return;
  }
  const text = await answer.text();
  if (!text.includes("data-worker=") && (await isSwitchedOff())) {
    await leave();
    return;
  }
  await keepPage(address, text, answer.headers);
  await keepBasics(languageOf(pathOf(address)));
  await dropOldPages();
}

/** @param {string} url of a page that the reader has before them */
async function keepOpenPage(url) {
  const path = pathOf(url);
  if (isOfPages(path) && !(await saved(PAGES, ROOT + path))) {
    await fetchPage(ROOT + path);
    await keepBasics(languageOf(path));
    await dropOldPages();
  }
}

/** Brings what goes with every language that was read up to this version. */
async function renewBasics() {
  const kept = await (await caches.open(PAGES)).keys();
  for (const tag of new Set(kept.map(({ url }) => languageOf(pathOf(url))))) {
    await keepBasics(tag);
  }
}

/** @param {string | undefined} tag whose offline page, home and contact are to be there, and new */
async function keepBasics(tag) {
  for (const path of SITE.languages[tag] ?? []) {
    const copy = await saved(PAGES, ROOT + path);
    const age = Date.now() - Number(copy?.headers.get("saved-at") ?? 0);
    if (age > DAY_MS || copy.headers.get("saved-by") !== SITE.version) {
      await quietly(fetchPage(ROOT + path));
    }
  }
}

/** @param {string} address */
async function fetchPage(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (isPage(answer)) {
    await keepPage(address, await answer.text(), answer.headers);
  }
}

/** @param {string} address @param {string} text @param {Headers} sent */
async function keepPage(address, text, sent) {
  const headers = new Headers(sent);
  headers.delete("content-encoding"); // of the bytes on their way
  headers.delete("content-length");
  headers.set("saved-at", Date.now());
  headers.set("saved-by", SITE.version);
  const pages = await caches.open(PAGES);
  await alone(() => pages.put(address, new Response(text, { headers })));
  for (const url of filesOf(text, address)) {
    if (!(await saved(FILES, url))) {
      await quietly(fetch(url).then((answer) => keepFile(url, answer)));
    }
  }
}

/** @param {string} url @param {Response} answer */
async function keepFile(url, answer) {
  if (isOff || !isGood(answer)) {
    return;
  }
  await (await caches.open(FILES)).put(url, answer);
  if (SITE.indexes.includes(pathOf(url))) {
    await dropUnneededFiles();
  }
}

/** @param {Response} answer @returns {boolean} whole, of this site, from where it was asked */
function isGood(answer) {
  return answer.status === 200 && answer.type === "basic" && !answer.redirected;
}

/** @param {Response} answer */
function isPage(answer) {
  return isGood(answer) && (answer.headers.get("content-type") ?? "").startsWith("text/html");
}

/** @param {string} text of a page @param {string} address @returns {string[]} those of this site */
function filesOf(text, address) {
  return [...plain(text).matchAll(NEEDED)]
    .map((match) => new URL(match[1] ?? match[2] ?? match[3], address).href)
    .filter((url) => pathOf(url) !== null);
}

/** @param {string} text of a page @returns {string} with the signs that may stand in addresses */
function plain(text) {
  return text.replace(/&#(?:39|x27);/g, "'").replaceAll("&amp;", "&");
}

// Dropping

async function dropOldPages() {
  const pages = await caches.open(PAGES);
  const basics = Object.values(SITE.languages).flat();
  const read = (await pages.keys()).filter(({ url }) => !basics.includes(pathOf(url)));
  const old = read.slice(0, -MOST_PAGES); // in the order in which they were kept
  for (const request of old) {
    await pages.delete(request);
  }
  if (old.length) {
    await dropUnneededFiles();
  }
}

/**
 * Drops the files that neither a kept page nor the newest search index names.
 *
 * @returns {Promise<void>}
 */
function dropUnneededFiles() {
  return alone(dropUnnamedFiles);
}

async function dropUnnamedFiles() {
  const [pages, files] = await Promise.all([caches.open(PAGES), caches.open(FILES)]);
  const isIndex = ({ url }) => SITE.indexes.includes(pathOf(url));
  const isRows = ({ url }) => /^search\/.+-rows-/.test(pathOf(url));
  const kept = await files.keys();
  const texts = [
    ...(await textsOf(pages, await pages.keys())),
    ...(await textsOf(files, kept.filter(isIndex))),
  ];
  // rows name parts too, but only those that are still named themselves
  const rows = await dropUnnamed(files, kept.filter(isRows), texts);
  texts.push(...(await textsOf(files, rows)));
  const others = kept.filter((request) => !isIndex(request) && !isRows(request));
  await dropUnnamed(files, others, texts);
}

/**
 * @param {Cache} files
 * @param {Request[]} requests
 * @param {string[]} texts
 * @returns {Promise<Request[]>} those that a text names
 */
async function dropUnnamed(files, requests, texts) {
  const named = [];
  for (const request of requests) {
    const name = pathOf(request.url).split("/").pop();
    // the index names its parts by what tells one from another
    const mark = PART_OF_INDEX.exec(name)?.[1] ?? name;
    if (texts.some((text) => text.includes(mark))) {
      named.push(request);
    } else {
      await files.delete(request);
    }
  }
  return named;
}

/** @param {Cache} cache @param {Request[]} requests @returns {Promise<string[]>} */
function textsOf(cache, requests) {
  return Promise.all(
    requests.map(async (request) => plain((await (await cache.match(request))?.text()) ?? "")),
  );
}

// Leaving

/** @returns {Promise<boolean>} the host has no service worker any more */
async function isSwitchedOff() {
  const script = await fetch(self.location.href, { cache: "no-store" });
  const isScript = (script.headers.get("content-type") ?? "").includes("javascript");
  return script.status === 404 || script.status === 410 || (script.ok && !isScript);
}

/** Goes away with all that was kept: browsers do not drop a worker whose script is gone. */
async function leave() {
  isOff = true;
  await Promise.all([PAGES, FILES].map((name) => caches.delete(name)));
  await self.registration.unregister();
}

/**
 * Runs work while none of the old worker or the new one runs, so that no file is dropped in the
 * moment in which a page is kept that needs it.
 *
 * @param {() => Promise<void>} work
 */
function alone(work) {
  return navigator.locks.request(PATH, work);
}

/** @param {Promise<unknown> | undefined} work whose failure, as on a full disk, nobody feels */
async function quietly(work) {
  try {
    await work;
  } catch {
    // the next visit tries again
  }
}
