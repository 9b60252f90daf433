"""The last step: the whole site takes its place, or nothing does."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hcgen.pipeline.making import MadeSite, Theme, make_site
from hcgen.pipeline.progress import Clock, Progress, silent
from hcgen.pipeline.rendering import Rendered
from hcgen.publish import PublishError, Staging


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build brought.

    Attributes:
        is_published: The site is in its place; False when diagnostics forbade it.
        remove_last: Removes the site that was replaced; call it once people have been told.
    """

    site: MadeSite
    is_published: bool
    remove_last: Callable[[], None]


def build_help_centre(
    rendered: Rendered,
    theme: Theme,
    site_dir: Path,
    *,
    fail_on: str,
    jobs: int = 1,
    clock: Clock | None = None,
    progress: Progress = silent,
) -> BuildResult:
    """Make the whole site beside its place, and publish it if nothing reaches ``fail_on``.

    Raises:
        PublishError: The site cannot be put into its place.
        TemplateError: A page cannot be made.
        OSError: The disk is full, or the like; the last site is as it was.
    """
    clock = clock or Clock()
    content = (rendered.root / rendered.centre.settings.content_dir).resolve()
    if site_dir.resolve().is_relative_to(content):
        raise PublishError(
            f"{site_dir} lies inside the content folder, where the next build would publish it "
            "again: choose another folder with --site-dir"
        )
    staging = Staging(site_dir)
    with staging.opened():
        site = make_site(rendered, theme, staging, jobs=jobs, clock=clock, progress=progress)
        is_published = not site.report.reaches(fail_on)
        if is_published:
            with clock.step("publish"):
                staging.publish()
    return BuildResult(site, is_published, staging.remove_last)
