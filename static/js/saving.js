// The units of the page: every form that says which unit it is saves itself.

import { conflict } from "./conflict.js";
import { forget, left } from "./kept.js";
import { flushAll, tell } from "./status.js";
import { Unit, units } from "./unit.js";
import { asFields, setValues, values } from "./values.js";

const SHORT = { dateStyle: "short", timeStyle: "short" };

/** Begin to save a form by itself. Its fields hold by now what stands in the database. */
function register(form) {
  const { unit, name, edition, compare } = form.dataset;
  new Unit({
    unit,
    name,
    form,
    url: form.action,
    compareUrl: compare,
    edition: Number(edition),
    base: values(form),
    read: () => values(form),
    write: (wanted) => setValues(form, wanted),
    tell,
  });
}

function unitOf(element) {
  return units.get(element.closest?.("form[data-unit]")?.dataset.unit ?? element.id);
}

document.addEventListener("input", ({ target }) => {
  document.querySelector("#here-unit")?.setAttribute("value", unitOf(target)?.unit ?? "");
  unitOf(target)?.changed();
});
document.addEventListener("focusout", ({ target }) => unitOf(target)?.flush());
document.addEventListener("submit", (event) => {
  const unit = unitOf(event.target);
  if (!unit) return;
  event.preventDefault();
  unit.flush();
});
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  flushAll();
});
document.addEventListener("htmx:load", ({ detail: { elt } }) => {
  if (elt.matches("form[data-unit]")) register(elt);
  elt.querySelectorAll("form[data-unit]").forEach(register);
});
document.addEventListener("unit:stale", ({ detail }) => conflict(detail.unit));
// A part of the page is exchanged only after what was typed in it has been sent.
document.addEventListener("htmx:confirm", async (event) => {
  const leaving = [...units.values()].filter((unit) => event.detail.target.contains(unit.form));
  const unsaved = leaving.filter((unit) => unit.isDirty);
  if (!leaving.length) return;
  event.preventDefault();
  await Promise.all(unsaved.map((unit) => unit.sending?.then(() => unit.flush()) ?? unit.flush()));
  // What is wrong in a field goes with what is removed; otherwise it is mended first.
  const stays = event.detail.elt.hasAttribute("data-discards") ? [] : leaving.filter((unit) => unit.isDirty);
  if (stays.length) return (stays[0].form.querySelector("[aria-invalid=true]") ?? stays[0].form).focus();
  leaving.filter((unit) => unit.isDirty).forEach((unit) => unit.settled());
  leaving.forEach((unit) => units.delete(unit.unit));
  event.detail.issueRequest(true);
});

/** Text from a page that is gone: offered, and saved as any other text when it is taken back. */
async function offer() {
  const place = document.querySelector("#left");
  for (const record of place ? await left() : []) {
    const unit = detached(record);
    if (await unit.isSaved()) {
      await forget(record.unit, record.edition);
      continue;
    }
    const block = place.querySelector("template").content.cloneNode(true).firstElementChild;
    block.querySelector("[data-name]").textContent = record.name;
    block.querySelector("[data-at]").textContent = new Date(record.at).toLocaleString("sv-SE", SHORT);
    block.querySelector("[data-take]").addEventListener("click", () => unit.flush());
    block.querySelector("[data-drop]").addEventListener("click", async () => {
      await forget(record.unit, record.edition);
      block.remove();
    });
    place.append(block);
  }
}

/** A unit of which there is no form on the page, only what was kept. */
function detached(record) {
  let current = record.values;
  const told = (what, unit, said) => {
    tell(what, unit, said);
    if (what === "saved" || what === "settled") location.reload();
  };
  const write = (wanted) => (current = asFields(wanted));
  const unit = new Unit({ ...record, read: () => current, write, tell: told });
  units.delete(record.unit);
  return unit;
}

offer();
