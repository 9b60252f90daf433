"""Malay: the words of the site vote on the roots, as in Indonesian."""

from collections.abc import Mapping

from hcgen.search.analyzers._malay_affixes import UNSEEN, voted_roots
from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, segment

# words that end or begin like an affix, and have none
_WHOLE = frozenset(
    "adalah akan anda antara apabila bahagian bahkan beberapa berapa beri berikut berita boleh "
    "bukan "
    "butang dalam dan dengan depan di diri domain hampir halaman hari ialah ikan ini jalan jika "
    "jumlah kami kanan kata keluarga kemudian kepada ketika kiri kalah kamu kerana kod kunci lain "
    "laman lalu langkah lelah majalah makan malah maka masalah masih mereka mesej mesin mula muka "
    "nama nilai nombor olah pada paling panduan pautan pejabat pekan penting peranti "
    "peringatan "
    "pernah pertama perlu pihak polisi resit rangkaian sahaja saat salah sandi satu sekali "
    "sekarang "
    "sekolah selalu selepas selesai seluruh semua senarai seperti serta sila sistem situs skrin "
    "susulan tahun tangan tapi telah telefon tentang terima tersebut tetapan tetapi tidak tinggi "
    "wajah warna wang aplikasi sesi versi opsyen aksi fungsi komunikasi konfigurasi organisasi "
    "pengesahan notifikasi transaksi promosi energi galeri bateri memori kategori kembali "
    "syarikat emel emelnya bil ralat".split()
)
_ROOTS: Mapping[str, str] = {
    "tetapan": "tetap",
    "menetapkan": "tetap",
    "pautan": "paut",
    "pesanan": "pesan",
    "panduan": "pandu",
    "peringatan": "ingat",
    "rangkaian": "rangkai",
    "memiliki": "milik",
    "pemilik": "milik",
    "dimiliki": "milik",
    "belajar": "ajar",
    "pelajaran": "ajar",
    "mempelajari": "ajar",
    "bekerja": "kerja",
    "pekerjaan": "kerja",
    "bahagian": "bahagi",
    "kesalahan": "salah",
    "menjadi": "jadi",
    "terjadi": "jadi",
}


def stems(vocabulary: Mapping[str, int]) -> Mapping[str, str]:
    """Return surface form -> root."""
    return voted_roots(vocabulary, _WHOLE, _ROOTS)


ANALYZER = Analyzer("malay", segment, piece_form, stems, UNSEEN)
