// On the contact page: shows those channels that suit a topic or a kind of help. Without this script
// all are shown, and a list says which suits what.

const form = document.querySelector(".about");
const choice = form?.querySelector("select");
const status = form?.querySelector("[role=status]");
const all = form?.querySelector("button");
const cards = [...document.querySelectorAll(".channel[data-channel]")];

/** Shows the cards of the choice in the order that they always have. */
function update() {
  const option = choice.selectedOptions[0];
  const suits = option.dataset.channels?.split(" ") ?? [];
  for (const card of cards) {
    card.hidden = suits.length > 0 && !suits.includes(card.dataset.channel);
  }
  status.textContent = suits.length ? form.dataset.suits.replace("{topic}", option.text) : "";
  all.hidden = !suits.length;
}

/** Keeps the choice in the address, so that it can be linked and survives a reload. */
function remember() {
  const address = new URL(location.href);
  if (choice.value) {
    address.searchParams.set("about", choice.value);
  } else {
    address.searchParams.delete("about");
  }
  address.hash = "";
  history.replaceState(null, "", address);
}

if (form && choice && status && all) {
  const values = new Set([...choice.options].map((option) => option.value));
  let wanted = new URL(location.href).searchParams.get("about") ?? "";
  // of topics inside another one, that one can be chosen
  while (!values.has(wanted)) {
    wanted = wanted.slice(0, Math.max(0, wanted.lastIndexOf("/")));
  }
  choice.value = wanted;
  choice.addEventListener("change", () => {
    update();
    remember();
  });
  all.addEventListener("click", () => {
    choice.value = "";
    update();
    remember();
    choice.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  document.querySelector(".suits-what")?.setAttribute("hidden", "");
  // a link to one channel shows it, whatever was chosen before
  if (!location.hash.startsWith("#hc-channel-")) {
    update();
  }
}
