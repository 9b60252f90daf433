"""What rules may look at, stage by stage; each context has all that the one before it has."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from hcgen.checks.reading import ArticleReading
from hcgen.diagnostics import Diagnostic, Finding, Rule
from hcgen.diagnostics.baseline import BaselineEntry
from hcgen.load.markdown_blocks import Block
from hcgen.model.addresses import Addresses
from hcgen.model.article import Article
from hcgen.model.help_centre import HelpCentre
from hcgen.model.language import Language
from hcgen.model.lexicon import Lexicon
from hcgen.render import Fragment
from hcgen.search import SearchReader, SimilarOf
from hcgen.source import Span


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """Stage `article`: one article by itself, whatever else the help centre holds.

    What a rule finds here must depend on nothing but these attributes: it is kept until one of
    them changes.

    Attributes:
        blocks: Of the article's Markdown, in the order written.
        language: The article's own.
        languages: All of the site, the source language first.
        lexicon: The site's words of the article's language.
    """

    article: Article
    fragment: Fragment
    blocks: tuple[Block, ...]
    language: Language
    languages: tuple[Language, ...]
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class SourceContext:
    """Stage `source`: everything that the files say.

    Attributes:
        findings: What loading could not accept, by name of the rule that owns it.
        today: In the organisation's zone.
    """

    centre: HelpCentre
    addresses: Addresses
    findings: Mapping[str, tuple[Finding, ...]]
    today: date

    def reported(self, rule: Rule) -> Iterator[Diagnostic]:
        """Yield what loading found for a rule."""
        for finding in self.findings.get(rule.name, ()):
            yield Diagnostic(rule, finding.span, finding.message, finding.help)


@dataclass(frozen=True, slots=True)
class FragmentsContext(SourceContext):
    """Stage `fragments`: the rendered articles too.

    Attributes:
        fragments: Path of the article's file -> fragment.
        readings: Path of the article's file -> what is known of the article by itself.
    """

    fragments: Mapping[str, Fragment]
    readings: Mapping[str, ArticleReading]


@dataclass(frozen=True, slots=True)
class IndexContext(FragmentsContext):
    """Stage `index`: what search finds, too.

    Attributes:
        reader_of: Language tag -> what answers queries in it, exactly as the browser does. It is
            made when it is first asked for, and once: an index costs more than any rule.
        similar_of: Language tag and key of an article -> the articles that readers of the language
            meet and that are like it, most alike first. It needs the index too.
    """

    reader_of: Callable[[str], SearchReader]
    similar_of: SimilarOf


@dataclass(frozen=True, slots=True)
class SiteContext(IndexContext):
    """Stage `site`: the pages as they will be published.

    Attributes:
        read_page: Path of a page's file below the site's root -> its HTML; None if the site has no
            such page.
    """

    read_page: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class ReportContext:
    """Stage `report`: what became of the findings of all other rules.

    Attributes:
        codes: Of the rules that counted in this run.
        rules: All there are.
        used: Places of the rules in ignore comments that accepted a finding.
        fixed: Entries of the baseline that stand for nothing any more.
    """

    centre: HelpCentre
    codes: frozenset[str]
    rules: tuple[Rule, ...]
    used: frozenset[Span]
    fixed: tuple[BaselineEntry, ...]
