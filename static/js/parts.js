// Parts of a page that htmx exchanges: what is said when that fails, and keys that move a part.

import { tell } from "./status.js";

const NOBODY = { read: () => ({}) };

const ASKED = ["click", "submit", "change", "drop"];

// A part that comes from another address is the sign-in.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, pathInfo } = event.detail;
  const [came, asked] = [xhr.responseURL, pathInfo.requestPath].map((url) => new URL(url, location.href));
  if (came.pathname === asked.pathname) return;
  event.detail.shouldSwap = false;
  undone(event, "signed-out");
});
document.addEventListener("htmx:sendError", (event) => undone(event, "undone"));
document.addEventListener("htmx:responseError", (event) => undone(event, "undone"));

/** Nothing was done: to who asked for it it is said, and a box shows again what stands. */
function undone({ detail }, trouble) {
  if (!ASKED.includes(detail.requestConfig.triggeringEvent?.type)) return;
  if (detail.elt.type === "checkbox") detail.elt.checked = detail.elt.defaultChecked;
  tell(trouble, NOBODY);
}

// A box that was saved; the next time it fails it goes back to this.
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.successful && detail.elt.type === "checkbox") detail.elt.defaultChecked = detail.elt.checked;
});

// The words of what is new are there to be written over.
document.addEventListener("htmx:load", ({ detail: { elt } }) => {
  elt.querySelector("[data-new]")?.select();
  if (elt.matches("dialog[data-modal]")) elt.showModal();
});

document.addEventListener("keydown", (event) => {
  const way = event.altKey && { ArrowUp: "[data-up]", ArrowDown: "[data-down]" }[event.key];
  const part = way && event.target.closest?.("[data-movable]");
  if (!part) return;
  // The parts in it have buttons of their own.
  const button = [...part.querySelectorAll(way)].find((one) => one.closest("[data-movable]") === part);
  if (!button) return;
  event.preventDefault();
  button.click();
});
