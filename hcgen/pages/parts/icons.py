"""Icons by name, as Material and a site's own theme have them."""


def icon_file(name: str) -> str:
    """Return the template that holds an icon; empty for none and for a name that is no icon's."""
    is_plain = bool(name) and all(char.isalnum() or char in "-/" for char in name)
    return f".icons/{name}.svg" if is_plain else ""
