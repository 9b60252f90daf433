"""What words of a site come to."""

from collections.abc import Iterable

from hcgen.search.analyzers import load_analyzer


def terms_of(name: str, words: Iterable[str]) -> dict[str, str]:
    """Return word -> the term that it stands for on a site that has all of these words."""
    analyzer = load_analyzer(name)
    forms = {word: "".join(analyzer.words(word)) for word in words}
    stems = analyzer.stems(dict.fromkeys(forms.values(), 1))
    return {word: stems.get(form, form) for word, form in forms.items()}
