// What the person is told about saving: a word in the bar, and a notice where something is wrong.

import { units } from "./unit.js";

const word = document.querySelector("#saved");
const place = document.querySelector("#trouble");
const SLOW = 1000;
let slow;

/** Show the notice for a trouble, once; the page's templates hold the words. */
function notice(trouble, unit, said) {
  const shown = place.querySelector(`[data-trouble="${trouble}"]`);
  if (shown) return;
  clear();
  const text = document.querySelector(`template[data-say="${trouble}"]`);
  place.append(text.content.cloneNode(true));
  const block = place.lastElementChild;
  block.dataset.trouble = trouble;
  const name = block.querySelector("[data-name]");
  if (name) name.textContent = unit.name;
  const message = block.querySelector("[data-message]");
  if (message) message.textContent = said?.message ?? said?.reason ?? "";
  block.querySelector("[data-retry]")?.addEventListener("click", flushAll);
  block.querySelector("[data-copy]")?.addEventListener("click", () => copy(unit));
}

function clear() {
  place.replaceChildren();
}

function say(text) {
  clearTimeout(slow);
  word.textContent = text;
}

export function flushAll() {
  for (const unit of units.values()) if (unit.isDirty) unit.flush();
}

async function copy(unit) {
  const text = Object.values(unit.read()).join("\n");
  const plain = new DOMParser().parseFromString(text, "text/html").body.innerText;
  await navigator.clipboard.writeText(plain);
}

function unsaved(trouble, unit, said) {
  say(word.dataset.unsaved);
  notice(trouble, unit, said);
}

/** Told by each unit what happens to it. */
export function tell(what, unit, said) {
  markErrors(unit, what === "invalid" ? said.errors : {});
  if (what === "saving") {
    clearTimeout(slow);
    slow = setTimeout(() => say(word.dataset.saving), SLOW);
  } else if (what === "saved" || what === "settled") {
    if (![...units.values()].some((one) => one.isDirty)) clear();
    clearTimeout(slow);
    if (what === "saved") say(`${word.dataset.saved} ${said.at}`);
    else if (word.textContent === word.dataset.unsaved) say("");
  } else if (what === "invalid" || what === "stale") {
    say(word.dataset.unsaved);
  } else {
    unsaved(what === "unreached" && !navigator.onLine ? "offline" : what, unit, said);
  }
  document.dispatchEvent(new CustomEvent(`unit:${what}`, { detail: { unit, said } }));
}

/** What is wrong with each field, beside it. */
function markErrors(unit, errors) {
  for (const place of unit.form?.querySelectorAll("[data-error]") ?? []) {
    const messages = errors[place.dataset.error] ?? [];
    place.textContent = messages.join(" ");
    place.hidden = messages.length === 0;
    const field = unit.form.elements[place.dataset.error];
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
