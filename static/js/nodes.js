// What a text of a plan may hold, as the editor knows it: plans/document/html/allowed.py.

import {
  Blockquote, Bold, BulletList, Document, Dropcursor, Gapcursor, HardBreak, Heading, History,
  Italic, Link, ListItem, Mark, mergeAttributes, Node, OrderedList, Paragraph, Table, TableCell,
  TableHeader, TableRow, Text,
} from "../django_prose_editor/editor.js";

let notes = 0;

/** A note's own words, in their place in the text. Two notes side by side stay two. */
const Footnote = Mark.create({
  name: "footnote",
  priority: 2000,
  inclusive: false,
  addAttributes: () => ({ note: { parseHTML: () => (notes += 1), rendered: false } }),
  parseHTML: () => [{ tag: "span.footnote" }],
  renderHTML: () => ["span", { class: "footnote" }, 0],
  addCommands() {
    return {
      addFootnote: (text) => ({ chain }) => {
        const marks = [{ type: this.name, attrs: { note: (notes += 1) } }];
        return chain().insertContent([{ type: "text", text, marks }, { type: "text", text: " " }]).run();
      },
    };
  },
});

/** A figure of the plan: what stands in the budget that day is printed. */
const Figure = Node.create({
  name: "figure",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    figure: {
      parseHTML: (span) => span.dataset.figure,
      renderHTML: ({ figure }) => ({ "data-figure": figure }),
    },
    text: { parseHTML: (span) => span.textContent, rendered: false },
  }),
  parseHTML: () => [{ tag: "span[data-figure]", priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => ["span", mergeAttributes(HTMLAttributes), node.attrs.text],
});

/** A picture of the plan, with what it shows in words. */
const Picture = Node.create({
  name: "picture",
  group: "block",
  draggable: true,
  addAttributes: () => ({
    key: { parseHTML: (img) => img.dataset.picture, renderHTML: ({ key }) => ({ "data-picture": key }) },
    alt: { default: "" },
    src: { default: "" },
  }),
  parseHTML: () => [{ tag: "img[data-picture]" }],
  renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
});

/** A table with its caption, which is no row that the rest of the editor would have to know. */
const CaptionedTable = Table.extend({
  addAttributes: () => ({
    caption: { default: "", parseHTML: ({ caption }) => caption?.textContent ?? "", rendered: false },
  }),
  parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],
  renderHTML: ({ node }) => {
    const caption = node.attrs.caption ? [["caption", node.attrs.caption]] : [];
    return ["table", ...caption, ["tbody", 0]];
  },
  addNodeView: null,
});

export const EXTENSIONS = [
  Document.extend({ content: "block+" }),
  Paragraph, Text, HardBreak, Bold, Italic, BulletList, OrderedList, ListItem,
  Heading.configure({ levels: [2, 3] }),
  Blockquote.extend({ content: "(paragraph | bulletList | orderedList)+" }),
  Link.configure({ openOnClick: false, enableTarget: false }),
  CaptionedTable.configure({ resizable: false }),
  TableRow, TableHeader, TableCell,
  Footnote, Figure, Picture, History, Gapcursor, Dropcursor,
];
