"""The plan as a Word file: the way back to the word processor, with real headings and lists."""

from plans.exports.docx.writing import render_docx

__all__ = ["render_docx"]
