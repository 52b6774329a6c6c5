"""What workers are given to do in these tests: good, bad and deadly."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from stocktake.errors import ReadError


def double(number: int) -> int:
    return number * 2


def process_id(_: int) -> int:
    return os.getpid()


def refuse(name: str) -> None:
    raise ReadError("cannot be read.", remedy="Ask again.", place=name)


def stumble(_: int = 0) -> None:
    raise ZeroDivisionError("nothing to divide by")


def crash(_: int = 0) -> None:
    ctypes.string_at(0)


def kill_itself(_: int = 0) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave(code: int) -> None:
    os._exit(code)


def spin(_: int = 0) -> None:
    while True:
        pass


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def eat_memory(size: int) -> int:
    return len(bytearray(size))


def boast(size: int) -> bytes:
    return b"x" * size


def unpicklable(_: int = 0) -> object:
    return lambda: None


def chatter(number: int) -> int:
    print("noise on standard output")  # noqa: T201
    os.write(1, b"and beneath it")
    return number


def core_limit(_: int = 0) -> int:
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)[0]


def start_child_and_hang(notes: str) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    Path(notes).write_text(f"{os.getpid()} {child.pid}", encoding="ascii")
    time.sleep(600)


def misbehave(number: int) -> int:
    """Every third task kills its worker, each in another way."""
    deeds = {1: crash, 4: kill_itself, 7: leave, 10: stumble}
    if number in deeds:
        deeds[number](number)
    return number


def start_or_answer(notes: str) -> str:
    if notes:
        start_child_and_hang(notes)
    time.sleep(1)
    return notes


LOADED: list[str] = []


def started_with(_: int) -> str:
    return "".join(LOADED)


def files(_: int) -> list[str]:
    return [str(path.resolve()) for path in Path("/proc/self/fd").iterdir()]


def multiply(note: str) -> None:
    """A fork bomb, though one that goes off slowly."""
    Path(note).write_text(str(os.getpid()), encoding="ascii")
    while True:
        if os.fork() == 0:
            time.sleep(600)
        time.sleep(0.002)


def move_out(_: int = 0) -> None:
    """Go where nobody finds it."""
    if os.fork() == 0:
        os.setsid()
    os.setpgid(0, 0)


def call_out(address: tuple[str, int]) -> None:
    socket.create_connection(address)


def call_in_vain(_: int = 0) -> None:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9))


def tell(path: str) -> str:
    return Path(path).read_text()


def overwrite(path: str) -> None:
    Path(path).write_text("x")


def remove(path: str) -> None:
    Path(path).unlink()


def shoot(pid: int) -> None:
    os.kill(pid, signal.SIGTERM)


def scribble(_: int = 0) -> str:
    handle, name = tempfile.mkstemp()
    os.close(handle)
    return name
