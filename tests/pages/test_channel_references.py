"""References to channels on pages: in the reader's language, and wherever text is shown."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from hcgen.model.channel_reference import MARK
from tests.pipeline.building import build_text

CENTRE = {
    "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
    "plugins: [{hcgen: {languages: [id, en], source_language: en}}]\n",
    "content/channels.yml": """
organisation: {country: ID, timezone: Asia/Jakarta}
hours:
  day: {mon-sun: "07:00-22:00"}
  office: {mon-fri: "08:00-12:00, 13:00-17:00", sat: "08:00-12:00"}
channels:
  - {id: call, kind: phone, number: "1500 888", hours: day, label: {id: Telepon <1>, en: Call us},
     promise: {answer_within: 3 minutes}}
  - {id: mail, kind: email, address: care@example.com, hours: office,
     promise: {acknowledge_within: 1 hours, respond_within: 2 business days}}
  - {id: chat, kind: chat, url: "https://chat.example.com/", hours: always}
  - {id: news, kind: social, network: x, handle: awan, label: {en: News}}
  - {id: post, kind: postal, street: Jalan 1, locality: Jakarta, postal_code: "10110"}
""",
    "content/en/a/ask.md": "---\ntitle: Ask\n"
    'description: "Ring {{ channel:call:number }}."\nreviewed: 2026-11-10\nfeatured: true\n---\n'
    "Text of {{ channel:call }}.\n\n"
    "Parts: {{ channel:call:number }} {{ channel:call:hours }} {{ channel:call:promise }} "
    "{{ channel:call:link }}\n\n"
    "Others: {{ channel:mail }} {{ channel:chat }} {{ channel:news }} {{ channel:post }}\n\n"
    "Not there: {{ channel:nobody }} {{ channel:news:hours }}\n\n"
    'Within a link: [{{ channel:mail:number }}](bare.md "{{ channel:mail:number }}")\n\n'
    "`{{ channel:call }}`\n\n## By mail {{ channel:mail:number }}\n\na\n\n## Two\n\nb\n\n"
    "## Three\n\nc\n",
    "content/en/a/bare.md": "---\ntitle: Bare\n---\nWrite to {{ channel:mail:number }}.\n",
    "content/en/a/index.md": "---\ntitle: A\n---\nTopic: {{ channel:call:number }}.\n",
    "content/en/index.md": "---\ntitle: Home\ndescription: Ring {{ channel:call:number }}\n---\n"
    "Home: {{ channel:call:number }}.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build_text(tmp_path_factory.mktemp("site"), CENTRE, fail_on="never")


def text_of(site: Mapping[str, bytes], path: str) -> str:
    return site[path].decode()


def test_a_channel_is_a_link_with_number_and_hours(site: Mapping[str, bytes]) -> None:
    page = text_of(site, "en/a/ask/index.html")
    assert (
        '<p>Text of <a href="tel:1500888">Call us</a> '
        "(1500 888, Monday–Sunday 7:00\u202fAM–10:00\u202fPM WIB).</p>"
    ) in page


def test_a_part_stands_alone(site: Mapping[str, bytes]) -> None:
    assert (
        '<p>Parts: <a href="tel:1500888">1500 888</a> '
        "Monday–Sunday 7:00\u202fAM–10:00\u202fPM WIB 3 minutes "
        '<a href="tel:1500888">Call us</a></p>'
    ) in text_of(site, "en/a/ask/index.html")


def test_every_kind_shows_what_it_has(site: Mapping[str, bytes]) -> None:
    page = text_of(site, "en/a/ask/index.html")
    assert (
        'Others: <a href="mailto:care@example.com">E-mail</a> (care@example.com, '
        "Monday–Friday 8:00\u202fAM–12:00\u202fPM and 1:00\u202fPM–5:00\u202fPM; "
        "Saturday 8:00\u202fAM–12:00\u202fPM WIB)"
    ) in page
    assert (
        '<a href="https://chat.example.com/" rel="external noopener">Live chat</a> '
        "(round the clock, every day)"
    ) in page
    assert '<a href="https://x.com/awan" rel="external noopener">News</a> (@awan)' in page
    assert '<a href="../../contact/#hc-channel-post">' in page
    assert "(Jalan 1, Jakarta 10110)" in page


def test_a_fallback_page_speaks_the_readers_language_and_says_so(site: Mapping[str, bytes]) -> None:
    page = text_of(site, "id/a/ask/index.html")
    assert (
        '<p>Text of <span lang="id" dir="ltr"><a href="tel:1500888">Telepon &lt;1&gt;</a> '
        "(1500 888, Senin–Minggu 07.00–22.00 WIB)</span>.</p>"
    ) in page
    assert '<span lang="id" dir="ltr">3 menit</span>' in page


def test_what_does_not_exist_leads_to_people_all_the_same(site: Mapping[str, bytes]) -> None:
    assert (
        '<p>Not there: <a href="../../contact/">Contact us</a> '
        '<a href="https://x.com/awan" rel="external noopener">News</a></p>'
    ) in text_of(site, "en/a/ask/index.html")


def test_a_link_holds_no_other_link(site: Mapping[str, bytes]) -> None:
    page = text_of(site, "en/a/ask/index.html")
    assert '<a href="../bare/" title="care@example.com">care@example.com</a>' in page


def test_headings_keep_their_ids_and_stand_in_the_table_of_contents(
    site: Mapping[str, bytes],
) -> None:
    page = text_of(site, "en/a/ask/index.html")
    assert '<h2 id="by-mail">By mail <a href="mailto:care@example.com">' in page
    assert '<a href="#by-mail">By mail care@example.com</a>' in page


def test_topics_and_home_pages_show_channels(site: Mapping[str, bytes]) -> None:
    assert 'Topic: <a href="tel:1500888">1500 888</a>.' in text_of(site, "en/a/index.html")
    home = text_of(site, "en/index.html")
    assert 'Home: <a href="tel:1500888">1500 888</a>.' in home
    assert '<meta name="description" content="Ring 1500 888">' in home


def test_texts_for_machines_are_readable(site: Mapping[str, bytes]) -> None:
    copy = text_of(site, "en/a/ask/index.html.md")
    assert "> Ring 1500 888." in copy
    assert "Text of Call us (1500 888, Monday–Sunday" in copy
    assert "`{{ channel:call }}`" in copy
    bare = text_of(site, "en/a/bare/index.html")
    assert '<meta name="description" content="Write to care@example.com.">' in bare
    assert "Ring 1500 888." in text_of(site, "en/llms.txt")
    assert "<summary>Ring 1500 888.</summary>" in text_of(site, "en/feed.xml")


def test_searching_knows_the_channels_words(site: Mapping[str, bytes]) -> None:
    texts = next(path for path in site if path.startswith("search/en-texts"))
    assert "Call us (1500 888" in text_of(site, texts)
    words = next(path for path in site if path.startswith("search/en-words"))
    assert "1500" in text_of(site, words)
    assert json.loads(text_of(site, "search/en.json"))


def test_no_file_shows_a_brace_or_a_token_outside_code(site: Mapping[str, bytes]) -> None:
    for path, data in site.items():
        text = data.decode("utf-8", "ignore")
        assert MARK not in text, path
        assert "{{ channel" not in text.replace("{{ channel:call }}", ""), path


def test_a_changed_number_is_shown_though_the_article_is_kept(tmp_path: Path) -> None:
    build_text(tmp_path, CENTRE, fail_on="never")
    changed = CENTRE["content/channels.yml"].replace("1500 888", "1500 999")
    files = {**CENTRE, "content/channels.yml": changed}
    page = text_of(build_text(tmp_path, files, fail_on="never"), "en/a/ask/index.html")
    assert "1500 999" in page
    assert "1500 888" not in page
