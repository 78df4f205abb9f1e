"""Files as Windows has them: one that is open can be neither replaced nor renamed nor deleted. Linux only."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def hold_open_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let this process refuse what Windows would; every refusal is noted in the list that is returned."""
    refused: list[str] = []

    def held(path: str) -> None:
        if any(each == path or each.startswith(f"{path}/") for each in _open_files()):
            refused.append(path)
            raise PermissionError(errno.EACCES, "It is being used by another process", path)

    for name in ("unlink", "remove"):
        monkeypatch.setattr(os, name, _with_one(getattr(os, name), held))
    for name in ("replace", "rename"):
        monkeypatch.setattr(os, name, _with_two(getattr(os, name), held))
    return refused


def _with_one(real: Callable[..., None], held: Callable[[str], None]) -> Callable[..., None]:
    def act(path: Any, *, dir_fd: int | None = None) -> None:
        folder = Path(f"/proc/self/fd/{dir_fd}").readlink() if dir_fd is not None else ""
        held(str(Path(folder, os.fsdecode(path)).absolute()))
        real(path, dir_fd=dir_fd)

    return act


def _with_two(real: Callable[..., None], held: Callable[[str], None]) -> Callable[..., None]:
    def act(source: Any, target: Any) -> None:
        for path in (source, target):
            held(str(Path(os.fsdecode(path)).absolute()))
        real(source, target)

    return act


def _open_files() -> set[str]:
    """The files that this process has open, or that lie in its memory."""
    found = set()
    for handle in Path("/proc/self/fd").iterdir():
        try:
            found.add(str(handle.readlink()))
        except OSError:  # the handle of the listing itself
            continue
    mapped = (line.split(None, 5) for line in Path("/proc/self/maps").read_text("utf-8").splitlines())
    found |= {parts[5] for parts in mapped if len(parts) == 6}
    return {path for path in found if not Path(path).is_dir()}
