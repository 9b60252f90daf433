"""Reads the content folder into one `HelpCentre`; whatever is broken, the rest still loads."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hcgen.diagnostics import Finding, Findings
from hcgen.diagnostics.ignoring import IgnoreComment
from hcgen.languages import load_language, shipped_tags
from hcgen.load.articles import ArticleSource, keys_by_path, load_articles
from hcgen.load.assets import assets_of, report_other_names, report_unknown_files
from hcgen.load.baseline import load_baseline
from hcgen.load.channels import NO_CONTACT, load_channels
from hcgen.load.coverage import load_coverage
from hcgen.load.evidence import load_evidence
from hcgen.load.git_dates import days_of_change
from hcgen.load.holidays import LOCK_FILE, with_frozen_days
from hcgen.load.ignore_comments import ignore_comments
from hcgen.load.lexicon import load_lexicon
from hcgen.load.naming import names_in
from hcgen.load.notices import Surroundings, load_notices, report_misnamed
from hcgen.load.queries import load_queries
from hcgen.load.reading import LARGEST_ARTICLE_BYTES, LARGEST_YAML_BYTES, read_text_file
from hcgen.load.requests import load_requests
from hcgen.load.settings import load_settings
from hcgen.load.topics import load_topics
from hcgen.load.walk import FoundFile, list_files
from hcgen.load.yaml_tree import YamlNode, parse_yaml
from hcgen.model.article import Article, Role
from hcgen.model.help_centre import HelpCentre
from hcgen.model.language import Language
from hcgen.model.nearest import nearest
from hcgen.model.settings import Settings
from hcgen.source import SourceFile

LoadsArticles = Callable[[Sequence[ArticleSource], Findings], Sequence[Article]]
"""Like `load_articles`."""


@dataclass(frozen=True, slots=True)
class LoadedCentre:
    """A help centre, and what loading could not accept.

    Attributes:
        root: The project folder.
    """

    centre: HelpCentre
    findings: tuple[Finding, ...]
    root: Path


def load_help_centre(config: Path, *, load_all: LoadsArticles = load_articles) -> LoadedCentre:
    """Return the help centre that a `mkdocs.yml` describes.

    Args:
        config: Path of `mkdocs.yml`.
        load_all: Takes the place of `load_articles`; for those who remember what it returned.

    Raises:
        ConfigurationError: There is no readable `mkdocs.yml`.
    """
    findings = Findings()
    settings = load_settings(config, findings)
    root = config.parent
    content = root / settings.content_dir
    files = _list_content(content, settings, findings)
    by_path = {file.path: file for file in files}
    languages, has_folders = _languages(settings, files, findings)
    report_other_names(files, settings, findings)
    assets = assets_of(files)
    report_unknown_files(settings, assets, findings)
    articles = _articles(files, settings, languages, has_folders, findings, load_all)
    source_language = _source_language(settings, languages, findings)
    articles = _with_keys(articles, source_language, findings)
    readable = {article.file.path.removeprefix(f"{settings.content_dir}/") for article in articles}
    data = _DataFiles(by_path, settings, findings)
    topics_tree = data.tree("topics.yml")
    coverage_tree = data.tree("coverage.yml")
    notice_tree = data.tree("notice.yml")
    report_misnamed(by_path, settings.content_dir, findings)
    channels_tree = data.tree("channels.yml")
    channels_file = data.found.get("channels.yml")
    if "channels.yml" not in by_path:
        findings.report(
            "no-channels-file",
            SourceFile(f"{settings.content_dir}/channels.yml", "").start(),
            "the help centre has no contact channels: customers cannot reach anybody",
            help=f"create {settings.content_dir}/channels.yml with at least one channel, "
            "for example an e-mail address",
        )
    contact = load_channels(channels_file, channels_tree, findings) if channels_file else NO_CONTACT
    holidays = contact.organisation.holidays
    if holidays.calendar is not None:
        lock = data.file(LOCK_FILE)
        if lock is not None or LOCK_FILE not in by_path:
            holidays = with_frozen_days(holidays, holidays.calendar, lock, findings)
            organisation = replace(contact.organisation, holidays=holidays)
            contact = replace(contact, organisation=organisation)
    topics = load_topics(topics_tree, articles, findings)
    unreadable = frozenset(
        path for path in by_path if path.endswith(".md") and path not in readable
    )
    keys = _names(articles)
    around = Surroundings(
        articles=keys,
        topics=topics,
        unreadable=unreadable,
        source_language=source_language,
        timezone=contact.organisation.timezone,
    )
    centre = HelpCentre(
        settings=settings,
        languages=languages,
        source_language=source_language,
        has_language_folders=has_folders,
        contact=contact,
        topics=topics,
        requests=load_requests(topics_tree, keys, unreadable, findings),
        articles=articles,
        by_path={
            article.file.path.removeprefix(f"{settings.content_dir}/"): article
            for article in articles
        },
        unreadable=unreadable,
        named_unread=frozenset().union(*(names_in(by_path[path].file) for path in unreadable)),
        translations=_translations(articles),
        coverage=load_coverage(data.found.get("coverage.yml"), coverage_tree, findings),
        notices=load_notices(notice_tree, around, findings),
        lexicons={
            language.tag: load_lexicon(tree, findings)
            for language in languages
            if (tree := data.tree(f"lexicon/{language.tag}.yml")) is not None
        },
        queries={
            language.tag: load_queries(tree, findings)
            for language in languages
            if (tree := data.tree(f"queries/{language.tag}.yml")) is not None
        },
        data_files=data.found,
        keys=keys,
        ignores=_ignores(articles, data.found.values()),
        baseline=load_baseline(root, findings),
        assets=assets,
        changed={
            f"{settings.content_dir}/{path}": day for path, day in days_of_change(content).items()
        },
        evidence=load_evidence(root / settings.evidence_file, settings.evidence_file, findings),
    )
    return LoadedCentre(centre, tuple(findings), root)


def _list_content(content: Path, settings: Settings, findings: Findings) -> tuple[FoundFile, ...]:
    if not content.is_dir():
        findings.report(
            "unreadable-file",
            settings.place("docs_dir"),
            f"there is no folder “{settings.content_dir}”",
            help="create it, or set docs_dir in mkdocs.yml",
        )
        return ()
    return list_files(content, settings.content_dir, findings)


def _languages(
    settings: Settings, files: tuple[FoundFile, ...], findings: Findings
) -> tuple[tuple[Language, ...], bool]:
    """Return the site's languages, and whether each has a folder of its own."""
    folders = {
        file.path.partition("/")[0]
        for file in files
        if file.path.endswith(".md") and "/" in file.path
    }
    shipped = shipped_tags()
    if settings.language_tags:
        found: list[Language] = []
        for text in settings.language_tags:
            if text.value not in shipped:
                findings.report(
                    "unknown-language",
                    text.span,
                    f"hcgen has no interface strings for “{text.value}”",
                    help=nearest(text.value, shipped),
                )
            elif text.value not in (language.tag for language in found):
                found.append(load_language(text.value))
        if found:
            return tuple(found), any(language.tag in folders for language in found)
    tags = sorted(folders & set(shipped), key=lambda tag: (tag != settings.source_language, tag))
    if tags:
        return tuple(load_language(tag) for tag in tags), True
    tag = settings.source_language if settings.source_language in shipped else "en"
    return (load_language(tag),), False


