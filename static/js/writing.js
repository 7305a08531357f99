// Everything that a page needs to be written in. The editor first: a form saves itself by what its
// editor has made of its text.
import "./editor.js";
import "./saving.js";
import "./outline.js";
import "./parts.js";
import "./grid.js";
