"""Words of one family are found by each other, and no others are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcgen.search.analyzers import analyzer_names, load_analyzer

FAMILIES = {
    "indonesian": [
        "kirim mengirim mengirimkan dikirim dikirimkan pengiriman pengirim kiriman terkirim",
        "pesan memesan pesanan dipesan pemesanan pesananmu pesanannya",
        "bayar membayar dibayar pembayaran bayarkan terbayar",
        "ubah mengubah diubah perubahan mengubahnya ubahlah",
        "atur mengatur diatur pengaturan peraturan aturan",
        "masuk memasukkan dimasukkan masukan masukkan",
        "unggah mengunggah diunggah pengunggahan unggahan",
        "unduh mengunduh diunduh unduhan pengunduhan",
        "hapus menghapus dihapus penghapusan terhapus",
        "tulis menulis ditulis penulis tulisan tertulis",
        "pilih memilih dipilih pilihan pilihlah",
        "milik memiliki dimiliki pemilik kepemilikan",
        "pakai memakai dipakai pemakai pemakaian",
        "guna menggunakan digunakan pengguna penggunaan gunakan",
        "ganti mengganti diganti penggantian pengganti gantikan",
        "daftar mendaftar terdaftar pendaftaran daftarkan",
        "panjang memperpanjang diperpanjang perpanjangan",
        "simpan menyimpan disimpan penyimpanan tersimpan simpanlah",
        "hubung menghubungi hubungi dihubungi hubungkan menghubungkan",
        "tagih menagih tagihan ditagih penagihan",
        "baru memperbarui diperbarui pembaruan terbaru",
        "pulih memulihkan dipulihkan pemulihan pulihkan",
        "aman keamanan mengamankan",
        "gagal kegagalan",
        "rusak kerusakan",
    ],
    "malay": [
        "hantar menghantar dihantar penghantaran hantarkan",
        "bayar membayar dibayar pembayaran bayaran",
        "tukar menukar ditukar penukaran tukarkan",
        "tetap menetapkan ditetapkan tetapan",
        "guna menggunakan digunakan pengguna penggunaan gunakan",
        "padam memadam dipadam pemadaman padamkan",
        "simpan menyimpan disimpan penyimpanan simpanan",
        "hubung menghubungi hubungi dihubungi",
        "daftar mendaftar didaftarkan pendaftaran",
        "tulis menulis ditulis tulisan penulis",
        "pilih memilih dipilih pilihan",
        "aktif mengaktifkan diaktifkan pengaktifan aktifkan",
        "selamat keselamatan menyelamatkan",
    ],
    "english": [
        "password passwords",
        "pay paid pays paying",
        "reset resets resetting",
        "domain domains",
    ],
    "german": ["passwort passworts", "rechnung rechnungen", "domain domains"],
    "french": ["facture factures", "paiement paiements"],
    "spanish": ["factura facturas", "dominio dominios"],
    "arabic": ["فاتورة الفاتورة"],
}
STRANGERS = {
    "indonesian": [
        "masalah masa", "sekolah seko", "beranda anda", "ganti gigi", "kembali bal", "pesan san",
        "jalan jala", "halaman hala", "besar saran", "kunci sunci", "akun kun", "berita ita",
        "seperti perti", "sandi sand", "situs si", "hati sehat",
    ],
    "malay": ["masalah masa", "halaman hala", "sekolah seko", "kembali bal", "tetapi tetap"],
    "english": ["news new", "setting set", "universe university", "windows window"],
}  # fmt: skip


def vocabulary_of(lines: list[str]) -> dict[str, int]:
    return {word: 1 for line in lines for word in line.split()}


@pytest.mark.parametrize(
    ("name", "family"),
    [(name, family) for name, families in FAMILIES.items() for family in families],
)
def test_a_family_has_one_term(name: str, family: str) -> None:
    analyzer = load_analyzer(name)
    words = [analyzer.normalize(word) for word in family.split()]
    everything = {analyzer.normalize(word): 1 for word in vocabulary_of(FAMILIES[name])}
    stems = analyzer.stems(everything)
    assert {stems.get(word, word) for word in words} == {stems.get(words[0], words[0])}


@pytest.mark.parametrize(
    ("name", "pair"), [(name, pair) for name, pairs in STRANGERS.items() for pair in pairs]
)
def test_strangers_have_terms_of_their_own(name: str, pair: str) -> None:
    one, other = pair.split()
    words = {**vocabulary_of(FAMILIES[name]), **vocabulary_of(STRANGERS[name])}
    stems = load_analyzer(name).stems(words)
    assert stems.get(one, one) != stems.get(other, other)


@pytest.mark.parametrize("name", analyzer_names())
@settings(deadline=None)
@given(words=st.lists(st.text(max_size=12), max_size=30))
def test_a_term_stands_for_itself(name: str, words: list[str]) -> None:
    analyzer = load_analyzer(name)
    forms = {form: 1 for word in words for form in analyzer.words(word)}
    stems = analyzer.stems(forms)
    assert all(stems.values())
    assert all(stems.get(term, term) == term for term in stems.values())
    assert analyzer.stems(dict(reversed(forms.items()))) == stems
