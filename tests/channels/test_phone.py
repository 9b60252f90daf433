"""Numbers as people dial them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.channels.phone import dial_link


@pytest.mark.parametrize(
    ("number", "country", "link"),
    [
        ("1500 888", "ID", "tel:1500888"),
        ("1500-888", "ID", "tel:1500888"),
        ("14045", "ID", "tel:14045"),
        ("110", "ID", "tel:110"),
        ("+62 21 5790 1234", "ID", "tel:+622157901234"),
        ("+62 21 5790 1234", "", "tel:+622157901234"),
        ("+62 (21) 5790-1234", "MY", "tel:+622157901234"),
        ("021 5790 1234", "ID", "tel:+622157901234"),
        ("(021) 5790-1234", "ID", "tel:+622157901234"),
        ("0812-3456-7890", "ID", "tel:+6281234567890"),
        ("0812.3456.7890", "ID", "tel:+6281234567890"),
        ("03-2615 8000", "MY", "tel:+60326158000"),
        ("012-345 6789", "MY", "tel:+60123456789"),
        ("1-300-88-2525", "MY", "tel:1300882525"),
        ("021 5790 1234", "", "tel:02157901234"),
        ("0812", "ID", "tel:0812"),
        ("*100#", "ID", "tel:*100#"),
        ("", "ID", ""),
        ("call us", "ID", ""),
        ("+", "ID", ""),
    ],
)
def test_a_number_is_dialled_as_people_of_the_country_would(
    number: str, country: str, link: str
) -> None:
    assert dial_link(number, country) == link


@given(st.text(), st.sampled_from(["ID", "MY", "", "XX"]))
def test_any_text_gives_a_link_that_can_be_dialled_or_none(number: str, country: str) -> None:
    link = dial_link(number, country)
    assert link == "" or (link.startswith("tel:") and set(link[4:]) <= set("+0123456789*#"))
