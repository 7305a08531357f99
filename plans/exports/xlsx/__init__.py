"""The budget as an Excel workbook that counts: each sum is a formula over cells of its own."""

from plans.exports.xlsx.writing import NoBudget, render_xlsx

__all__ = ["NoBudget", "render_xlsx"]
