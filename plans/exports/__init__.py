"""The plan as files: PDF and one standalone web page."""
