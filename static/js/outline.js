// The outline: sections are moved by the mouse too, and the text follows its order.

let acted;
let dragged;
let isBehind = false;

const itemAt = (target) => target.closest?.(".outline-form li");

/** The text in the order of the outline, unless somebody writes in it: then when they have closed it. */
function renew() {
  const paper = document.querySelector("#paper");
  isBehind = paper.querySelector("form[data-unit]") !== null;
  document.querySelector("#outline-behind").hidden = !isBehind;
  if (!isBehind) paper.dispatchEvent(new Event("renew"));
}

/** Before or after a section, or in it: by where on its row the mouse is. */
function wayAt(item, y) {
  const { top, height } = item.firstElementChild.getBoundingClientRect();
  const part = (y - top) / height;
  const canHold = !item.parentElement.closest("li") && !dragged.querySelector("ol");
  if (canHold && part > 0.3 && part < 0.7) return "inside";
  return part < 0.5 ? "before" : "after";
}

function over(event) {
  document.querySelector("[data-drop]")?.removeAttribute("data-drop");
  const item = dragged && itemAt(event.target);
  if (!item || dragged.contains(item)) return;
  event.preventDefault();
  item.dataset.drop = wayAt(item, event.clientY);
}

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("dragstart", ({ target }) => (dragged = itemAt(target)));
document.addEventListener("dragover", over);
document.addEventListener("drop", (event) => {
  const item = document.querySelector("[data-drop]");
  if (!item) return;
  event.preventDefault();
  // Asked for where the section's menu asks.
  const { formAction } = dragged.querySelector("[name=to]");
  const values = { to: item.dataset.drop, beside: item.dataset.key };
  htmx.ajax("POST", formAction, { source: dragged, event, values, target: "#outline-said" });
});
document.addEventListener("dragend", () => (dragged = undefined));
document.addEventListener("outline-changed", renew);
document.addEventListener("focusin", ({ target }) => (acted = itemAt(target)?.id ?? acted));
// Where the list was exchanged under the person's hands, they are still where they were.
document.addEventListener("htmx:afterSettle", () => {
  if (isBehind) renew();
  if (document.activeElement !== document.body || !acted) return;
  const place = document.getElementById(acted)?.querySelector("a");
  (place ?? document.querySelector("#outline-said button"))?.focus();
});
