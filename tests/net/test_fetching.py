"""Web pages from servers that are kind, broken and hostile."""

from time import monotonic

import pytest

from hcgen.model.probe import Verdict
from hcgen.net import Failure, Page
from tests.loopback import Internet


def fetched(internet: Internet, url: str) -> Page:
    return internet.network().fetch(url, monotonic() + 5)


def refusal(internet: Internet, url: str) -> Failure:
    with pytest.raises(Failure) as caught:
        fetched(internet, url)
    return caught.value


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_page_comes_with_its_status_headers_and_title(internet: Internet, scheme: str) -> None:
    url = internet.web.put(f"{scheme}://plain.test/hello", "<title> Hello\n there </title>")
    page = fetched(internet, url)
    assert (page.status, page.title(), page.url) == (200, "Hello there", url)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert [certificate.host for certificate in page.certificates] == (
        ["plain.test"] if scheme == "https" else []
    )


def test_a_name_that_does_not_exist_is_proof(internet: Internet) -> None:
    failure = refusal(internet, "https://nowhere.test/")
    assert (failure.reason, failure.verdict) == ("name-not-found", Verdict.BROKEN)
