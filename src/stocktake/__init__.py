"""Takes stock of an intergovernmental process: what was asked, by whom, with the proof.

>>> from stocktake import extract
>>> [statement.content.text for statement in extract("We support open ports.")]
['open ports']
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stocktake.errors import StocktakeError
from stocktake.model import (
    Act,
    Actor,
    Disposition,
    Document,
    Draft,
    Input,
    Period,
    Position,
    Proposal,
    Quotation,
    Scheme,
    Stance,
    Statement,
    StatementActor,
    Stock,
)

if TYPE_CHECKING:
    import numpy as np

    from stocktake.analysis import TrainedScheme
    from stocktake.analysis.likeness import Vectors

__version__ = "0.1.0"

__all__ = [
    "Act",
    "Actor",
    "Disposition",
    "Document",
    "Draft",
    "Input",
    "Period",
    "Position",
    "Proposal",
    "Quotation",
    "Scheme",
    "Stance",
    "Statement",
    "StatementActor",
    "Stock",
    "StocktakeError",
    "classify",
    "extract",
    "group",
    "load_trained",
    "match",
    "near_duplicates",
    "parse_draft",
    "read_stock",
    "trace",
    "train",
]


def extract(text: str, language: str | None = None, author: str | None = None) -> list[Statement]:
    """The statements in *text*, in the order in which they stand there.

    *language* is an ISO 639-1 code (found out if not given); *author* the name or id of the actor
    whose statement it is, to whom its first person then belongs. Paragraphs are parted by an
    empty line. Every quotation of a Statement is ``text[start:end]`` in Unicode code points.
    NotFoundError if *author* is nobody the lexicon knows. The method, a grammar of clauses over
    cue words that are data, is told in docs/annotation.md.
    """
    from stocktake.services.extracting import extract_text

    return extract_text(text, language, author)[1]


def classify(
    texts: Sequence[str], scheme: str | Scheme | TrainedScheme, language: str = "en"
) -> list[set[str]]:
    """The codes of the themes of *scheme* that each of *texts* is about, in the order of *texts*.

    *scheme* is a Scheme, the name of one that comes with stocktake (migration, human-rights,
    dimensions, lenses) or the path of a .toml file; SettingsError if there is none. A text is
    about a theme if one of the theme's terms in *language* stands in it. Of a scheme that was
    trained (what `train` gives, or the path of its .npz file), themes that the model took over
    are told by the model, in the language of its training.
    """
    from stocktake import analysis, lexicon

    if isinstance(scheme, str) and scheme.endswith(".npz"):
        scheme = load_trained(scheme)
    if isinstance(scheme, analysis.TrainedScheme):
        return scheme.classify(texts)
    known = scheme if isinstance(scheme, Scheme) else lexicon.load_scheme(scheme)
    return analysis.classify(texts, known, language)


def train(
    texts: Sequence[str],
    labels: Sequence[Collection[str]],
    scheme: str | Scheme,
    language: str = "en",
) -> TrainedScheme:
    """A scheme that learned from labelled *texts*, to be given to `classify`.

    *labels* are one collection of codes or titles of themes for each text; UsageError for what is
    no theme. A model takes over each theme that it tells measurably better than the terms in
    cross-validation (rules: learning.toml of the lexicon); ``.quality`` says which, with precision
    and recall of both. ``.save(path)`` keeps it as one .npz file. The method is a linear
    separation of tf-idf rows by squared hinge loss (Hsieh et al. 2008), told in docs/schemes.md.
    The same labelled texts give the same, in whatever order.
    """
    from stocktake import analysis, lexicon
    from stocktake.lexicon.learning import learning_rules

    known = scheme if isinstance(scheme, Scheme) else lexicon.load_scheme(scheme)
    return analysis.train(texts, labels, known, language, learning_rules())


def load_trained(path: str | Path) -> TrainedScheme:
    """The trained scheme that was saved at *path*; SettingsError if the file is something else."""
    from stocktake import analysis

    return analysis.TrainedScheme.load(path)


def group(
    texts: Sequence[str], vectors: Vectors | None = None, embedder: str = "best"
) -> list[int]:
    """A number for each of *texts*: the same number, the same proposal; -1, none or alone.

    Two texts ask for the same if they agree in negation, firmness, direction, numbers, addressee,
    instruments and names, and are more likely one than not, by logistic regression on how far their
    words overlap, weighted by rarity (Dice, 1945), and how close they lie by *embedder*: ``best``,
    the one that is installed and fits; ``none``: words alone. Weights come with the package:
    nothing else in *texts* changes what two of them are to each other. Groups form by average
    linkage (UPGMA; Sokal and Michener, 1958). The multilingual embedder lets texts in different
    languages meet. *vectors*, an array (n, d) of rows of length 1, are taken instead of its own.

    Labelled pairs of real asks, drawn afresh: F1 0.73 (docs/quality.md). ValueError if *vectors*
    has not one row a text; ModelMissingError if an embedder is named that is not installed.
    """
    from stocktake.services.grouping import group

    return group(texts, vectors, embedder)


def match(
    texts: Sequence[str], targets: Sequence[str], embedder: str = "best"
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """How likely it is that text n asks for target m: an array (n, m) of 0..1.

    What stands out counts: a pair is held against the text's other targets and the target's other
    texts, so scores of different calls compare only roughly. *embedder* is multilingual, english,
    none (words alone), or best: the multilingual model where it is installed, and, where nearly
    all is English, the English one with it. ModelMissingError if one is named that is not there.

    Learnt from arguments and key points of debates (ArgKP-2021, training part). Mean average
    precision, strict, as in its shared task, on topics not learnt from (cross-validation over 24
    topics, and the 4 of the dev part): both models 0.76 and 0.78, multilingual 0.75 and 0.77,
    English 0.75 and 0.78, words alone 0.67 and 0.76; the plain cosine of the English model 0.65
    and 0.72.
    """
    from stocktake.services import matching

    return matching.match(texts, targets, embedder)


def near_duplicates(texts: Sequence[str]) -> list[int]:
    """A number for each of *texts*: the same number, the same campaign; -1, none.

    Texts are near-duplicates if about half of the runs of three words of the longer stand in both,
    or most of those of the shorter, greetings and endings of letters aside; texts with the same
    words always, however short (docs/campaigns.md). 100,000 letters take about half a minute.
    """
    from stocktake import analysis

    return analysis.near_duplicates(texts)


def parse_draft(text: str) -> Draft:
    """The provisions and brackets of a negotiated text, given as plain text or Markdown.

    Never refuses a text and never loses a character: ``draft.stretches`` cover it without gap,
    and what finds no place in a provision is among them with the role UNPLACED. Ranges are
    Unicode code points of ``draft.text``. Ids of provisions are made as Akoma Ntoso's are.
    """
    from stocktake import legal

    return legal.parse_draft(text)


def trace(
    proposals: Sequence[str | Statement | Proposal],
    draft: Draft | str,
    embedder: str = "best",
    stock: Stock | None = None,
) -> list[Disposition]:
    """What became of each of *proposals* in *draft*: one Disposition each, in the same order.

    A proposal is a text, a Statement, or a Proposal of *stock*, whose wording is traced; *draft* a
    Draft or its text, as `parse_draft` takes it. Each Disposition has a status (reflected, partly,
    altered, absent), the provisions that answer the ask, the words of both sides at their places,
    and in what they differ. An ask is held against the draft alone: what else is traced in the
    same call changes nothing.

    *embedder* names a model whose nearness in meaning counts as well, ``none`` for words alone, or
    best: the English one where it is installed. ModelMissingError if one is named that is not
    there, UsageError for a Proposal without its stock. Method and figures: docs/disposition.md.
    """
    from stocktake.services import tracing

    return tracing.trace(proposals, draft, embedder, stock)


def read_stock(data: bytes) -> Stock:
    """The Stock that ``stocktake export --format json`` wrote, the same in every field.

    *data* is the content of the file; UsageError if it is none, or of another version. Its shape is
    told by docs/stock.schema.json.
    """
    from stocktake import exporters

    return exporters.read_stock(data)
