"""The words for advice about requests, as `request-advice.js` takes them."""

from collections.abc import Callable, Iterable, Mapping

from hcgen.model.request_norms import RequestNorms


def request_words(norms: RequestNorms) -> Mapping[str, int | str | list[str]]:
    """Return plain values for JSON: sorted, and without what a shorter phrase finds as well.

    Threats and abuse are one list, because they are told the same.
    """
    return {
        "thin": norms.thin_letters,
        "long": norms.long_letters,
        "calm": norms.calm,
        "several": _needed(norms.several, _begins),
        "same": _needed(norms.same_problem, _holds),
        "questions": _needed(norms.questions, _begins),
        "harsh": _needed((*norms.threats, *norms.abuse), _holds),
        "secrets": _needed(norms.secrets, _ends),
    }


def _needed(phrases: Iterable[str], finds: Callable[[str, str], bool]) -> list[str]:
    found: list[str] = []
    for phrase in sorted(frozenset(phrases), key=lambda phrase: (len(phrase), phrase)):
        if not any(finds(shorter, phrase) for shorter in found):
            found.append(phrase)
    return sorted(found)


def _holds(shorter: str, phrase: str) -> bool:
    if shorter.endswith(":") and not phrase.endswith(":"):
        return False  # that finds less
    return f" {shorter.rstrip(':')} " in f" {phrase.rstrip(':')} "


def _begins(shorter: str, phrase: str) -> bool:
    if shorter.endswith(":") or phrase.endswith(":"):
        return shorter.endswith(":") and phrase.endswith(":") and _holds(shorter, phrase)
    return f"{phrase} ".startswith(f"{shorter} ")


def _ends(shorter: str, phrase: str) -> bool:
    if shorter.endswith(":") and not phrase.endswith(":"):
        return False
    return f" {phrase.rstrip(':')}".endswith(f" {shorter.rstrip(':')}")
