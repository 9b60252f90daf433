// The search field in the header: offers articles while somebody types. A combobox with a list
// after the ARIA Authoring Practices Guide; the focus stays in the field. Loaded when the field
// gets the focus for the first time.

import { openSearch } from "./search-client.js";
import { addressOf, foundText, inLanguage, made, pause, readyToCount, withQuery } from "./search-text.js";

const MOST_OFFERED = 6;
const PAUSE_MS = 120;

/** @param {HTMLInputElement} input of a search form; the second time nothing happens */
export function assist(input) {
  if (input.getAttribute("role") !== "combobox") {
    new SearchBox(input);
  }
}

class SearchBox {
  /** @param {HTMLInputElement} input */
  constructor(input) {
    this.input = input;
    this.words = input.form.dataset;
    this.opening = null;
    this.latest = 0;
    this.timer = 0;
    this.active = -1;
    this.options = [];
    this.status = made("p", "hidden-text");
    this.status.setAttribute("role", "status");
    this.note = made("p", "offer-note");
    this.note.ariaHidden = "true"; // the status says the same
    this.list = made("div", "");
    this.list.id = "hc-offers";
    this.list.setAttribute("role", "listbox");
    this.list.ariaLabel = input.labels[0]?.textContent ?? "";
    this.popup = made("div", "offers", this.note, this.list);
    input.form.append(this.status, this.popup);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    this.close();
    this.listen();
    this.index().catch(() => {}); // told when something is looked for
    readyToCount();
    if (input.value.trim()) {
      this.wait();
    }
  }

  listen() {
    const { input, popup } = this;
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.addEventListener("blur", () => this.close());
    input.addEventListener("click", () => this.reopen());
    // the field keeps the focus while an option is pressed
    popup.addEventListener("mousedown", (event) => event.preventDefault());
    input.form.addEventListener("submit", () => this.close());
    addEventListener("pageshow", () => this.close());
  }

  index() {
    this.opening ??= openSearch({ index: new URL(this.words.index, location.href).href, pause });
    this.opening.catch(() => {
      this.opening = null;
    });
    return this.opening;
  }

  /** Looks for what is typed once the reader pauses. */
  wait() {
    clearTimeout(this.timer);
    this.latest += 1; // an answer that is on its way is for what stood there before
    this.activate(-1);
    if (this.input.value.trim()) {
      this.timer = setTimeout(() => this.look(), PAUSE_MS);
    } else {
      this.offer([]);
      this.close();
    }
  }

  async look() {
    const mine = (this.latest += 1);
    const query = this.input.value;
    if (!this.options.length) {
      this.say([this.words.working]);
    }
    try {
      const index = await this.index();
      const results = await index.search(query, { limit: MOST_OFFERED });
      if (mine !== this.latest) {
        return;
      }
      const titles = new Map(index.topics.map(({ path, title }) => [path, title]));
      this.offer(results.map((result, place) => this.option(result, place, titles)));
      if (results.length) {
        this.say([foundText(this.words.found, results.total)]);
      } else if (results.isPartial) {
        this.say([this.words.failed]);
      } else {
        this.say(withQuery(this.words.nothing, query));
      }
    } catch {
      if (mine === this.latest) {
        this.offer([]);
        this.say([this.words.failed]);
      }
    }
  }

  /** @param {import("./search-client.js").Result} result */
  option({ url, title, anchor, heading, language, topic }, place, titles) {
    const option = made("a", "", inLanguage(made("span", "offer-title", title), language));
    option.id = `hc-offer-${place}`;
    option.setAttribute("role", "option");
    option.ariaSelected = "false";
    option.tabIndex = -1;
    option.href = addressOf(this.words.root, url, anchor);
    const where = [
      titles.get(topic) && made("span", "", titles.get(topic)),
      heading && heading !== title && inLanguage(made("span", "", heading), language),
    ].filter(Boolean);
    if (where.length) {
      option.append(" ", made("span", "offer-where", ...where.flatMap((each) => [each, " "])));
    }
    option.addEventListener("mousemove", () => this.activate(place));
    return option;
  }

  /** @param {HTMLElement[]} options to show, in place of those before */
  offer(options) {
    this.activate(-1);
    this.options = options;
    this.list.replaceChildren(...options);
  }

  /** @param {(Node | string)[]} content said, and shown where there are no options */
  say(content) {
    this.status.replaceChildren(...content);
    this.note.replaceChildren(...content.map((each) => each.cloneNode?.(true) ?? each));
    this.open();
  }

  open() {
    const isOffering = this.options.length > 0;
    this.popup.hidden = document.activeElement !== this.input;
    this.list.hidden = !isOffering;
    this.note.hidden = isOffering;
    this.input.ariaExpanded = String(isOffering && !this.popup.hidden);
  }

  reopen() {
    if (this.options.length && this.input.value.trim()) {
      this.open();
    }
  }

  close() {
    clearTimeout(this.timer);
    this.latest += 1;
    this.activate(-1);
    this.popup.hidden = true;
    this.list.hidden = true;
    this.status.textContent = "";
    this.input.ariaExpanded = "false";
  }

  /** @param {number} place of the option that Enter opens; -1 for none */
  activate(place) {
    if (this.options[this.active]) {
      this.options[this.active].ariaSelected = "false";
    }
    this.active = place;
    const option = this.options[place];
    if (option) {
      option.ariaSelected = "true";
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) {
      return; // Enter and the arrows are the input method's
    }
    const isOpen = !this.list.hidden;
    const last = this.options.length - 1;
    const steps = {
      ArrowDown: () => this.activate(this.active >= last ? 0 : this.active + 1),
      ArrowUp: () => this.activate(this.active <= 0 ? last : this.active - 1),
      Home: () => this.activate(0),
      End: () => this.activate(last),
      Enter: () => this.options[this.active].click(),
    };
    if (event.key === "Escape") {
      event.preventDefault();
      this.escape();
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      this.activate(-1);
    } else if (event.key.startsWith("Arrow") && !isOpen) {
      event.preventDefault();
      this.reopen();
      if (!this.list.hidden) {
        steps[event.key]();
      } else if (this.input.value.trim()) {
        this.look();
      }
    } else if (isOpen && event.key in steps) {
      // without an option, Enter searches, and Home and End move within what is typed
      if (this.active >= 0 || event.key.startsWith("Arrow")) {
        event.preventDefault();
        steps[event.key]();
      }
    }
  }

  escape() {
    if (this.popup.hidden) {
      this.input.value = "";
      this.offer([]);
    }
    this.close();
  }
}
