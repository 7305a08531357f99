// What the editor asks for before it inserts: an address, a note, a table, a picture, a figure.

import { markErrors } from "./status.js";
import { post } from "./values.js";

/** Open the page's dialog of that name; resolves with its form when it is sent, else null. */
function asked(name, fill = {}) {
  const dialog = document.querySelector(`#ask-${name}`);
  const form = dialog.querySelector("form");
  form.reset();
  for (const [field, value] of Object.entries(fill)) form.elements[field].value = value;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue ? form : null), { once: true });
  });
}

/** What each button of the toolbar asks, by name. */
export function dialogs(editor, unit) {
  return {
    async link() {
      const old = editor.getAttributes("link").href ?? "";
      const form = await asked("link", { [old.startsWith("#") ? "section" : "href"]: old });
      if (!form) return editor.commands.focus();
      const href = form.elements.section.value || form.elements.href.value.trim();
      const chain = editor.chain().focus().extendMarkRange("link");
      if (!href) return chain.unsetMark("link").run();
      if (!editor.state.selection.empty || editor.isActive("link")) {
        return chain.setMark("link", { href }).run();
      }
      const text = form.elements.section.value ? form.elements.section.selectedOptions[0].text.trim() : href;
      return chain.insertContent({ type: "text", text, marks: [{ type: "link", attrs: { href } }] }).run();
    },
    async note() {
      const form = await asked("note");
      editor.chain().focus().run();
      if (form) editor.commands.addFootnote(form.elements.text.value.trim());
    },
    async table() {
      const form = await asked("table");
      if (!form) return;
      const { caption, rows, columns } = form.elements;
      const size = { rows: Number(rows.value) + 1, cols: Number(columns.value), withHeaderRow: true };
      editor.chain().focus().insertTable(size).updateAttributes("table", { caption: caption.value }).run();
    },
    async caption() {
      const form = await asked("caption", { caption: editor.getAttributes("table").caption });
      if (!form) return;
      const caption = form.elements.caption.value;
      editor.chain().focus().updateAttributes("table", { caption }).run();
    },
    async figure() {
      const place = document.querySelector("#ask-figure [data-figures]");
      place.innerHTML = await (await fetch(unit.dataset.figures)).text();
      if (!(await asked("figure"))) return;
      const [figure, text] = document.querySelector("#ask-figure").returnValue.split("|");
      editor.chain().focus().insertContent({ type: "figure", attrs: { figure, text } }).run();
    },
    async picture() {
      const dialog = document.querySelector("#ask-picture");
      const form = dialog.querySelector("form");
      form.reset();
      form.onsubmit = (event) => upload(event, form, unit.dataset.pictures, (attrs) => {
        dialog.close();
        editor.chain().focus().insertContent({ type: "picture", attrs }).run();
      });
      dialog.showModal();
    },
  };
}

/** Send a picture; what is wrong with it stands beside its field, and nothing is lost. */
async function upload(event, form, url, done) {
  if (event.submitter?.value === "") return;
  event.preventDefault();
  const answer = await post(url, new FormData(form));
  const said = (await answer?.json().catch(() => null)) ?? { errors: { file: [form.dataset.unreached] } };
  markErrors(form, said.errors ?? {});
  if (answer?.ok) done(said);
}
