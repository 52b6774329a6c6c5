"""The XML of an Akoma Ntoso file, opened with suspicion."""

from __future__ import annotations

from lxml import etree

from stocktake.errors import LimitError, ReadError
from stocktake.legal.akn_names import NAMESPACES, akn
from stocktake.settings import Limits


def document_in(data: bytes, limits: Limits) -> etree._Element:
    """The document in the file: what stands in its outermost element.

    ReadError for what is no sound XML, declares entities or is no Akoma Ntoso; LimitError for
    what is larger or nested deeper than allowed. Nothing is fetched and no entity is resolved.
    """
    if len(data) > limits.file_bytes:
        raise LimitError(
            f"has {len(data):,} bytes; the limit is {limits.file_bytes:,}.",
            remedy="If you trust the file, raise file_bytes under [limits] in process.toml.",
        )
    root = _root(data)
    document = next(root.iterchildren(tag=etree.Element), None)
    if name_of(root) != "akomaNtoso" or not _is_known(root) or document is None:
        raise ReadError(
            "this XML is no Akoma Ntoso document.",
            remedy=f"Its outermost element must be {akn('akomaNtoso')}, with a document in it.",
        )
    return document


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise LimitError(
                "this XML is nested too deeply.",
                remedy="No text of law is; do not trust the file.",
            ) from error
        raise ReadError(
            f"this is no sound XML: {error.msg}.", remedy="Open it in an XML editor and mend it."
        ) from error
    if root.getroottree().docinfo.doctype:
        raise ReadError(
            "this XML has a DOCTYPE, as attacks do and Akoma Ntoso does not.",
            remedy="If you trust the file, take the DOCTYPE out of it.",
        )
    return root


def _is_known(root: etree._Element) -> bool:
    return str(root.tag).rpartition("}")[0].removeprefix("{").startswith(NAMESPACES)
