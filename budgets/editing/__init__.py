"""Changing a budget's structure, one thing at a time: its lines, its columns, how it is shown.

Every verb locks the budget's row first and needs a transaction around it, so that two people who
change it do it one after the other. Each says what it changed, and `budgets.returning` makes it
undone. What is written in a line has its own edition, and is not touched by where the line stands.
"""
