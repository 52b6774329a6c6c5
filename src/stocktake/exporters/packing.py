"""Writing a zip archive so that the same members always give the same bytes."""

from __future__ import annotations

import io
import zipfile

_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def repacked(archive: bytes) -> bytes:
    """The same members in the same order, all with the same date and rights."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            member.external_attr = 0o600 << 16
            target.writestr(member, source.read(name), zipfile.ZIP_DEFLATED, compresslevel=6)
    return packed.getvalue()
