// The budget's cells: each saves itself when it is left, and what follows from it is exchanged.

import { tell } from "./status.js";
import { Unit, units } from "./unit.js";

let saying; // at most once a second: who listens hears where it ended

/** The form by which the sheet is changed as a whole; it knows what the page has seen. */
export const act = () => document.querySelector("#act");
const asked = () => `seen=${act().elements.seen.value}&jamfor=${act().elements.jamfor.value}`;

/** A cell as a unit, from when it first has the focus. */
export function cell(field) {
  const here = () => document.getElementById(field.id) ?? field;
  new Unit({
    unit: field.id,
    form: field,
    isCommitted: true,
    name: field.getAttribute("aria-label"),
    url: `${act().dataset.page}${field.name}spara/${act().dataset.look}`,
    compareUrl: `${act().dataset.page}${field.name}jamfor/`,
    edition: Number(field.dataset.edition),
    base: { value: field.value },
    read: () => ({ value: here().value }),
    write: ({ value }) => (here().value = value),
    more: () => Object.fromEntries(new FormData(act())),
    place: () => here().closest("td").querySelector("[data-said]"),
    tell,
  });
}

/** Each part that came takes its place, but for a cell where something is typed and not saved. */
function exchange({ html = "", seen, renew }) {
  for (const part of new DOMParser().parseFromString(html, "text/html").querySelectorAll("[data-part]")) {
    const old = document.getElementById(part.id);
    const form = part.querySelector("[data-cell]");
    const unit = units.get(form?.id);
    if (!old || unit?.isDirty) continue;
    const isHere = old.contains(document.activeElement);
    old.replaceWith(part);
    if (isHere) form?.focus();
    if (unit) Object.assign(unit, { form, base: { value: form.value }, edition: Number(form.dataset.edition) });
  }
  if (seen) act().elements.seen.value = seen;
  if (renew) htmx.ajax("GET", `${act().dataset.page}?${asked()}`, { target: "#grid", swap: "outerHTML" });
}

document.addEventListener("unit:saved", ({ detail: { unit, said } }) => {
  if (!unit.isCommitted) return;
  exchange(said);
  clearTimeout(saying);
  saying = setTimeout(() => (document.querySelector("#said").textContent = said.words), 1000);
});
document.addEventListener("click", ({ target }) => {
  const field = target.dataset?.use && target.closest("td").querySelector("input");
  if (!field) return;
  field.focus();
  field.value = target.dataset.use;
  units.get(field.id).flush();
});
setInterval(async () => {
  if (!act() || document.hidden) return;
  const answer = await fetch(`${act().dataset.page}nytt/?${asked()}`).catch(() => null);
  if (answer?.ok && !answer.redirected) exchange(await answer.json());
}, 20 * 1000);
