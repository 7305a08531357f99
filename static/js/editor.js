// The text of a section, written where it stands and as it will be printed.

import { Editor } from "../django_prose_editor/editor.js";
import { dialogs } from "./dialogs.js";
import { EXTENSIONS } from "./nodes.js";
import { cleaned } from "./paste.js";
import { toolbar } from "./toolbar.js";

/** Make an editor of every place for one. Its form's field holds the text, for saving. */
function open(place) {
  const form = place.closest("form");
  const field = form.elements.html;
  const editor = new Editor({
    element: place,
    extensions: EXTENSIONS,
    content: field.value,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: "prose",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": place.dataset.editor,
        lang: "sv",
      },
      // Before the editor reads it, and with it whatever handlers it carries.
      handleDOMEvents: { paste: (view, event) => cleaned(editor, event, form.dataset.paste) },
      handleKeyDown: (view, event) => leave(event, form),
    },
    onUpdate({ editor }) {
      field.value = editor.getHTML();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  field.value = editor.getHTML();
  // A choice between two versions, or another text from the history.
  field.addEventListener("unit:set", () => {
    editor.commands.setContent(field.value, { emitUpdate: false });
    field.value = editor.getHTML();
  });
  const bar = form.parentElement.querySelector("[role=toolbar]");
  toolbar(editor, bar, dialogs(editor, form));
  if (form.hasAttribute("data-focus")) editor.commands.focus("end");
}

/** Escape leaves the text: the section is shown as it is read, its heading is in focus. */
function leave(event, form) {
  if (event.key !== "Escape") return false;
  form.parentElement.querySelector("[data-close]")?.click();
  return true;
}

document.addEventListener("htmx:load", ({ detail }) => {
  detail.elt.querySelectorAll("[data-editor]").forEach(open);
});
