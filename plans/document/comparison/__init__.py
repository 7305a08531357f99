"""Two texts against each other: what changed as marked text, and three made into one."""
