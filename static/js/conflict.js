// Two people have written in the same unit: both texts, and a choice.

/** Ask for the conflict view of a unit and let the person choose what shall stand. */
export async function conflict(unit) {
  const base = Object.entries(unit.base).map(([name, value]) => [`base-${name}`, value]);
  const answer = await unit.post(unit.compareUrl, { ...unit.read(), ...Object.fromEntries(base) });
  if (!answer?.ok) {
    unit.waitsForChoice = false;
    return unit.again("unreached");
  }
  const place = unit.place?.() ?? document.querySelector("#dialogs");
  place.innerHTML = await answer.text();
  const dialog = place.querySelector("dialog");
  dialog.addEventListener("close", () => choose(unit, dialog));
  if (unit.place) dialog.open = true; // without the focus: the hands are in another cell by now
  else dialog.showModal();
}

/** Escape is no choice: the text stays here, unsaved, and the view comes back with the next key. */
function choose(unit, { returnValue, dataset: { edition, theirs } }) {
  if (returnValue) unit.chosen(Number(edition), JSON.parse(theirs), JSON.parse(returnValue));
  else unit.waitsForChoice = false;
}
