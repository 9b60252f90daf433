"""The only writer: files and folders that are there whole or not at all."""

import ctypes
import errno
import filecmp
import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h


def write_file(path: Path, data: bytes) -> None:
    """Write a file in a folder that nobody reads yet; its folders are made."""
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def write_file_atomically(path: Path, data: bytes) -> None:
    """Write a file that others may be reading: they see the old one or the new one.

    Who may read and write it stays as it was. A pipe or a device such as ``/dev/stdout`` is written
    to, not replaced.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_file_by_link(path: Path, data: bytes, old: Path) -> None:
    """Write a file; where an old one holds the same bytes, it becomes a second name of that file.

    So who compares dates sees that it has not changed. Neither may be written to afterwards, only
    replaced.
    """
    if not (_is_plain(old, len(data)) and _read(old) == data and _link(path, old)):
        write_file(path, data)


def copy_file_by_link(source: Path, target: Path, old: Path) -> None:
    """Copy a file's bytes as `write_file_by_link` does, however large it is."""
    size = source.stat().st_size
    if not (_is_plain(old, size) and _is_copy(source, old) and _link(target, old)):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def _is_plain(path: Path, size: int) -> bool:
    """Tell whether there is a file, not a link to one, of a size."""
    try:
        state = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(state.st_mode) and state.st_size == size


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _is_copy(source: Path, old: Path) -> bool:
    try:
        return filecmp.cmp(source, old, shallow=False)
    except OSError:
        return False


def _link(path: Path, old: Path) -> bool:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.hardlink_to(old)
    except OSError:
        return False  # another file system, or one without links
    return True


def is_same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths are names of one file; one that is not there is none."""
    try:
        return os.path.samestat(one.lstat(), other.lstat())
    except OSError:
        return False


def make_folder(path: Path) -> None:
    """Make a folder and those above it."""
    path.mkdir(parents=True, exist_ok=True)


def remove_tree(path: Path) -> None:
    """Remove a folder with everything in it, or a link to one; what is not there is no error."""
    if path.is_symlink():
        path.unlink(missing_ok=True)
    else:
        shutil.rmtree(path, ignore_errors=True)


def swap_is_possible() -> bool:
    """Tell whether this system has a call that exchanges two folders."""
    return sys.platform.startswith("linux") and hasattr(ctypes.CDLL(None), "renameat2")


def swap_folders(one: Path, other: Path) -> bool:
    """Exchange two folders in a single step of the file system.

    Returns:
        False where the system or the file system cannot do that; nothing has happened then.
    """
    if not swap_is_possible():
        return False
    library = ctypes.CDLL(None, use_errno=True)
    result = library.renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
    )
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.EPERM):
        return False
    raise OSError(code, os.strerror(code), str(one))


def rename(source: Path, target: Path) -> None:
    """Rename a file or folder; a file or link at the target is replaced in a single step."""
    source.replace(target)


def link_to(path: Path, target: str) -> None:
    """Make ``path`` a symbolic link to ``target``, replacing a link that is there in one step."""
    temporary = path.with_name(f".{path.name}.link")
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(target, target_is_directory=True)
    temporary.replace(path)


def append_to_file(path: Path, data: bytes) -> None:
    """Write behind what others have written into a file; it is made where there is none."""
    with path.open("ab") as stream:
        stream.write(data)
