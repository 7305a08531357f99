"""Two plans as one document, with what came and went marked where it stands."""
