from io import BytesIO

import pydyf
import pytest
from pikepdf import Pdf

from plans.exports.conformance import mark_accessible
from tests.plans.exports.printing import example_pdf


def test_without_metadata_there_is_nothing_to_mark() -> None:
    with pytest.raises(LookupError):
        mark_accessible(pydyf.PDF())


def test_metadata_of_another_shape_is_not_marked() -> None:
    pdf = pydyf.PDF()
    pdf.add_object(pydyf.Stream([b"<rdf:RDF/>"], {"Type": "/Metadata"}))
    with pytest.raises(LookupError):
        mark_accessible(pdf)


def test_links_in_the_contents_say_where_they_lead() -> None:
    with Pdf.open(BytesIO(example_pdf("sodra-lappland-2024"))) as pdf:
        words = [str(link.Contents) for link in pdf.pages[1].Annots]
    assert list(dict.fromkeys(words))[:4] == [
        "1 Inledning",
        "2 Uppdrag och arbetsorganisation",
        "Arbetsorganisation",
        "3 Målgrupper",
    ]


def test_headers_say_whether_they_head_a_column_or_a_row() -> None:
    with Pdf.open(BytesIO(example_pdf("ange-2022"))) as pdf:
        scopes = {
            (str(item.P.P.S), str(item.A.Scope))
            for item in pdf.objects
            if getattr(item, "_type_name", "") == "dictionary" and item.get("/S") == "/TH"
        }
    assert scopes == {
        ("/THead", "/Column"),
        ("/TBody", "/Row"),
        ("/TFoot", "/Row"),
        ("/TBody", "/Column"),
    }
