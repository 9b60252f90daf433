"""Arabic words of help centres meet, however they are joined and written, and others do not."""

from pathlib import Path

import pytest

from hcgen.search.analyzers import load_analyzer
from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_text
from tests.search.analyzers.terms import terms_of
from tests.search.asking import ask_client, reader_of

TOGETHER = """
فاتورة الفاتورة فواتير الفواتير فاتورتك وفاتورتي بالفاتورة للفاتورة
حساب الحساب حسابك حسابي حسابات الحسابات لحسابك بحسابك والحساب حسابكم
كلمة الكلمة كلمات الكلمات كلمتك
طلب الطلب طلبات طلبك طلبي الطلبات وطلب
إعادة الإعادة لإعادة وإعادة
مستخدم المستخدم المستخدمين المستخدمون للمستخدمين
إلغاء الإلغاء لإلغاء وإلغاء
رسالة رسائل الرسائل رسالتك
رقم أرقام الأرقام
اشتراك الاشتراك اشتراكك الاشتراكات
شحنة شحنات الشحنة
بريد البريد بريدك
مشكلة المشكلة مشاكل مشكلات
تسجيل التسجيل لتسجيل
هاتف الهاتف هاتفك الهواتف
يدوي يدويًا يدوية
إلكتروني الإلكتروني إلكترونية الإلكترونية
بطاقة البطاقة بطاقتك بطاقات بالبطاقة
خدمة الخدمة خدمات خدماتنا للخدمات
تخزين التخزين للتخزين
عميل العميل عملاء العملاء عملائنا
موقع الموقع مواقع موقعك
نطاق النطاق نطاقات نطاقك
منتج المنتج المنتجات منتجات
دفعة الدفعة دفعات
سعر الأسعار أسعارنا
وصفة الوصفة
إلصاق الصاق
تخزين التخزين
""".split("\n")[1:-1]
APART = (
    """
عمل عملة|مكتب مكتبة|بطاقة طاقة|وجهة جهة|والدين دين|وسائل سائل|على عالية|بريد ريد|لوحة وحة|إلغاء غاء
التزام تزام|الوان وان|بنك بن|عنوان عنو|تأمين تأم|بيان بي|حساب حاسوب|طلب طالب|شحن شاحنة|رسالة مرسل
دفع دافع|خدمة خادم|اشتراك شركة|سعر سعادة|موقع وقع|وصفة صفة|تعيين تعي
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
WAYS_TO_WRITE = [
    ("إعادة", "اعادة"), ("إعادة", "إعاده"), ("إعادة", "اعاده"), ("إلغاء", "الغاء"),
    ("أرقام", "ارقام"), ("آلية", "الية"), ("مستوى", "مستوي"), ("شخصي", "شخصى"), ("إلى", "الي"),
    ("فاتورة", "فاتوره"), ("الإعدادات", "الاعدادات"), ("يدويًا", "يدويا"), ("أيّة", "اية"),
    ("حســاب", "حساب"), ("کلمة", "كلمة"), ("رقمی", "رقمي"), ("خطأ", "خطا"),
]  # fmt: skip


@pytest.mark.parametrize("family", TOGETHER)
def test_words_of_one_family_meet(family: str) -> None:
    terms = terms_of("arabic", " ".join([*TOGETHER, *APART]).split())
    assert len({terms[word] for word in family.split()}) == 1, terms


@pytest.mark.parametrize("pair", APART)
def test_words_that_only_look_alike_stay_apart(pair: str) -> None:
    terms = terms_of("arabic", " ".join([*TOGETHER, *APART]).split())
    one, other = pair.split()
    assert terms[one] != terms[other]


@pytest.mark.parametrize(("written", "typed"), WAYS_TO_WRITE)
def test_a_word_is_known_in_every_way_in_which_readers_write_it(written: str, typed: str) -> None:
    analyzer = load_analyzer("arabic")
    (form,), (other,) = analyzer.words(written), analyzer.words(typed)
    assert form != other
    stems = analyzer.stems({form: 1})
    assert stems.get(other, other) == stems.get(form, form)


@pytest.mark.parametrize(
    ("word", "site"),
    [("فاتورة", "الفاتورة"), ("فاتورتك", "فاتورة"), ("الاشتراكات", "اشتراك"), ("إلغاء", "الغاء")],
)
def test_a_form_that_no_article_has_leads_to_one_of_the_site(word: str, site: str) -> None:
    analyzer = load_analyzer("arabic")
    forms = {
        f"{each.start}{word.removeprefix(each.prefix).removesuffix(each.suffix)}{each.end}"
        for each in analyzer.affixes
        if word.startswith(each.prefix) and word.endswith(each.suffix)
    }
    known = analyzer.stems({site: 1})
    assert forms & {site, *known}


def test_python_and_the_browser_find_an_article_by_every_way_to_write_its_words(
    tmp_path: Path,
) -> None:
    article = "---\ntitle: إعادة تعيين كلمة المرور\n---\nاضغط على رابط الإلغاء يدويًا.\n"
    config = CLEAN_CENTRE["mkdocs.yml"].replace("languages: [en", "languages: [ar, en")
    files = CLEAN_CENTRE | {"mkdocs.yml": config, "content/ar/billing/reset.md": article}
    build_text(tmp_path, files)
    queries = ["اعاده تعيين", "إعادة", "كلمه المرور", "الغاء", "يدويا", "كلمتك", "للإلغاء"]
    answers = ask_client(tmp_path / "site", "ar", queries)
    reader = reader_of(tmp_path / "site", "ar")
    for query, answer in zip(queries, answers, strict=True):
        found = reader.search(query)
        assert [result.id for result in found][:1] == ["billing/reset"], query
        assert [each["score"] for each in answer["results"]] == [each.score for each in found]