def _source_language(
    settings: Settings, languages: tuple[Language, ...], findings: Findings
) -> str:
    tags = tuple(language.tag for language in languages)
    if settings.source_language in tags or not settings.source_language:
        return settings.source_language or tags[0]
    findings.report(
        "unknown-language",
        settings.place("hcgen.source_language", "theme.language"),
        f"the source language “{settings.source_language}” is not a language of the site",
        help=nearest(settings.source_language, tags),
    )
    return tags[0]


def _articles(
    files: tuple[FoundFile, ...],
    settings: Settings,
    languages: tuple[Language, ...],
    has_folders: bool,
    findings: Findings,
    load_all: LoadsArticles,
) -> tuple[Article, ...]:
    tags = {language.tag for language in languages}
    found: list[ArticleSource] = []
    for file in files:
        if not file.path.endswith(".md"):
            continue
        language, _, path = file.path.partition("/")
        if not has_folders:
            language, path = languages[0].tag, file.path
        elif language not in tags or not path:
            _report_outside(file, settings, findings)
            continue
        shown = f"{settings.content_dir}/{file.path}"
        source = read_text_file(file.place, shown, findings, limit_bytes=LARGEST_ARTICLE_BYTES)
        if source is None:
            continue
        if not source.text.strip():
            findings.report(
                "empty-article",
                source.start(),
                f"“{shown}” is empty",
                help="write the article, or delete the file",
            )
            continue
        found.append(ArticleSource(source, language, path))
    return tuple(load_all(found, findings))


