// What a form's fields hold, and how it is sent.

import { whose } from "./kept.js";

/** The values by name; a box that is not ticked is not there. */
export function values(form) {
  const found = Object.fromEntries(new FormData(form));
  delete found.csrfmiddlewaretoken;
  return found;
}

export function setValues(form, wanted) {
  for (const [name, value] of Object.entries(wanted)) {
    const field = form.elements[name];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = Boolean(value);
    else field.value = value;
    field.dispatchEvent(new CustomEvent("unit:set", { bubbles: true }));
  }
}

/** Values that came as JSON, as the fields of a form give them. */
export function asFields(wanted) {
  const said = Object.entries(wanted).filter(([, value]) => value !== false);
  return Object.fromEntries(said.map(([name, value]) => [name, value === true ? "on" : String(value)]));
}

export function same(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

/** Send as the person whose page this is; null where no answer came. */
export function post(url, body, options) {
  const token = document.cookie.match("(?:^|; )csrftoken=([^;]*)")?.[1] ?? "";
  const headers = { Accept: "application/json", "X-CSRFToken": token, "X-Page-Of": whose.user };
  return fetch(url, { method: "POST", body, headers, ...options }).catch(() => null);
}
