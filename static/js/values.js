// What a form's fields hold.

/** The values by name; a box that is not ticked is not there. */
export function values(form) {
  const found = {};
  for (const [name, value] of new FormData(form)) {
    if (name !== "csrfmiddlewaretoken") found[name] = value;
  }
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

export function cookie(name) {
  return document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1] ?? "";
}
