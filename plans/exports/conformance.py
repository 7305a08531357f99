"""The marks of PDF/UA-1 beside those of PDF/A-3a, which WeasyPrint makes only one of at a time.

WeasyPrint writes the metadata of PDF/A-3a; the identification of PDF/UA is added inside its one
rdf:RDF, with the extension schema that PDF/A asks for (ISO 19005-3, 6.6.2.3).
"""

from collections.abc import Mapping

import pydyf
from weasyprint import Document as Rendering

PDFUA_IN_PDFA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""

END = b"</rdf:RDF>"


class Finisher:
    """Finishes a PDF before it is written. `headings` are the words at each internal address."""

    def __init__(self, headings: Mapping[str, str]) -> None:
        self.headings = headings

    def __call__(self, rendering: Rendering, pdf: pydyf.PDF) -> None:
        """Adds the mark of PDF/UA-1, where links go in words, and what table headers head."""
        mark_accessible(pdf)
        for item in pdf.objects:
            if not isinstance(item, pydyf.Dictionary):
                continue
            if item.get("Subtype") == "/Link":
                self._describe(item)
            elif item.get("S") == "/TH":
                item["A"]["Scope"] = _scope(pdf, item)

    def _describe(self, link: pydyf.Dictionary) -> None:
        if "Dest" in link:
            words = self.headings.get(link["Dest"].string)
            link["Contents"] = pydyf.String(words or "Till stället i planen")


def _scope(pdf: pydyf.PDF, header: pydyf.Dictionary) -> str:
    """Of a cell in a table's head its column, of one in its body its row."""
    row = _referred(pdf, header["P"])
    part = _referred(pdf, row["P"])
    return "/Column" if part["S"] == "/THead" or "ColSpan" in header["A"] else "/Row"


def _referred(pdf: pydyf.PDF, reference: bytes) -> pydyf.Dictionary:
    """The object that a reference ("12 0 R") names."""
    return pdf.objects[int(reference.split()[0])]


def mark_accessible(pdf: pydyf.PDF) -> None:
    """Puts the identification of PDF/UA-1 into the metadata. Raises LookupError without any."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Type") == "/Metadata":
            [xml] = item.stream
            if xml.count(END) == 1:
                item.stream = [xml.replace(END, PDFUA_IN_PDFA + END)]
                return
    raise LookupError("the PDF has no metadata with a single rdf:RDF")
