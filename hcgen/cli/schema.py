"""`hcgen schema`: what editors complete and explain by."""

import click

from hcgen.cli.exits import FOUND_NOTHING
from hcgen.schemas import schema_text, schemas


@click.command()
@click.argument("name", type=click.Choice(tuple(schemas())), metavar="NAME")
def schema(name: str) -> int:
    """Print the JSON Schema of a file: hcgen schema channels.

    NAME is one of channels, coverage, front-matter, lexicon, notice, queries and topics. Editors
    complete and explain keys by it.
    """
    click.echo(schema_text(name), nl=False)
    return FOUND_NOTHING
