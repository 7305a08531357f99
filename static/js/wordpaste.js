// Keeps the clipboard's HTML of a paste beside the words that the text area shows.
const words = document.querySelector("textarea[name=paste]");
const html = document.querySelector("input[name=pasted]");

words.addEventListener("paste", (event) => {
  const isAlone = words.selectionEnd - words.selectionStart === words.value.length;
  html.value = isAlone ? event.clipboardData.getData("text/html") : "";
});

words.addEventListener("input", (event) => {
  // What is typed is not in the clipboard's HTML: from then on the words count.
  if (event.inputType !== "insertFromPaste") html.value = "";
});
