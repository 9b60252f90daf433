"""Help centres of a few articles that hold what is hard to lay out."""

from collections.abc import Mapping

LONG_WORD = "Kebertanggungjawaban" * 12

EVERYTHING = f"""
[{LONG_WORD}](pay.md) https://www.example.com/{LONG_WORD.lower()}?q={LONG_WORD}

## First {LONG_WORD}

| one | two | three | four | five | six | seven |
|---|--:|:-:|---|---|---|---|
| a | b | c | {LONG_WORD} | `{LONG_WORD}` | f | g |

## Second

```
curl --header "Authorization: Bearer {LONG_WORD}" https://api.example.com/v1/domains/{LONG_WORD}
```

1. In a list

    ```
    {LONG_WORD}{LONG_WORD}
    ```

    | one | two | three | four | five |
    |---|---|---|---|---|
    | a | b | c | d | {LONG_WORD} |

- `{LONG_WORD}`

    > {LONG_WORD}

## Third

!!! warning "{LONG_WORD}"
    {LONG_WORD}

        {LONG_WORD}{LONG_WORD}

![wide](../../assets/wide.svg)

=== "{LONG_WORD}"
    {LONG_WORD}

=== "Two"
    Text with a note.[^1]

???+ note "{LONG_WORD}"
    | one | two | three | four | five | six |
    |---|---|---|---|---|---|
    | {LONG_WORD} | b | c | d | e | f |

Term {LONG_WORD}
:   Definition {LONG_WORD}

[^1]: {LONG_WORD}
"""
"""Every element that an article may hold, each too wide for a telephone."""


def help_centre(
    languages: str, texts: Mapping[str, str], *, base: str = "/", title: str = "Help"
) -> dict[str, str]:
    """Return a help centre as path -> text.

    Args:
        languages: Tags, the source language first, as in `ar, en`.
        texts: Path below `content/` -> article.
    """
    files = {
        "mkdocs.yml": f"site_name: {title}\nsite_url: https://help.example.com{base}\n"
        f"copyright: {title}\n"
        f"plugins: [{{hcgen: {{languages: [{languages}]}}}}]\n"
        "markdown_extensions: [admonition, attr_list, def_list, footnotes, tables,\n"
        "  pymdownx.details, pymdownx.superfences, pymdownx.tasklist,\n"
        "  pymdownx.tabbed: {alternate_style: true}]\n",
        "content/channels.yml": "organisation: {name: Awan, country: ID, timezone: Asia/Jakarta}\n"
        "channels:\n"
        f"  - {{id: mail, kind: email, address: {'bantuan' * 5}@example.com, hours: always}}\n"
        '  - {id: phone, kind: phone, number: "+62 21 5790 1234", hours: always}\n',
        "content/topics.yml": "topics: []\n",
        "content/assets/wide.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="2000" '
        'height="90" viewBox="0 0 2000 90"><rect width="2000" height="90"/></svg>\n',
    }
    return files | {f"content/{path}": text for path, text in texts.items()}
