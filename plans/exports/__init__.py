"""The plan as files: PDF, Word, Excel and one standalone web page."""
