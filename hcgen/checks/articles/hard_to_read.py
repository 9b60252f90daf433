"""ART017: articles whose sentences and words are too long for most customers."""

from collections.abc import Iterator

from hcgen.checks.articles._readability import MEASURES, lengths_of
from hcgen.checks.context import ArticleContext
from hcgen.checks.words import prose_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

_HARD = (
    "Prior to initiating reimbursement procedures, subscribers are required to demonstrate that "
    "the corresponding transaction was completed successfully, notwithstanding circumstances "
    "which subsequently necessitated cancellation. "
)
_EASY = (
    "You get your money back if you cancel within thirty days. Open the panel, choose the order "
    "and press the button at the end of the page. We send the amount to the card you paid with. "
)
_SULIT = (
    "Sebelum mengajukan permohonan pengembalian pembayaran, pelanggan berkewajiban membuktikan "
    "bahwa transaksi bersangkutan terselesaikan sebagaimana dipersyaratkan dalam perjanjian "
    "berlangganan yang ditandatangani kedua belah pihak sesuai ketentuan perundang-undangan. "
)
_MUDAH = (
    "Uang Anda kembali jika pesanan dibatalkan dalam tiga puluh hari. Buka panel, pilih pesanan, "
    "lalu tekan tombol di bagian bawah halaman. Kami mengirimkannya ke kartu yang Anda pakai. "
)

RULE = Rule(
    code="ART017",
    name="hard-to-read",
    severity=Severity.NOTE,
    stage=Stage.ARTICLE,
    summary="The sentences and words of an article are long.",
    why="People in trouble read fast and badly; long sentences make them give up and write to you.",
    fix="Make two sentences of one, take out what nobody needs to know, use everyday words.",
    since="0.1.0",
    bad=(
        Example({"content/en/billing/pay.md": f"---\ntitle: ⟦Pay⟧\n---\n{_HARD * 5}\n"}),
        Example({"content/id/billing/pay.md": f"---\ntitle: ⟦Bayar⟧\n---\n{_SULIT * 5}\n"}),
    ),
    good=(
        Example({"content/en/billing/pay.md": f"---\ntitle: Pay\n---\n{_EASY * 5}\n"}),
        Example({"content/id/billing/pay.md": f"---\ntitle: Bayar\n---\n{_MUDAH * 5}\n"}),
        # too short to be judged
        Example({"content/en/billing/pay.md": f"---\ntitle: Pay\n---\n{_HARD}\n"}),
    ),
)

FEWEST_WORDS = 100
LONG_SENTENCE = 15
_SHORTER = "make two sentences of each long one, and use everyday words"
_EVERYDAY = "use everyday words, and say what those mean that you cannot do without"


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Measure the prose by the formula of its language."""
    readability = context.language.norms.readability
    if readability is None or context.article.is_draft:
        return
    lengths = lengths_of(prose_of(context.blocks))
    if lengths.words < FEWEST_WORDS:
        return
    if MEASURES[readability.measure](lengths) <= readability.limit:
        return
    if readability.measure == "lix":
        words = f"{lengths.long_words:.0%} of the words have more than six letters"
    else:
        words = f"words have {lengths.syllables:.1f} syllables"
    yield Diagnostic(
        RULE,
        context.article.place,
        f"this text is hard to read: sentences have {lengths.sentence:.0f} words on average, "
        f"and {words}",
        help=_SHORTER if lengths.sentence > LONG_SENTENCE else _EVERYDAY,
    )
