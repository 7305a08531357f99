// The budget as a sheet: keys between its fields, taking back, copying and pasting.

import { act, cell } from "./cells.js";
import { units } from "./unit.js";

const STEPS = { Enter: [1, 0], ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const LEVELS = { "Alt+Shift+ArrowLeft": "out", "Alt+Shift+ArrowRight": "in" };
const ASKS = { ...LEVELS, "Alt+ArrowUp": "up", "Alt+ArrowDown": "down", "Control+Enter": "after" };
const BACK = { "Control+z": "undo", "Control+Shift+z": "redo", "Control+y": "redo" };
const done = { undo: [], redo: [] };
let [was, edits] = ["", false];
let anchor = null;

const fieldAt = (target) => target.closest?.("#grid :is(input, textarea)");
const isWhole = ({ selectionStart, selectionEnd, value }) => selectionEnd - selectionStart === value.length;

/** Ask for something to be done: "up/KEY". The answer is the whole sheet anew. */
function ask(what, key) {
  act().elements.asked.value = `${what}/${key}`;
  act().requestSubmit();
}

/** The next field that way; sums and headings are passed over. */
function next(field, [rows, columns]) {
  const { rows: all } = field.closest("table");
  let [row, column, found] = [field.closest("tr").rowIndex, field.closest("td, th").cellIndex];
  do {
    row += rows;
    column += columns;
    found = all[row]?.cells[column]?.querySelector("input, textarea");
  } while (!found && all[row] && column >= Math.abs(columns) && column < all[0].cells.length);
  return columns < 0 && column === 0 ? undefined : found;
}

/** The cells between where the choosing began and a field, row by row. */
function range(field) {
  const ends = [anchor ?? field, field].map((end) => end.closest("td, th"));
  const [top, bottom] = ends.map((end) => end.parentElement.rowIndex).sort((a, b) => a - b);
  const [left, right] = ends.map((end) => end.cellIndex).sort((a, b) => a - b);
  const rows = [...field.closest("table").rows].slice(top, bottom + 1);
  return rows.map((row) => [...row.cells].slice(left, right + 1));
}

/** A figure as Excel reads it, and words as they are. */
function plain(place) {
  const shown = place.querySelector("input, textarea, .v");
  const text = (shown?.value ?? shown?.textContent ?? "").trim();
  if (!/^[−+]?\d[\d\s]*(,\d+)?$/.test(text)) return text === "–" ? "" : text;
  return text.replace(/\s/g, "").replace("−", "-");
}

function pick(field, from) {
  anchor = from;
  document.querySelectorAll("[data-picked]").forEach((place) => place.removeAttribute("data-picked"));
  if (anchor) range(field).flat().forEach((place) => place.setAttribute("data-picked", ""));
}

/** Do what a key stands for; false where it is the browser's. */
function pressed(event, field) {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const all = `${control ? "Control+" : ""}${altKey ? "Alt+" : ""}${shiftKey ? "Shift+" : ""}`;
  const back = BACK[all + key.toLowerCase()];
  const step = !control && !altKey && (key === "Enter" && field.rows ? [0, 1] : STEPS[key]);
  if (ASKS[all + key]) return ask(ASKS[all + key], field.closest("tr").dataset.row);
  // What is typed in the field and not yet saved is taken back there.
  if (back && field.value === was) return done[back].length ? ask(back, done[back].pop()) : undefined;
  if (key === "F2") return (edits = true) && field.setSelectionRange(field.value.length, field.value.length);
  if (key === "Escape") {
    field.setRangeText(was, 0, field.value.length, "select");
    return field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (!step || (step[1] && edits && !isWhole(field))) return false;
  const found = next(field, key === "Enter" && shiftKey ? [-1, 0] : step) ?? field;
  if (found === field) units.get(field.id)?.flush();
  const from = shiftKey && key !== "Enter" ? (anchor ?? field) : null;
  found.focus();
  return pick(found, from);
}

document.addEventListener("keydown", (event) => {
  const field = fieldAt(event.target);
  if (field && !event.isComposing && pressed(event, field) !== false) event.preventDefault();
});
document.addEventListener("focusin", ({ target }) => {
  const field = fieldAt(target);
  if (!field) return;
  if ("cell" in field.dataset && !units.has(field.id)) cell(field);
  [was, edits] = [field.value, false];
  pick(field, null);
  field.select();
});
document.addEventListener("click", ({ target }) => (edits = fieldAt(target) !== null));
document.addEventListener("copy", (event) => {
  const field = fieldAt(event.target);
  if (!field || !(anchor || isWhole(field))) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", range(field).map((row) => row.map(plain).join("\t")).join("\r\n"));
});
document.addEventListener("paste", (event) => {
  const field = fieldAt(event.target);
  const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
  if (!field?.matches("[data-cell]") || !/[\t\n]/.test(text)) return;
  event.preventDefault();
  const values = { text, at: field.name };
  htmx.ajax("POST", act().dataset.paste, { source: act(), values, target: "#dialogs", swap: "innerHTML" });
});
document.addEventListener("unit:saved", ({ detail: { said } }) => remember(said.change, "done"));
document.addEventListener("htmx:load", ({ detail: { elt } }) => {
  if (elt.id === "grid") remember(elt.dataset.change, elt.dataset.step);
});

function remember(change, step) {
  const steps = done[step === "undo" ? "redo" : "undo"];
  if (change && steps.at(-1) !== String(change)) steps.push(String(change));
  if (change && step === "done") done.redo = [];
}
