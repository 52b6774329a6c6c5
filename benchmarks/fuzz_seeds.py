"""What fuzzing starts from: small files of each kind, whole and nasty, all made by code."""

from __future__ import annotations

from io import BytesIO

from docx import Document as WordDocument
from reportlab.pdfgen.canvas import Canvas

TEXT = (
    "Statement by Freedonia\n\n4 March 2031\n\n1. We call on all States to protect [migrant] "
    "children.\n\n(a) Ruritania, supported by Sylvania, [shall][should] act;\n\n- and report.\n"
)
HOSTILE = (
    "\ufeff\u202e\u200f[[[[ (a)(b)(c) ]]\x00\x0b\u2028« “ „ ” »",
    "1. 1.1 1.1.1 (i) (ii) (A) [Option 1: [EU: x] / [G77: y]] Alt. 2",
    "# Article 1\n\n## Article 1\n\n| a | b |\n|--|\n| c |\n\n[^1]: [^1]\n",
    "同意\u3000第一条 （一） вместе والأطفال \u200b\ud7ff\U0001f600",
)
PAGE = "<html><head><title>{0}</title></head><body><main><h1>a</h1><p>{0}</p><ul><li>b<ol><li>c"
PAGE += '</ul><table><tr><td rowspan=9999 colspan="-1">d<td></table><p lang=ar dir=rtl>e</main>'
AKN = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="x"><mainBody>'
    '<article eId="art_1"><num>1</num><paragraph><content><p>{0}</p></content></paragraph>'
    "</article></mainBody></doc></akomaNtoso>"
)
MANIFEST = (
    'path,title,actor,date,meeting,kind,language\n"a,b.txt",t,FRA,2031-02-30,,statement,en\n'
    "../../x,,,2031,,x,\n"
)
LINES = '{"path": "a.txt", "date": "2031-03", "language": "en"}\n{"path": 1}\n[]\nnull\n{"path"\n'
PROCESS = (
    'title = "x"\nexpected = ["FRA"]\n[[meetings]]\nid = "a"\ntitle = "b"\nkind = "hearing"\n'
    'period = "2031-03-04/2031-03-05"\n[[meetings.sessions]]\nid = "s"\ntitle = "t"\n'
    "[limits]\nseconds = 1e9\n[asked]\nFRA = []\n[rules]\n"
)


def seeds(target: str) -> list[bytes]:
    """What to start *target* from."""
    texts = [TEXT, *HOSTILE]
    made = {
        "docx": [_word(text) for text in texts],
        "pdf": [_pdf(text) for text in texts],
        "html": [PAGE.format(text).encode() for text in texts],
        "akn": [AKN.format("We call on all States"), PAGE],
        "csv": [MANIFEST, "a;b\n1;2\n", '"'],
        "manifest-csv": [MANIFEST],
        "manifest-jsonl": [LINES],
        "process": [PROCESS],
    }.get(target, texts)
    return [item if isinstance(item, bytes) else item.encode() for item in made]


def _word(text: str) -> bytes:
    document = WordDocument()
    for line in "".join(letter for letter in text if letter >= " " or letter == "\n").split("\n"):
        document.add_paragraph(line)
    document.add_table(2, 2).cell(0, 0).merge(document.tables[0].cell(1, 1))
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _pdf(text: str) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pageCompression=0)
    for at, line in enumerate(text.split("\n")):
        canvas.drawString(40, 800 - 14 * at, line)
    canvas.showPage()
    canvas.save()
    return target.getvalue()