def _report_outside(file: FoundFile, settings: Settings, findings: Findings) -> None:
    shown = f"{settings.content_dir}/{file.path}"
    findings.report(
        "article-outside-languages",
        SourceFile(shown, "").start(),
        f"“{shown}” lies in no language's folder and is not published",
        help="move it below one of the language folders, or add its language to mkdocs.yml",
    )


def _with_keys(
    articles: tuple[Article, ...], source_language: str, findings: Findings
) -> tuple[Article, ...]:
    """Give every article its key; a second claim to one key in one language keeps its own path."""
    tags = sorted(
        {article.language for article in articles}, key=lambda tag: (tag != source_language, tag)
    )
    keys = keys_by_path(articles, tuple(tags))
    claimed: dict[tuple[str, str], Article] = {}
    result: list[Article] = []
    for article in articles:
        if article.role in (Role.TOPIC_INTRODUCTION, Role.HOME_INTRODUCTION):
            result.append(article)
            continue
        key = article.id.value if article.id else keys.get(article.path, article.path)
        first = claimed.setdefault((article.language, key), article)
        if first is not article:
            place = article.id.span if article.id else article.place
            findings.report(
                "duplicate-article-id",
                place,
                f"“{first.file.path}” has the id “{key}” too",
                help="give each article of a language an id of its own",
            )
            key = f"{key}#{article.path}"
        result.append(article.with_key(key))
    return tuple(result)


def _ignores(
    articles: Iterable[Article], data_files: Iterable[SourceFile]
) -> tuple[IgnoreComment, ...]:
    found: list[IgnoreComment] = []
    for article in articles:
        found += ignore_comments(article.file, body_start=article.front_matter_end)
    for file in data_files:
        found += ignore_comments(file, body_start=None)
    return tuple(found)


def _names(articles: tuple[Article, ...]) -> Mapping[str, str]:
    """Return what data files may call an article -> its key: each path, and the key itself."""
    shown = [article for article in articles if article.role in (Role.ARTICLE, Role.PAGE)]
    return {article.path: article.key for article in shown} | {
        article.key: article.key for article in shown
    }


def _translations(articles: Iterable[Article]) -> Mapping[str, Mapping[str, Article]]:
    translations: dict[str, dict[str, Article]] = {}
    for article in articles:
        if article.role in (Role.ARTICLE, Role.PAGE):
            translations.setdefault(article.key, {})[article.language] = article
    return translations


class _DataFiles:
    """Reads the files that say something to hcgen.

    Attributes:
        found: Path below the content folder, or `mkdocs.yml` -> file, of those that were read.
    """

    def __init__(
        self, by_path: Mapping[str, FoundFile], settings: Settings, findings: Findings
    ) -> None:
        self.found = {"mkdocs.yml": settings.file}
        self._by_path = by_path
        self._folder = settings.content_dir
        self._findings = findings

    def tree(self, path: str) -> YamlNode | None:
        """Return what a YAML file holds; None where there is nothing to be had."""
        file = self.file(path)
        return None if file is None else parse_yaml(file, self._findings)

    def file(self, path: str) -> SourceFile | None:
        """Return a file; None where there is none, or none that can be read."""
        found = self._by_path.get(path)
        if found is None:
            return None
        file = read_text_file(
            found.place, f"{self._folder}/{path}", self._findings, limit_bytes=LARGEST_YAML_BYTES
        )
        if file is not None:
            self.found[path] = file
        return file
