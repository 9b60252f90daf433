"""Which column of a log holds what: by the names that analytics and help desks give them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hcgen.model.folding import folded

# as exported by Search Console, Google Analytics, Matomo, Plausible, Algolia, Zendesk, Freshdesk
# and Intercom, in the languages in which their people use them
_NAMES = {
    "query": "query|queries|top queries|search|search term|search terms|search query|search string"
    "|search keyword|search phrase|searched for|site search keyword|internal search term|term"
    "|terms|keyword|keywords|phrase|q|text|kueri|kueri teratas|kata kunci|kata kunci pencarian"
    "|istilah|istilah pencarian|istilah penelusuran|pencarian|penelusuran|yang dicari"
    "|kata carian|istilah carian|carian|pertanyaan|pertanyaan teratas|kata kunci carian"
    "|suchbegriff|suchanfrage|haufigste suchanfragen|suchwort|requete|requetes"
    "|requetes les plus frequentes|terme de recherche|consulta|consultas|consultas principales"
    "|termino de busqueda|palabra clave|termo de pesquisa|principais consultas|palavra chave"
    "|tu khoa|搜索词|查询|关键词|検索語句|検索キーワード|クエリ|검색어|คำค้นหา|คำค้น"
    "|عبارة البحث|खोज शब्द",
    "count": "count|counts|searches|total searches|number of searches|total unique searches"
    "|unique searches|event count|impressions|frequency|times|total|volume|visits|pageviews"
    "|nb hits|nb visits|tracked searches|jumlah|jumlah pencarian|banyaknya|frekuensi|tayangan"
    "|bilangan|bilangan carian|kekerapan|tera|anzahl|haufigkeit|impressionen|nombre"
    "|nombre de recherches"
    "|cantidad|numero|impresiones|impressoes|quantidade|so lan|次数|搜索次数|検索回数|回数|횟수"
    "|จำนวน|عدد|संख्या",
    "results": "results|result|result count|results count|number of results|num results|nbhits"
    "|hits|matches|results found|hasil|jumlah hasil|banyak hasil|keputusan|bilangan hasil"
    "|bilangan keputusan|hasil carian|ergebnisse|treffer|anzahl ergebnisse|resultats"
    "|nombre de resultats|resultados|numero de resultados|ket qua|结果数|結果数|결과 수|จำนวนผลลัพธ์"
    "|عدد النتائج",
    "clicked": "clicked|clicked url|clicked result|clicked results|clicked article|result clicked"
    "|results clicked|url|page|page path|landing page|destination|destination page|article"
    "|article id|article url|top clicked article|link|halaman|artikel|artikel diklik|hasil diklik"
    "|yang diklik|tautan|laman|halaman destinasi|artikel diklik|pautan|seite|zielseite"
    "|angeklickt|lien|page de destination|pagina|enlace|trang|页面|点击|ページ|페이지|หน้า|الصفحة",
}
_NOT_IN_NAMES = re.compile(r"[\W_]+")


def _name(text: str) -> str:
    return _NOT_IN_NAMES.sub(" ", folded(text)).strip()


_KNOWN = {
    _name(name): column for column, names in _NAMES.items() for name in reversed(names.split("|"))
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers of columns; None: the log does not have it.

    Attributes:
        count: How often it was typed; without it each row is one search.
        results: How many results were shown.
        clicked: Address, path or id of the article that was opened.
    """

    query: int
    count: int | None = None
    results: int | None = None
    clicked: int | None = None


def columns_of(row: Sequence[str]) -> Columns | None:
    """Return what the columns hold whose names are in this row; None for a row without names."""
    found: dict[str, int] = {}
    for number, cell in enumerate(row):
        column = _KNOWN.get(_name(cell))
        if column is not None:
            found.setdefault(column, number)
    if "query" not in found:
        return None
    return Columns(found["query"], *(found.get(key) for key in ("count", "results", "clicked")))


def columns_without_names(row: Sequence[str]) -> Columns | None:
    """Return what the columns of a log without names hold, by what stands in its first row."""
    texts = [number for number, cell in enumerate(row) if any(map(str.isalpha, cell))]
    numbers = [number for number, cell in enumerate(row) if cell.strip().isdecimal()]
    if not texts:
        return None
    clicked = next((number for number in texts[1:] if "/" in row[number]), None)
    return Columns(
        texts[0],
        numbers[0] if numbers else None,
        numbers[1] if len(numbers) > 1 else None,
        clicked,
    )
