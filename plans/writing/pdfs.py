"""Whether a file that somebody sends is a PDF that everyone can open."""

from io import BytesIO

import pikepdf

MOST_BYTES = 30 * 1024 * 1024
HEADER = b"%PDF-"
HEADER_WITHIN = 1024
"""Where readers look for a PDF's first words (ISO 32000, annex H)."""

NOT_A_PDF = "Filen är ingen PDF, eller så är den skadad. Spara den som PDF och välj den igen."
LOCKED = "Filen är låst med lösenord. Spara den utan lösenord och välj den igen."


def fault_of(data: bytes) -> str:
    """What is wrong with a file, in Swedish; empty for a PDF with pages and without password."""
    if HEADER not in data[:HEADER_WITHIN]:
        return NOT_A_PDF
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return "" if len(pdf.pages) else NOT_A_PDF
    except pikepdf.PasswordError:
        return LOCKED
    except pikepdf.PdfError:
        return NOT_A_PDF
