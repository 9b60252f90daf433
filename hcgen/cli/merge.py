"""`hcgen merge`: one site of the shards that several machines made."""

from pathlib import Path

import click

from hcgen.cli.exits import FOUND_NOTHING
from hcgen.publish import merge_shards


@click.command()
@click.argument(
    "shards",
    metavar="SHARD...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, file_okay=False, exists=True),
)
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="Where to publish.",
)
def merge(shards: tuple[Path, ...], site_dir: Path) -> int:
    """Put the shards of hcgen build --language together, and publish the site.

    The site has the same bytes as one that was built in one go. Shards of different states of the
    site, damaged ones and missing ones are refused, and the last published site stays.
    """
    count = merge_shards(shards, site_dir)
    click.echo(f"published  {site_dir}, {count} files of {len(shards)} shards")
    return FOUND_NOTHING
