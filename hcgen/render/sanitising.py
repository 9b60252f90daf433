"""The explicit list of HTML that articles may hold; everything else is taken out."""

import re

import nh3

_TAGS = frozenset(
    """
    a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div
    dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre
    q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot
    th thead time tr u ul var video wbr
    """.split()
)

_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "title"},
    "a": {"href"},
    "audio": {"controls", "preload", "src"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "input": {"checked", "disabled", "name"},
    "label": {"for"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "source": {"src", "type"},
    "td": {"align", "colspan", "headers", "rowspan"},
    "th": {"align", "colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
    "video": {
        "controls",
        "height",
        "loop",
        "muted",
        "playsinline",
        "poster",
        "preload",
        "src",
        "width",
    },
}

# task lists and tabs; an input of another type could ask for a password
_VALUES = {"input": {"type": {"checkbox", "radio"}}}

_INPUT = re.compile(r"""<input(?:\s(?:[^<>"]|"[^"]*")*)?>""")
# a quote within a value is written &quot;, so this is never a part of one
_TYPE = re.compile(r'\stype="(?:checkbox|radio)"')

SCHEMES = {"http", "https", "mailto", "sms", "tel"}

# Elements whose content HTML reads as raw text, up to an end that may never come: with their end
# they are taken out whole; a mere mention (“put it between <script> and </body>”) is shown as text,
# so that it cannot swallow the rest of the article.
_RAW_NAMES = (
    "script|style|title|textarea|noscript|template|iframe|xmp|plaintext|noembed|noframes|object"
    "|select|button"
)
_HIDDEN = re.compile(
    rf"<({_RAW_NAMES})(?=[\s/>])[^<>]*>(?:(?!<\1[\s/>]).)*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
_UNCLOSED = re.compile(rf"<(/?(?:{_RAW_NAMES})(?=[\s/>]))", re.IGNORECASE)

_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    tag_attribute_values=_VALUES,
    clean_content_tags={"script", "style", "template", "noscript", "iframe", "object", "title"},
    url_schemes=SCHEMES,
    link_rel=None,
    strip_comments=True,
)


def sanitised(html: str) -> str:
    """Return the HTML with only what the list allows: no scripts, no inline styles, no handlers.

    ``id``, task lists, tabs and notes are kept. The result is well-formed, with every attribute in
    double quotes.
    """
    shown = _UNCLOSED.sub(r"&lt;\1", _HIDDEN.sub("", html))
    return _INPUT.sub(_typed, _CLEANER.clean(shown))


def _typed(match: re.Match[str]) -> str:
    # an input without one of the allowed types would be a text field
    return match.group() if _TYPE.search(match.group()) else ""
