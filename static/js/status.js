// What the person is told about saving: a word in the bar, and a notice where something is wrong.

import { units } from "./unit.js";

const word = document.querySelector("#saved");
const place = document.querySelector("#trouble");
const SLOW = 1000;
// These are shown where the unit is.
const SHOWN_THERE = ["invalid", "stale"];
let slow;

/** Show the notice for a trouble, once; the page's templates hold the words. */
function notice(trouble, unit, said) {
  const shown = place.querySelector(`[data-trouble="${trouble}"]`);
  if (shown) return;
  const text = document.querySelector(`template[data-say="${trouble}"]`);
  place.replaceChildren(text.content.cloneNode(true));
  const block = place.lastElementChild;
  block.dataset.trouble = trouble;
  const name = block.querySelector("[data-name]");
  if (name) name.textContent = unit.name;
  const message = block.querySelector("[data-message]");
  if (message) message.textContent = said?.message ?? said?.reason ?? "";
  block.querySelector("[data-retry]")?.addEventListener("click", flushAll);
  block.querySelector("[data-copy]")?.addEventListener("click", () => copy(unit));
}

export function flushAll() {
  for (const unit of units.values()) if (unit.isDirty) unit.flush();
}

async function copy(unit) {
  const text = Object.values(unit.read()).join("\n");
  const plain = new DOMParser().parseFromString(text, "text/html").body.innerText;
  await navigator.clipboard.writeText(plain);
}

/** Told by each unit what happens to it. */
export function tell(what, unit, said) {
  const { saved, saving, unsaved } = word.dataset;
  markErrors(unit.form, what === "invalid" ? said.errors : {});
  clearTimeout(slow);
  if (what === "saving") {
    slow = setTimeout(() => (word.textContent = saving), SLOW);
  } else if (what === "saved" || what === "settled") {
    if (![...units.values()].some((one) => one.isDirty)) place.replaceChildren();
    if (what === "saved") word.textContent = `${saved} ${said.at}`;
    else if (word.textContent === unsaved) word.textContent = "";
  } else {
    word.textContent = unsaved;
    const trouble = what === "unreached" && !navigator.onLine ? "offline" : what;
    if (!SHOWN_THERE.includes(what)) notice(trouble, unit, said);
  }
  document.dispatchEvent(new CustomEvent(`unit:${what}`, { detail: { unit, said } }));
}

/** What is wrong with each field, beside it. */
export function markErrors(form, errors) {
  for (const place of form?.querySelectorAll("[data-error]") ?? []) {
    const messages = errors[place.dataset.error] ?? [];
    place.textContent = messages.join(" ");
    place.hidden = messages.length === 0;
    const field = form.elements[place.dataset.error];
    if (!field) continue;
    if (messages.length) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
}

window.addEventListener("online", flushAll);
window.addEventListener("focus", flushAll);
window.addEventListener("pagehide", flushAll);
window.addEventListener("beforeunload", (event) => {
  if (place.childElementCount) event.preventDefault();
});
