"""The last step: the whole site takes its place, or nothing does."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hcgen.pipeline.making import MadeSite, Theme, make_site
from hcgen.pipeline.progress import Clock, Progress, silent
from hcgen.pipeline.rendering import Rendered
from hcgen.pipeline.store import code_stamp, digest_of
from hcgen.publish import PublishError, Staging, mark_shard


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build brought.

    Attributes:
        is_published: The site is in its place; False when diagnostics forbade it.
        rebuilt: Those of its files that are new or not as the last site has them, sorted.
        remove_last: Removes the site that was replaced; call it once people have been told.
    """

    site: MadeSite
    is_published: bool
    rebuilt: tuple[str, ...]
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
    only: Sequence[str] = (),
) -> BuildResult:
    """Make the whole site beside its place, and publish it if nothing reaches ``fail_on``.

    Args:
        only: Tags of languages: a shard with their share of the site is published, which
            `hcgen.publish.merge_shards` joins with the others. Empty: the site.

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
        site = make_site(
            rendered, theme, staging, jobs=jobs, clock=clock, progress=progress, only=only
        )
        if only:
            tags = tuple(language.tag for language in rendered.centre.languages)
            mark_shard(staging, site.written, tags, only, _stamp_of(rendered))
        rebuilt = tuple(filter(staging.is_changed, site.written))
        is_published = not site.report.reaches(fail_on)
        if is_published:
            with clock.step("publish"):
                staging.publish()
    return BuildResult(site, is_published, rebuilt, staging.remove_last)


def _stamp_of(rendered: Rendered) -> str:
    """Return what tells the shards of one site from those of another state of it."""
    centre = rendered.centre
    files = (*(article.file for article in centre.articles), *centre.data_files.values())
    document = (
        code_stamp().hex(),
        str(rendered.context.today),
        sorted((file.path, digest_of(file.text).hex()) for file in files),
        sorted((path, str(day)) for path, day in centre.changed.items()),
        repr(centre.evidence),
    )
    return digest_of(json.dumps(document)).hex()
