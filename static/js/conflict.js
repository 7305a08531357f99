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
  // Escape is no choice: the text stays here, unsaved, and the view comes back with the next key.
  dialog.addEventListener("close", () => (unit.waitsForChoice = false));
  for (const button of dialog.querySelectorAll("[data-choice]")) {
    button.addEventListener("click", () => choose(unit, dialog, button));
  }
  if (!unit.place) return dialog.showModal();
  dialog.show();
}

async function choose(unit, dialog, button) {
  const { edition, theirs } = dialog.dataset;
  await unit.chosen(Number(edition), JSON.parse(theirs), JSON.parse(button.dataset.choice));
  dialog.close();
}
