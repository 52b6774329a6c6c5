"""The zip package of a Word file, opened with suspicion."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from stocktake.errors import ReadError
from stocktake.readers.base import check, damaged, over_limit
from stocktake.settings import MEGABYTE, Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file, each unpacked only when asked for and within the limits."""

    archive: zipfile.ZipFile
    name: str
    limits: Limits
    main: str

    def part(self, path: str) -> _Element | None:
        """The root of an XML part; None if the package has no such part."""
        if path not in self.archive.NameToInfo:
            return None
        data = self._unpack(path)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise ReadError(
                f"declares entities of its own in {path}, as no Word file does and attacks do.",
                remedy="Do not trust the file; ask for a clean copy.",
                place=self.name,
            )
        root = self._parse(path, data)
        self._check_depth(root)
        return root

    def beside_main(self, kind: str) -> _Element | None:
        """The part that the main part is related to as *kind*: styles, numbering, footnotes, …"""
        folder, file = posixpath.split(self.main)
        relations = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        target = _target(relations, kind)
        return self.part(
            posixpath.normpath(posixpath.join("/", folder, target))[1:] if target else ""
        )

    def _unpack(self, path: str) -> bytes:
        info = self.archive.NameToInfo[path]
        with self.archive.open(info) as member:
            data = member.read(self.limits.unpacked_bytes + 1)
        check("unpacked_bytes", len(data), self.limits, f"bytes or more in {path}", self.name)
        ratio = len(data) // max(1, info.compress_size)
        if len(data) > MEGABYTE:
            check("ratio", ratio, self.limits, f"times its packed size in {path}", self.name)
        return data

    def _parse(self, path: str, data: bytes) -> _Element:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data.replace(_STRICT.encode(), W[1:-1].encode()), parser)
        except etree.XMLSyntaxError as error:
            if "depth" in str(error):
                raise over_limit("depth", f"is nested too deeply in {path}.", self.name) from error
            raise damaged(self.name, "Word", f"{path}: {error}") from error

    def _check_depth(self, root: _Element) -> None:
        depth = deepest = 0
        for event, _ in etree.iterwalk(root, events=("start", "end")):
            depth += 1 if event == "start" else -1
            deepest = max(deepest, depth)
        check("depth", deepest, self.limits, "levels of nested elements", self.name)


def open_package(data: bytes, name: str, limits: Limits) -> Package:
    """Open a Word file; ReadError or LimitError if it is none, locked, damaged or a bomb."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise damaged(name, "Word", str(error)) from error
    members = archive.infolist()
    check("archive_files", len(members), limits, "files in it", name)
    check("unpacked_bytes", sum(m.file_size for m in members), limits, "bytes when unpacked", name)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ReadError(
            "is protected with a password.",
            remedy="Open it with the password and save it without one.",
            place=name,
        )
    package = Package(archive, name, limits, "word/document.xml")
    main = _target(package.part("_rels/.rels"), "officeDocument")
    return Package(archive, name, limits, main.lstrip("/") if main else package.main)


def _target(relations: _Element | None, kind: str) -> str | None:
    if relations is None:
        return None
    for relation in relations.iterchildren(f"{_RELATIONS}Relationship"):
        if relation.get("Type", "").endswith(f"/{kind}"):
            return str(relation.get("Target", ""))
    return None
