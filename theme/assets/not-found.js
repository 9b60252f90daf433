// On the 404 page that speaks all languages: shows the one in the address, hides the others.

const sections = [...document.querySelectorAll(".not-found")];
const parts = location.pathname.toLowerCase().split("/");
const wanted = sections.find((section) => parts.includes(section.dataset.language.toLowerCase()));

if (wanted) {
  const root = document.documentElement;
  root.lang = wanted.lang || root.lang;
  root.dir = wanted.dir || root.dir;
  for (const section of sections) {
    section.hidden = section !== wanted;
  }
}
