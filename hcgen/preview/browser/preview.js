// Added to every page of the preview: shows what was found, and the page anew after each change.

const own = document.querySelector("script[data-number]");
const tools = own.src.replace(/[^/]*$/, "");
const number = Number(own.dataset.number);
const fault = document.querySelector("#hc-preview-fault");

/** @param {string} name @param {string} text @param {string} [kind] */
function element(name, text, kind) {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) {
    made.className = kind;
  }
  return made;
}

/** @param {{failure: string, diagnostics: object[]}} findings */
function panel({ failure, diagnostics }) {
  const place = document.createElement("details");
  place.className = "hc-preview";
  place.lang = "en";
  place.dir = "ltr";
  const failures = [failure, fault && JSON.parse(fault.textContent)].filter(Boolean);
  const count = diagnostics.length + failures.length;
  place.append(element("summary", count === 1 ? "1 finding" : `${count} findings`));
  for (const text of failures) {
    place.append(element("p", text, "error"));
  }
  for (const { code, severity, place: where, message, help } of diagnostics) {
    const entry = element("p", "", severity);
    entry.append(element("code", where), ` ${severity} ${code}: ${message}`);
    if (help) {
      entry.append(element("span", help));
    }
    place.append(entry);
  }
  place.open = failures.length > 0 || sessionStorage.getItem("hc-preview") === "open";
  place.addEventListener("toggle", () =>
    sessionStorage.setItem("hc-preview", place.open ? "open" : "closed"),
  );
  return count ? place : null;
}

async function showFindings() {
  const made = panel(await (await fetch(`${tools}findings`)).json());
  if (made) {
    document.body.append(made);
  }
}

async function waitForChange() {
  for (;;) {
    try {
      const newest = await (await fetch(`${tools}changes?${number}`)).json();
      if (newest !== number) {
        location.reload(); // browsers keep the scroll position on reload
        return;
      }
    } catch {
      // the server has ended, or is starting again
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

showFindings();
waitForChange();
