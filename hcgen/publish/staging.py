"""A hidden folder beside the published site, in which the next one is made ready."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from hcgen import files


class PublishError(Exception):
    """The site could not be put into place; the message says why and what to do."""


class Staging:
    """The next site, until it takes the place of the last one.

    Everything lies beside the site's folder, on the same file system:

    - ``.<name>.next``: the site that is being made;
    - ``.<name>.last``: the site that was replaced, until it is removed;
    - ``.<name>.releases/``: only where the system cannot exchange two folders; the site's folder is
      then a symbolic link into it;
    - ``.<name>.lock``: held by the build at work.

    A build that is killed leaves the first one behind; the next build removes it.
    """

    def __init__(self, site_dir: Path) -> None:
        self._site = site_dir
        self.folder = site_dir.with_name(f".{site_dir.name}.next")
        self._last = site_dir.with_name(f".{site_dir.name}.last")
        self._releases = site_dir.with_name(f".{site_dir.name}.releases")

    @contextlib.contextmanager
    def opened(self) -> Iterator["Staging"]:
        """Hold the place while a site is made; what was not published is removed at the end.

        Raises:
            PublishError: Another build is at work, or the folder is not one to publish into.
            OSError: The disk does not let us.
        """
        self._refuse_other_folders()
        files.make_folder(self._site.parent)
        lock = os.open(
            self._site.with_name(f".{self._site.name}.lock"), os.O_RDWR | os.O_CREAT, 0o644
        )
        try:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise PublishError(
                    f"another build is publishing to {self._site}: wait for it to end"
                ) from None
            files.remove_tree(self.folder)
            files.remove_tree(self._last)
            files.make_folder(self.folder)
            try:
                yield self
            finally:
                files.remove_tree(self.folder)
        finally:
            os.close(lock)

    def write(self, path: str, data: bytes) -> None:
        """Write a file of the next site."""
        files.write_file(self.folder / path, data)

    def copy(self, source: Path, path: str) -> None:
        """Copy a file into the next site."""
        files.copy_file(source, self.folder / path)

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

    def _publish_by_link(self) -> None:
        """Put the site into a folder of releases and turn a link around, which is one step too."""
        files.make_folder(self._releases)
        names = {entry.name for entry in self._releases.iterdir()}
        number = next(n for n in range(1, len(names) + 2) if str(n) not in names)
        files.rename(self.folder, self._releases / str(number))
        if self._site.exists() and not self._site.is_symlink():
            # once per site, when it is still a folder: between these two steps there is no site
            files.rename(self._site, self._last)
        files.link_to(self._site, f"{self._releases.name}/{number}")
        for name in names:
            files.remove_tree(self._releases / name)

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
