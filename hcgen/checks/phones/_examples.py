"""Examples of the rules about telephone numbers."""


def in_country(country: str, *channels: str) -> dict[str, str]:
    """Return the files of an organisation with telephone channels, given as their fields."""
    lines = "".join(
        f"  - {{id: call-{number}, kind: phone, {fields}}}\n"
        for number, fields in enumerate(channels, 1)
    )
    return {"content/channels.yml": f"organisation: {{country: {country}}}\nchannels:\n{lines}"}
