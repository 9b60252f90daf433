"""Indonesian: the words of the site vote on the roots."""

from collections.abc import Mapping

from hcgen.search.analyzers._malay_affixes import UNSEEN, voted_roots
from hcgen.search.analyzers.analyzer import Analyzer
from hcgen.search.pieces import piece_form, segment

# words that end or begin like an affix, and have none
_WHOLE = frozenset(
    "adalah alah akan anda antara apakah bahkan beberapa beranda berapa beri berikut berita bukan "
    "dalam dan dengan depan dewan di diri domain hampir harian hari halaman ikan ini jalan jika "
    "jumlah kami kanan kasih kata keluarga kemudian kepada ketika kiri kalah kalian kamu kuliah "
    "lain lalu langkah laman lelah majalah makan malah maka masalah masing masih memang mereka "
    "meski mesin mulai nilai olah pada paling panduan pekan penting perangkat pernah pertama perlu "
    "pesan pihak pilihan polisi saat salah sandi sekali sekarang sekolah selalu selesai seluruh "
    "semua seperti setelah serta sistem situs skala tahun tangan telah tentang terima tersebut "
    "teman terjadi teknologi tinggi tidak wajah "
    "warna kunci resmi informasi aplikasi koneksi lokasi "
    "versi sesi opsi aksi funksi fungsi komunikasi konfigurasi organisasi registrasi verifikasi "
    "notifikasi instalasi validasi transaksi promosi materi energi galeri baterai memori kategori "
    "kembali bagian ketentuan".split()
)
_ROOTS: Mapping[str, str] = {
    "pesanan": "pesan",
    "panduan": "pandu",
    "pilihan": "pilih",
    "memiliki": "milik",
    "pemilik": "milik",
    "dimiliki": "milik",
    "kepemilikan": "milik",
    "belajar": "ajar",
    "pelajaran": "ajar",
    "mempelajari": "ajar",
    "bekerja": "kerja",
    "pekerjaan": "kerja",
    "bagian": "bagi",
    "ketentuan": "tentu",
    "kesalahan": "salah",
    "menjadi": "jadi",
    "terjadi": "jadi",
    "perangkat": "perangkat",
    "harian": "hari",
}


def stems(vocabulary: Mapping[str, int]) -> Mapping[str, str]:
    """Return surface form -> root."""
    return voted_roots(vocabulary, _WHOLE, _ROOTS)


ANALYZER = Analyzer("indonesian", segment, piece_form, stems, UNSEEN)
