// Below an article: asks whether it helped, and sends the answer where the site wants it. A “no”
// opens the way to a person.

const form = document.querySelector(".feedback form");
const { endpoint, analytics, article, language, thanks, failed } = form.dataset;
const status = form.querySelector("[role=status]");
const buttons = form.querySelectorAll("button");

/** How each kind of analytics is told of an event. */
const TELL = {
  dataLayer: (detail) => window.dataLayer?.push({ event: "feedback", ...detail }),
  gtag: (detail) => window.gtag?.("event", "feedback", detail),
  matomo: ({ article, helpful }) =>
    window._paq?.push(["trackEvent", "Feedback", helpful, article]),
  plausible: (detail) => window.plausible?.("Feedback", { props: detail }),
  umami: (detail) => window.umami?.track("feedback", detail),
};
const GLOBAL = { matomo: "_paq" };

/** Something takes the answer; a blocked script does not, and then nothing is asked. */
function isTaken() {
  return Boolean(endpoint) || (analytics in TELL && (GLOBAL[analytics] ?? analytics) in window);
}

/** @param {"yes" | "no"} helpful */
async function send(helpful) {
  const detail = { article, language, helpful };
  if (analytics in TELL) {
    TELL[analytics](detail);
  }
  if (endpoint) {
    // form fields need no question beforehand whether they may be sent (no CORS preflight)
    const body = new URLSearchParams({ ...detail, page: location.pathname });
    const response = await fetch(endpoint, { method: "POST", body, keepalive: true });
    if (!response.ok) {
      throw new Error(String(response.status));
    }
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const helpful = event.submitter.value;
  for (const button of buttons) {
    button.disabled = true;
  }
  try {
    await send(helpful);
    status.textContent = thanks;
    form.querySelector("[role=group]").hidden = true;
  } catch {
    status.textContent = failed;
    for (const button of buttons) {
      button.disabled = false;
    }
  }
  const people = document.querySelector(".feedback details");
  if (helpful === "no" && people) {
    people.open = true;
    people.querySelector("summary").focus();
  }
});

// other scripts of the page may come later
addEventListener("load", () => {
  form.hidden = !isTaken();
});
if (document.readyState === "complete") {
  form.hidden = !isTaken();
}
