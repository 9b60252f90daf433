"""The search indexes of a help centre and what comes from them, made when they are asked for."""

from collections.abc import Mapping
from functools import cache

from hcgen.model.addresses import Addresses
from hcgen.pipeline.index_memory import IndexMemory
from hcgen.pipeline.indexing import Indexer
from hcgen.pipeline.rendering import Rendered
from hcgen.search import SearchIndex, SearchReader, Similar, SimilarArticles


class Indexes:
    """Gives the index of each language; each step is done once, however many ask."""

    def __init__(
        self, rendered: Rendered, addresses: Addresses, *, memory: IndexMemory | None = None
    ) -> None:
        """Do nothing yet.

        Args:
            addresses: Of the articles that can be found: those of customers, or of a preview.
            memory: What is kept from one help centre to the next; changed when an index is made.
        """
        self.addresses = addresses
        self._centre = rendered.centre
        self._indexer = cache(lambda: Indexer(rendered, addresses, memory=memory))
        # functions of this object, not of the class: an old help centre goes when it is replaced
        self.index_of = cache(self._index_of)
        self.files_of = cache(self._files_of)
        self.reader_of = cache(self._reader_of)
        self.similar_of = cache(self._similar_of)
        self._articles_of = cache(lambda tag: SimilarArticles(self.index_of(tag)))

    def _index_of(self, tag: str) -> SearchIndex:
        return self._indexer().index_of(self._centre.language(tag))

    def _files_of(self, tag: str) -> Mapping[str, bytes]:
        """Return path below the site's root -> bytes."""
        return self._indexer().files_of(self._centre.language(tag), self.index_of(tag))

    def _reader_of(self, tag: str) -> SearchReader:
        return SearchReader(tag, self.files_of(tag).__getitem__)

    def _similar_of(self, tag: str, key: str) -> tuple[Similar, ...]:
        return self._articles_of(tag).of(key)
