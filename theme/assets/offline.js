// Of a site that can be read offline, on every page: registers the service worker, says when the
// page is a copy, and lists on the offline page what was kept.

const script = document.querySelector("script[data-worker]");
const worker = new URL(script.dataset.worker, location.href);

async function register() {
  try {
    await navigator.serviceWorker.register(worker);
    const { active } = await navigator.serviceWorker.ready;
    // it may have come while this page was on its way, and know nothing of it
    active.postMessage({ read: location.href });
  } catch {
    // not on http://, and not in some private windows; the site then works as it always did
  }
}

// the worker must not take from the first view what that needs of the network
if (document.readyState === "complete") {
  register();
} else {
  addEventListener("load", register);
}

/**
 * Asks past the worker, which leaves all but GET alone.
 *
 * @returns {Promise<boolean>} the site answers
 */
async function answers() {
  try {
    return (await fetch(location.href, { method: "HEAD", cache: "no-store" })).status < 500;
  } catch {
    return false;
  }
}

const note = document.querySelector(".offline-note");

if (note && "copy" in document.documentElement.dataset) {
  const look = async () => {
    note.textContent = (await answers()) ? "" : note.dataset.text;
  };
  note.textContent = note.dataset.text;
  look(); // the network may just have been slow
  for (const name of ["online", "offline", "pageshow"]) {
    addEventListener(name, look);
  }
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      look();
    }
  });
}

/**
 * @param {string} home absolute address of a language's home page
 * @param {string} homeTitle
 * @returns {Promise<{url: string, title: string, language: string}[]>} its kept pages, by title
 */
async function keptPages(home, homeTitle) {
  // the name that the worker gives it
  const cache = await caches.open(`${new URL(".", worker).pathname} pages`);
  const found = [];
  for (const { url } of await cache.keys()) {
    if (url.startsWith(home)) {
      const text = await (await cache.match(url)).text();
      const page = new DOMParser().parseFromString(text, "text/html");
      // neither this page nor an empty search
      if (!page.querySelector('meta[name="robots"][content*="noindex"]')) {
        const heading = page.querySelector("h1");
        const title = url === home ? homeTitle : heading?.textContent.trim() || page.title;
        found.push({ url, title, language: heading?.closest("[lang]")?.lang ?? "" });
      }
    }
  }
  const order = new Intl.Collator(document.documentElement.lang);
  return found.sort((one, other) => order.compare(one.title, other.title));
}

/** @param {{url: string, title: string, language: string}} page */
function item({ url, title, language }) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = title;
  if (language && language !== document.documentElement.lang) {
    line.lang = language;
    line.dir = "auto";
  }
  line.append(link);
  return line;
}

const kept = document.querySelector("#hc-kept");

if (kept) {
  document.querySelector("#hc-retry").addEventListener("click", () => location.reload());
  const home = new URL(kept.dataset.home, location.href).href;
  keptPages(home, kept.dataset.homeTitle).then((pages) => {
    kept.querySelector("ul").replaceChildren(...pages.map(item));
    kept.querySelector(".none").hidden = pages.length > 0;
  });
}
