// Everything that a page needs to be written in.

import "./saving.js";
import "./editor.js";
import "./outline.js";
import "./parts.js";
import "./grid.js";
