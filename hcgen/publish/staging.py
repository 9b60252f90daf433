"""A hidden folder beside the published site, in which the next one is made ready."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from hcgen import files

_held: set[int] = set()
"""Locks of this process, as file descriptors."""


def _let_go() -> None:
    for lock in _held:
        os.close(lock)
    _held.clear()


# a forked worker that outlives a killed build must not keep the next build from its place
os.register_at_fork(after_in_child=_let_go)


class PublishError(Exception):
    """The site could not be put into place; the message says why and what to do."""


class Staging:
    """The next site, until it takes the place of the last one.

    Everything lies beside the site's folder, on the same file system:

    - ``.<name>.next``: the site that is being made;
    - ``.<name>.last``: the site that was replaced, until it is removed;
    - ``.<name>.releases/``: only where the system cannot exchange two folders, or the site's folder
      is a symbolic link already; the link leads into it, and the last release stays there too;
    - ``.<name>.lock``: held by the build at work.

    A build that is killed leaves the first one behind; the next build removes it.
    """

    def __init__(self, site_dir: Path) -> None:
        # “.”, “..” and “/” have no name of their own to put others beside
        site = site_dir if site_dir.name not in ("", "..") else site_dir.resolve()
        self._site = site
        self.folder = site.parent / f".{site.name}.next"
        self._last = site.parent / f".{site.name}.last"
        self._lock = site.parent / f".{site.name}.lock"
        self._releases = site.parent / f".{site.name}.releases"
        self._old_releases: tuple[Path, ...] = ()

    @contextlib.contextmanager
    def opened(self) -> Iterator["Staging"]:
        """Hold the place while a site is made; what was not published is removed at the end.

        Raises:
            PublishError: Another build is at work, or the folder is not one to publish into.
            OSError: The disk does not let us.
        """
        self._refuse_other_folders()
        files.make_folder(self._site.parent)
        lock = os.open(self._lock, os.O_RDWR | os.O_CREAT, 0o644)
        _held.add(lock)
        try:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise PublishError(
                    f"another build is publishing to {self._site}: wait for it to end"
                ) from None
            self._tidy_up()
            files.make_folder(self.folder)
            try:
                yield self
            finally:
                files.remove_tree(self.folder)
        finally:
            _held.discard(lock)
            os.close(lock)

    def write(self, path: str, data: bytes) -> None:
        """Write a file of the next site; what the last site has too is left as it is."""
        files.write_file_by_link(self.folder / path, data, self._site / path)

    def copy(self, source: Path, path: str) -> None:
        """Copy a file into the next site, in the same way."""
        files.copy_file_by_link(source, self.folder / path, self._site / path)

    def is_changed(self, path: str) -> bool:
        """Tell whether a file of the next site is not one of the last site; before publishing."""
        return not files.is_same_file(self.folder / path, self._site / path)

    def read(self, path: str) -> bytes | None:
        """Return a file of the next site."""
        try:
            return (self.folder / path).read_bytes()
        except FileNotFoundError:
            return None

    def publish(self) -> None:
        """Let the next site take the place of the last one; readers see one of them, whole."""
        if not self._site.exists() and not self._site.is_symlink():
            if files.swap_is_possible():
                files.rename(self.folder, self._site)
                return
        elif not self._site.is_symlink() and files.swap_folders(self.folder, self._site):
            files.rename(self.folder, self._last)
            return
        self._publish_by_link()

    def remove_last(self) -> None:
        """Remove the site that was replaced; worth doing after the good news is out."""
        files.remove_tree(self._last)
        for release in self._old_releases:
            files.remove_tree(release)

    def _publish_by_link(self) -> None:
        """Put the site into a folder of releases and turn a link around, which is one step too."""
        files.make_folder(self._releases)
        names = {entry.name for entry in self._releases.iterdir()}
        last = self._site.readlink().name if self._site.is_symlink() else ""
        number = next(n for n in range(1, len(names) + 2) if str(n) not in names)
        files.rename(self.folder, self._releases / str(number))
        if self._site.exists() and not self._site.is_symlink():
            # once per site, when it is still a folder: between these two steps there is no site
            files.rename(self._site, self._last)
        files.link_to(self._site, f"{self._releases.name}/{number}")
        # the last one stays until the next time: a reader may have followed the link already
        self._old_releases = tuple(self._releases / name for name in sorted(names - {last}))

    def _tidy_up(self) -> None:
        """Remove what a killed build left; where it had just taken the site away, bring it back."""
        files.remove_tree(self.folder)
        if not os.path.lexists(self._site) and self._last.is_dir():
            files.rename(self._last, self._site)
        files.remove_tree(self._last)

    def _refuse_other_folders(self) -> None:
        site = Path(os.path.realpath(self._site))
        if site.exists() and not site.is_dir():
            raise PublishError(f"{self._site} is a file: choose a folder with --site-dir")
        if not site.is_dir():
            return
        names = {entry.name for entry in site.iterdir()}
        if names and "index.html" not in names:
            raise PublishError(
                f"{self._site} holds files but no site, and publishing would remove them: "
                "choose another folder with --site-dir, or empty it"
            )
        if ".git" in names or "mkdocs.yml" in names:
            raise PublishError(
                f"{self._site} is the folder of a project: choose another one with --site-dir"
            )
