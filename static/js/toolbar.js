// The buttons above a text: what they do, when they are pressed, and the keys between them.

const STYLES = {
  p: (chain) => chain.setParagraph(),
  h2: (chain) => chain.setHeading({ level: 2 }),
  h3: (chain) => chain.setHeading({ level: 3 }),
  quote: (chain) => chain.toggleBlockquote(),
};
const KEYS = { Digit0: "p", Digit2: "h2", Digit3: "h3" };

/** Bind a toolbar to its editor, whose commands its buttons name; `dialogs` opens what asks for more. */
export function toolbar(editor, bar, dialogs) {
  const buttons = () => [...bar.querySelectorAll("button, select")].filter((one) => one.offsetParent);
  const style = bar.querySelector("select");

  function show() {
    for (const button of bar.querySelectorAll("[data-is]")) {
      button.setAttribute("aria-pressed", editor.isActive(button.dataset.is));
    }
    bar.querySelector("[data-in-table]").hidden = !editor.isActive("table");
    style.value = styleOf(editor);
  }

  bar.addEventListener("click", ({ target }) => {
    const does = target.closest("[data-do]")?.dataset.do;
    const asks = target.closest("[data-ask]")?.dataset.ask;
    if (does) editor.chain().focus()[does]().run();
    if (asks) dialogs[asks]();
    if (does || asks) target.closest("details")?.removeAttribute("open");
  });
  style.addEventListener("change", () => STYLES[style.value](editor.chain().focus()).run());
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = buttons();
    if (step) all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
    else if (event.key === "Escape") editor.commands.focus();
    else return;
    event.preventDefault();
  });
  editor.view.dom.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey;
    if (event.altKey && event.key === "F10") buttons()[0].focus();
    else if (event.ctrlKey && event.altKey && KEYS[event.code]) {
      STYLES[KEYS[event.code]](editor.chain()).run();
    } else if (!isPlain && !event.altKey && event.key.toLowerCase() === "k") dialogs.link();
    else return;
    event.preventDefault();
  });
  editor.on("transaction", show);
  show();
}

function styleOf(editor) {
  if (editor.isActive("blockquote")) return "quote";
  return ["h2", "h3"].find((tag) => editor.isActive("heading", { level: Number(tag[1]) })) ?? "p";
}
