"""Keeps this process from files: Linux's landlock, by its three system calls.

After https://docs.kernel.org/userspace-api/landlock.html; no
privilege is needed. What a process gave up, its children do not have either.
"""

from __future__ import annotations

import ctypes
import os
import platform
import stat
import struct
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_VERSION_FLAG = 1
_PATH_BENEATH = 1
_NO_NEW_PRIVILEGES = 38

_WRITE_FILE, _READ_FILE, _READ_DIR, _TRUNCATE = 1 << 1, 1 << 2, 1 << 3, 1 << 14
_READS = _READ_FILE | _READ_DIR
_CHANGES = _WRITE_FILE | sum(1 << bit for bit in range(4, 13))
_OF_FILES = _READ_FILE | _WRITE_FILE | _TRUNCATE
_REFER = 1 << 13
_TCP = 0b11
_SIGNALS_AND_ABSTRACT_SOCKETS = 0b11


def version() -> int:
    """What this kernel knows of landlock: 0 for nothing, up from 1."""
    if platform.system() != "Linux":
        return 0
    return max(0, _call(_CREATE, None, ctypes.c_size_t(0), _VERSION_FLAG))


def restrict(reads: Iterable[Path] | None, writes: Iterable[Path]) -> bool:
    """From now on files may be changed beneath *writes* only, and read beneath *reads* (None:
    everywhere) and *writes*; no TCP, no signal to others where the kernel knows of these.

    False, and nothing changed, where the kernel refuses.
    """
    known = version()
    if not known:
        return False
    changes = _CHANGES | (_REFER if known > 1 else 0) | (_TRUNCATE if known > 2 else 0)
    handled = changes | (0 if reads is None else _READS)
    attributes = struct.pack(
        "QQQ", handled, _TCP if known > 3 else 0, _SIGNALS_AND_ABSTRACT_SOCKETS if known > 5 else 0
    )[: _size(known)]
    rules = _call(_CREATE, attributes, ctypes.c_size_t(len(attributes)), 0)
    if rules < 0:
        return False
    try:
        for path in reads or ():
            _allow(rules, path, _READS)
        for path in writes:
            _allow(rules, path, handled)
        no_more_privileges()
        return _call(_RESTRICT, rules, 0) == 0
    finally:
        os.close(rules)


def no_more_privileges() -> None:
    """Programs started from here on get no privilege that this one lacks."""
    _libc().prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def _size(known: int) -> int:
    """How many bytes of attributes a version knows."""
    return 24 if known > 5 else 16 if known > 3 else 8


def _allow(rules: int, path: Path, rights: int) -> None:
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            is_folder = stat.S_ISDIR(os.fstat(place).st_mode)
            allowed = rights if is_folder else rights & _OF_FILES
            rule = struct.pack("=Qi", allowed, place)
            _call(_ADD, rules, _PATH_BENEATH, rule, 0)
        finally:
            os.close(place)


def _call(*arguments: object) -> int:
    return int(_libc().syscall(*arguments))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
