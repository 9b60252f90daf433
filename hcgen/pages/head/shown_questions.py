"""Which of an article's `questions` its page shows, and what the page answers."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from hcgen.model.article import Article
from hcgen.model.folding import folded
from hcgen.render import Fragment, Heading
from hcgen.render.raw_text import set_aside
from hcgen.render.tags import words_of

_HEADING_END = re.compile("</h[1-6]>", re.IGNORECASE)
_MARKS = " ?؟¿"


def shown_questions(article: Article, fragment: Fragment) -> tuple[tuple[str, str], ...]:
    """Return each question that the page shows, with its answer as plain text.

    Search engines want questions marked up only where readers see the question and its answer, so
    a question of the front matter counts when it is a heading (case, accents and the question mark
    do not matter): the answer is the text up to the next heading of that level or a higher one.
    Where none is, but the title is one of the questions, the whole text answers it. Most
    `questions` are other wordings that only searching knows; an article with no others has none
    here.
    """
    asked = {_compared(text.value) for text in article.questions}
    if not asked:
        return ()
    wanted = [
        index for index, heading in enumerate(fragment.headings) if _compared(heading.text) in asked
    ]
    if wanted:
        return tuple(_answers(fragment, wanted))
    title = article.title.value
    return ((title, fragment.text),) if fragment.text and _compared(title) in asked else ()


def _compared(question: str) -> str:
    return " ".join(folded(question).split()).strip(_MARKS)


def _answers(fragment: Fragment, wanted: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Yield some of the headings, each with the text below it; those without any are left out."""
    html, _ = set_aside(fragment.html(lambda link: ""))  # trusted HTML may hold comments, scripts
    starts = list(_starts(html, fragment.headings))
    for index in wanted:
        heading = fragment.headings[index]
        later = zip(fragment.headings[index + 1 :], starts[index + 1 :], strict=True)
        end = next((at for other, at in later if other.level <= heading.level), len(html))
        answer = words_of(_HEADING_END.split(html[starts[index] : end], maxsplit=1)[-1])
        if answer:
            yield heading.text, answer


def _starts(html: str, headings: Sequence[Heading]) -> Iterator[int]:
    """Yield where each heading's tag begins."""
    position = 0
    for heading in headings:
        tag = re.compile(rf'<h[1-6] id="{re.escape(escape(heading.anchor))}"')
        found = tag.search(html, position)
        assert found is not None, heading.anchor
        position = found.end()
        yield found.start()
