"""Keeps this process from system calls that no parser needs: Linux's seccomp, by a filter.

The filter is a program for the kernel's packet filter, as in
https://docs.kernel.org/userspace-api/seccomp_filter.html; no privilege is needed.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from dataclasses import dataclass

from stocktake.workers.landlock import no_more_privileges

_SET_SECCOMP, _FILTER = 22, 2
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
_CALL_AT, _MACHINE_AT = 0, 4
_OTHER_CALLS = 0x40000000  # x32's numbers, and what no kernel has

REFUSED = (
    "socket",
    "connect",
    "setsid",
    "setpgid",
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "io_uring_setup",
    "unshare",
    "setns",
    "mount",
)


@dataclass(frozen=True, slots=True)
class _Machine:
    """How the kernel calls a machine, and its numbers of the calls REFUSED, in that order."""

    audit: int
    numbers: tuple[int, ...]


_MACHINES = {
    "x86_64": _Machine(0xC000003E, (41, 42, 112, 109, 101, 310, 311, 425, 272, 308, 165)),
    "aarch64": _Machine(0xC00000B7, (198, 203, 157, 154, 117, 270, 271, 425, 97, 268, 40)),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def restrict() -> bool:
    """From now on the calls REFUSED fail with EPERM, here and in what is started from here.

    False, and nothing changed, where the machine is another or the kernel refuses.
    """
    machine = _MACHINES.get(platform.machine())
    if platform.system() != "Linux" or machine is None:
        return False
    steps = _filter(machine)
    code = ctypes.create_string_buffer(steps, len(steps))
    program = _Program(len(steps) // 8, ctypes.cast(code, ctypes.c_void_p))
    no_more_privileges()
    libc = ctypes.CDLL(None, use_errno=True)
    return int(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)) == 0


def _filter(machine: _Machine) -> bytes:
    """Refuse all of another machine, and the calls of this one that are REFUSED."""
    count = len(machine.numbers)
    steps = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_JUMP_IF_EQUAL, 0, count + 3, machine.audit),
        (_LOAD, 0, 0, _CALL_AT),
        (_JUMP_IF_AT_LEAST, count + 1, 0, _OTHER_CALLS),
        *((_JUMP_IF_EQUAL, count - at, 0, number) for at, number in enumerate(machine.numbers)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
