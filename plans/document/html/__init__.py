"""The text of a section: what is stored, and what is made of it for the screen and the PDF."""
