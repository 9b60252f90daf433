"""JSON-LD in pages: data that search engines read and no browser runs.

Of the vocabulary of schema.org; `structured_data` says what each page tells about itself.
"""

import json
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

Thing = Mapping[str, object]
"""A node: ``@type`` and properties; values are texts, numbers, nodes, and lists of these."""

_CONTEXT = "https://schema.org"

# JSON allows any character as \uXXXX. A data block ends at "</script", a comment in it begins with
# "<!--" (HTML, 4.12.1.3); U+2028 and U+2029 end lines in older scripts
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def data_block(things: Sequence[Thing]) -> Markup:
    """Return the ``script`` element that holds the things; empty for none.

    Whatever their texts say, they end neither the element nor begin a tag.
    """
    if not things:
        return Markup("")
    whole = {"@context": _CONTEXT, **(things[0] if len(things) == 1 else {"@graph": things})}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - escaped


def breadcrumb_list(steps: Sequence[tuple[str, str]], absolute: Callable[[str], str]) -> Thing:
    """Return the way from the home page to a page.

    Args:
        steps: Name and address below the site's root; the page itself, which is the last one, needs
            no address.
        absolute: Makes an address absolute.
    """
    items: list[Thing] = []
    for position, (name, address) in enumerate(steps, 1):
        place = {"item": absolute(address)} if address else {}
        items.append({"@type": "ListItem", "position": position, "name": name, **place})
    return {"@type": "BreadcrumbList", "itemListElement": items}
