"""By what pages are told that are not what was asked for: data for classifying answers."""

import re
from urllib.parse import urlsplit

from hcgen.model.domains import registrable_domain
from hcgen.net import Page

# titles of pages that want a browser to prove itself, of Cloudflare, Imperva, Akamai, DataDome, …
_CHALLENGE_TITLES = re.compile(
    r"just a moment(?:\.\.\.|…)?|attention required! \| cloudflare|checking your browser.*"
    r"|please wait\W* \| cloudflare|pardon our interruption(?:\.\.\.|…)?|ddos-guard"
    r"|(?:are you (?:a |not a )?(?:human|robot)|human verification|robot check|captcha)\W*"
    r"|(?:security check(?:point)?|verifying (?:you are human|your browser))\W*"
    r"|access (?:to this page has been )?denied|you have been blocked|request blocked|请稍候.*",
    re.IGNORECASE,
)
_CHALLENGE_HEADERS = {
    "cf-mitigated": re.compile("challenge|block", re.IGNORECASE),
    "x-amzn-waf-action": re.compile("challenge|captcha", re.IGNORECASE),
    "x-vercel-mitigated": re.compile("challenge|deny", re.IGNORECASE),
}
_LINKEDIN_SAYS_NO = 999

_LOGIN_PARTS = frozenset(
    "auth authenticate authorize checkpoint log-in log_in login login.aspx login.html login.php "
    "logon masuk oauth oauth2 saml saml2 "
    "sign-in sign_in signin sso user_session users_sign_in".split()
)
_LOGIN_PATHS = ("accounts/login", "session/new", "sessions/new", "users/sign_in", "wp-login.php")
_LOGIN_HOSTS = frozenset("accounts auth consent id login signin sso".split())
"""First part of hosts that people are sent to before they see anything."""

_PARKING_HOSTS = frozenset(
    "above.com afternic.com bodis.com buydomains.com dan.com domainmarket.com dynadot.com "
    "hugedomains.com parkingcrew.net parklogic.com sedo.com sedoparking.com skenzo.com "
    "sav.com undeveloped.com uniregistry.com".split()
)
"""Whoever is sent there asked for a domain that nobody uses."""
_PARKING_SCRIPTS = re.compile(
    r"<(?:script|iframe|frame)\b[^<>]{0,300}\bsrc\s*=\s*[\"']?(?:https?:)?//[^\s\"'<>/]{0,100}"
    r"(?:parkingcrew\.net|sedoparking\.com|bodis\.com|parklogic\.com|skenzo\.com"
    r"|d38psrni17bvxu\.cloudfront\.net|wsimg\.com/parking-lander)",
    re.IGNORECASE,
)
_PARKED_TITLES = re.compile(
    r"(?:the )?(?:domain(?: name)? )?[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}"
    r" (?:is (?:for sale|parked|available for purchase)|may be for sale).{0,100}"
    r"|this domain (?:name )?(?:is (?:for sale|parked)|may be for sale|has expired).{0,100}",
    re.IGNORECASE,
)

_NAMES_ERROR = re.compile("404|not.?found", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[|–—:·•»«]\s*|\s+-\s+")
_NOT_FOUND = re.compile(
    r"(?:http )?(?:(?:server )?(?:error|status|erreur|fehler|galat|ralat|erro|lỗi)[ -]?)?404"
    r"(?:[ -]?(?:error|erreur|fehler|page|not found|file not found|page not found))?[.!]?"
    r"|(?:sorry, |oops[,!.]? )?(?:the |this |that |your )?(?:requested )?"
    r"(?:page |file |resource |url |article |content )?(?:you requested )?"
    r"(?:(?:was|is|could|can)(?: not|n['’]t)|can['’]t|cannot|not)"
    r" (?:be )?(?:found|available)[.!]?"
    r"|(?:page|article) (?:does not|doesn['’]t|no longer) exists?[.!]?"
    r"|(?:halaman|laman|artikel) (?:ini )?(?:tidak|tak) "
    r"(?:ditemukan|dijumpai|ditemui|tersedia)[.!]?"
    r"|(?:hindi|di) (?:natagpuan|nahanap|mahanap) ang (?:pahina|page)[.!]?"
    r"|(?:die )?seite (?:wurde )?nicht gefunden[.!]?"
    r"|(?:cette )?page (?:introuvable|non trouvée)[.!]?"
    r"|página no (?:encontrada|existe)[.!]?|página não (?:encontrada|existe)[.!]?"
    r"|(?:không tìm thấy trang|trang không tồn tại)[.!]?"
    r"|(?:お探しの)?ページが(?:見つかりません|存在しません).{0,20}"
    r"|페이지를 찾을 수 없(?:습니다|음).{0,20}"
    r"|(?:页面|頁面|网页|網頁)(?:不存在|未找到|找不到).{0,20}"
    r"|(?:找不到|未找到)(?:页面|頁面|网页|網頁).{0,20}"
    r"|ไม่พบหน้า.{0,30}|(?:الصفحة غير موجودة|لم يتم العثور على الصفحة)[.!]?|पृष्ठ नहीं मिला[।.!]?",
    re.IGNORECASE,
)


def is_challenge(page: Page) -> bool:
    """Tell whether a page wants proof that a person asks for it."""
    if page.status == _LINKEDIN_SAYS_NO:
        return True
    for name, pattern in _CHALLENGE_HEADERS.items():
        if pattern.search(page.headers.get(name, "")):
            return True
    return _CHALLENGE_TITLES.fullmatch(page.title()) is not None


def is_login_wall(page: Page) -> bool:
    """Tell whether visitors are asked to sign in, or to agree to something, before they see a page.

    That is where they are sent, or what was asked for; but an address with such a word in the
    middle, as in ``/docs/auth/tokens``, is one like any other.
    """
    if not _is_login(page.url):
        return False
    if not _is_login(page.hops[0]):
        return True
    last = urlsplit(page.url.casefold()).path.strip("/").rpartition("/")[2]
    return page.status < 400 and last in _LOGIN_PARTS


def _is_login(url: str) -> bool:
    parts = urlsplit(url.casefold())
    path = parts.path.strip("/")
    if _LOGIN_PARTS & set(path.split("/")) or path.endswith(_LOGIN_PATHS):
        return True
    host = parts.hostname or ""
    return host.count(".") > 1 and host.partition(".")[0] in _LOGIN_HOSTS


def is_parked(page: Page) -> bool:
    """Tell whether a page only offers its domain for sale.

    Words of the page do not tell: who sells domains writes them too.
    """
    host = registrable_domain(urlsplit(page.url).hostname or "")
    asked = registrable_domain(urlsplit(page.hops[0]).hostname or "")
    if host != asked and host in _PARKING_HOSTS:
        return True
    return bool(_PARKING_SCRIPTS.search(page.text()) or _PARKED_TITLES.fullmatch(page.title()))


def is_titled_not_found(page: Page) -> bool:
    """Tell whether a title says that there is no page: “404”, “Page not found – Awan Hosting”.

    A part of it says nothing else; “Changelog 404 fixes” and “How to fix error 404” are of pages
    that are there, and so is what explains the error at an address that names it.
    """
    if _NAMES_ERROR.search(urlsplit(page.hops[0]).path):
        return False
    return any(_NOT_FOUND.fullmatch(part.strip()) for part in _BETWEEN.split(page.title()[:300]))
