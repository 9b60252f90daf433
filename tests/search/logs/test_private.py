"""What people type about themselves stays in the log."""

import pytest

from hcgen.search.logs import is_private

SITE = frozenset("lupa sandi reset password error 500 bayar bu pak my name domain nama 2fa".split())


@pytest.mark.parametrize(
    "query",
    [
        "budi@mail.example reset",
        "reset @budi_s",
        "https://tokobudi.example/admin",
        "www.tokobudi.example error",
        "081234567890",
        "error 4711",
        "invoice INV20261",
        "reset pak budi",
        "reset password bu siti",
        "nama saya budi",
        "my name is john",
        "reset password Budi Santoso",
        "Budi",
    ],
)
def test_a_query_with_an_address_a_number_or_a_name_is_private(query: str) -> None:
    assert is_private(query, SITE.__contains__)


@pytest.mark.parametrize(
    "query",
    [
        "lupa sandi",
        "error 500",
        "2fa",
        "Lupa sandi",
        "lupa Password",
        "LUPA SANDI GMN",
        "Gimana reset sandi",
        "nama domain",
        "gmn byr",
    ],
)
def test_the_words_of_everybody_are_not(query: str) -> None:
    assert not is_private(query, SITE.__contains__)
