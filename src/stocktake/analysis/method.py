"""What the method section of a report says of the analysis: names and what was used."""

from __future__ import annotations

from stocktake.analysis.clusters import RELATED
from stocktake.analysis.copies import OF_LONGER, OF_SHORT, OF_SHORTER, SHINGLE
from stocktake.analysis.gathering import TOGETHER
from stocktake.analysis.letters import LONG
from stocktake.analysis.positions import COUNTING_RULE
from stocktake.analysis.regions import FALSE_SHARE, LEAST_HEARD, LEAST_STATES
from stocktake.analysis.similarity import NEAR, OVERLAP, SAME

VERSION = "14"
"""Changes whenever the same records may give another stock."""

METHOD: tuple[tuple[str, str], ...] = (
    ("analysis", f"version {VERSION}"),
    (
        "themes, dimensions, lenses",
        "terms of the schemes, or a model trained on people's labels "
        "where it is measurably better; what a person said stands",
    ),
    (
        "grouping",
        "two asks are one if negation, direction, firmness, numbers, addressee, instruments and "
        f"names agree, their words, weighted by rarity, overlap by {OVERLAP:.2f} or more (Dice), "
        f"and their likeness is {SAME:.2f} or more (logistic regression on the overlap of heads, "
        "objects and all words, learnt from labelled pairs; with a model, on meaning too); weights "
        "come with the program; "
        f"groups join as long as their asks are alike by {TOGETHER:.2f} or more on average, pairs "
        f"below {NEAR:.2f} counting as 0; what an earlier stock had together or apart stays so",
    ),
    (
        "clusters",
        f"proposals of a theme whose wordings share {RELATED:.0%} of the weight of their telling "
        "words (Dice), around the one related to most others",
    ),
    ("counting", COUNTING_RULE),
    (
        "coalitions",
        "who takes the same and opposite sides in its own words, over mean activity; clusters by "
        "signed modularity, shown if chance does not reach them and they survive dropping "
        "statements and leaving out delegations; docs/measures.md names the sources",
    ),
    (
        "silence",
        "an actor is silent on a theme if its inputs could be read and none of the theme's terms "
        "stands anywhere in them",
    ),
    (
        "regional groups under-heard",
        "one-sided exact test of Fisher on the States that spoke on a theme in their own words, "
        "without those for whom only a group did; over all themes and groups by the procedure of "
        f"Benjamini and Hochberg at {FALSE_SHARE:.2f}; where at least {LEAST_STATES} States of the "
        f"group are expected and {LEAST_HEARD} States of all groups spoke",
    ),
    (
        "near-identical texts",
        f"{OF_LONGER:.0%} of the longer's runs of {SHINGLE} words in common, or {OF_SHORTER:.0%} "
        f"of the shorter's; of short texts, {OF_SHORT:.0%} of the words in the same order; whole "
        f"texts, and paragraphs from {LONG} words on",
    ),
)
