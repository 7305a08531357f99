"""Two whole plans against each other: every change by itself, and all of them in the document."""
