"""Figures are found in the words of five languages, with what they count and how they are qualified."""

import pytest

from events.programme.choices import Qualifier
from events.programme.figure_reading import Figure, read_figures

EXACTLY, ABOUT, MORE_THAN = Qualifier.EXACTLY, Qualifier.ABOUT, Qualifier.MORE_THAN


def read(text, language):
    return [(each.subject, *each.figures) for each in read_figures(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "subject", "qualifier", "value"),
    [
        ("en", "150 killed", "killed", EXACTLY, 150),
        ("en", "744 severely wounded", "wounded", EXACTLY, 744),
        ("en", "more than 700 wounded", "wounded", MORE_THAN, 700),
        ("en", "At least 4 are missing", "missing", Qualifier.AT_LEAST, 4),
        ("en", "They killed 150 people.", "killed", EXACTLY, 150),
        ("en", "about 300.000 deported", "deported", ABOUT, 300_000),
        ("en", "about 300,000 people were deported", "deported", ABOUT, 300_000),
        ("en", "about 300 000 deported", "deported", ABOUT, 300_000),
        ("en", "3,00,000 people were deported", "deported", EXACTLY, 300_000),
        ("en", "250 thousand people were expelled", "deported", EXACTLY, 250_000),
        ("en", "In the night of 19 to 20 January 1990, 150 people were killed.", "killed", EXACTLY, 150),
        ("en", "150 people, among them women and children, were killed", "killed", EXACTLY, 150),
        ("az", "147 nəfər həlak olub.", "killed", EXACTLY, 147),
        ("az", "147 şəhidin xatirəsinə", "killed", EXACTLY, 147),
        ("az", "700-dən çox insan yaralanıb.", "wounded", MORE_THAN, 700),
        ("az", "1990-cı il yanvarın 19-dan 20-nə keçən gecə 150 nəfər həlak olub.", "killed", EXACTLY, 150),
        ("az", "250 min nəfər deportasiya edilib", "deported", EXACTLY, 250_000),
        ("ru", "убито 147", "killed", EXACTLY, 147),
        ("ru", "В ночь с 19 на 20 января 1990 года погибли 150 человек.", "killed", EXACTLY, 150),
        ("ru", "Более 700 человек получили ранения.", "wounded", MORE_THAN, 700),
        ("ru", "изгнано около 300 тысяч человек", "deported", ABOUT, 300_000),
        ("tr", "147 kişi hayatını kaybetti.", "killed", EXACTLY, 147),
        ("tr", "20 Ocak 1990'da 700'den fazla kişi yaralandı", "wounded", MORE_THAN, 700),
        ("tr", "yaklaşık 300.000 kişi sürgün edildi", "deported", ABOUT, 300_000),
        ("ur", "19 اور 20 جنوری 1990 کی درمیانی شب 150 افراد شہید ہوئے۔", "killed", EXACTLY, 150),
        ("ur", "۱۴۷ افراد شہید ہوئے", "killed", EXACTLY, 147),
        ("ur", "700 سے زائد افراد زخمی ہوئے", "wounded", MORE_THAN, 700),
        ("ur", "3 لاکھ افراد بے گھر ہوئے", "deported", EXACTLY, 300_000),
        ("en", "One hundred and forty-seven killed", "killed", EXACTLY, 147),
        ("en", "more than seven hundred wounded", "wounded", MORE_THAN, 700),
        ("en", "two hundred and fifty thousand people were expelled", "deported", EXACTLY, 250_000),
        ("en", "four are missing", "missing", EXACTLY, 4),
        ("az", "Yüz qırx yeddi nəfər həlak olub.", "killed", EXACTLY, 147),
        ("az", "yeddi yüzdən çox insan yaralanıb", "wounded", MORE_THAN, 700),
        ("az", "iki yüz əlli min nəfər deportasiya edilib", "deported", EXACTLY, 250_000),
        ("az", "üç yüz minə yaxın insan didərgin düşüb", "deported", ABOUT, 300_000),
        ("ru", "Погибли сто сорок семь человек.", "killed", EXACTLY, 147),
        ("ru", "память ста сорока семи шехидов", "killed", EXACTLY, 147),
        ("ru", "свыше семисот сорока раненых", "wounded", MORE_THAN, 740),
        ("ru", "четверо пропали без вести", "missing", EXACTLY, 4),
        ("tr", "Yüz kırk yedi kişi hayatını kaybetti.", "killed", EXACTLY, 147),
        ("tr", "yedi yüzden fazla kişi yaralandı", "wounded", MORE_THAN, 700),
        ("ur", "ایک سو سینتالیس افراد شہید ہوئے", "killed", EXACTLY, 147),
        ("ur", "سات سو سے زائد افراد زخمی ہوئے", "wounded", MORE_THAN, 700),
        ("ur", "ڈیڑھ سو نہیں، ایک سو پچاس افراد شہید ہوئے", "killed", EXACTLY, 150),
    ],
)
def test_figure_is_read_with_its_subject_and_qualifier(language, text, subject, qualifier, value):
    assert read(text, language) == [(subject, Figure(qualifier, value))]


def test_people_without_a_word_for_what_became_of_them_have_no_subject():
    assert read("147 nəfər", "az") == [("", Figure(EXACTLY, 147))]


def test_each_number_goes_to_the_nearest_subject_in_its_clause():
    text = "150 people were killed and 744 wounded; 4 are missing. Arrested: 12."

    assert read(text, "en") == [
        ("killed", Figure(EXACTLY, 150)),
        ("wounded", Figure(EXACTLY, 744)),
        ("missing", Figure(EXACTLY, 4)),
        ("arrested", Figure(EXACTLY, 12)),
    ]
    assert read("Убито 150, ранено 744.", "ru") == [
        ("killed", Figure(EXACTLY, 150)),
        ("wounded", Figure(EXACTLY, 744)),
    ]


def test_range_is_one_figure_and_two_numbers_are_two():
    assert read("131–170 killed", "en") == [("killed", Figure(Qualifier.BETWEEN, 131, 170))]
    assert read("147 or 150 people were killed", "en") == [
        ("killed", Figure(EXACTLY, 147), Figure(EXACTLY, 150))
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "33 years have passed since people were killed"),
        ("en", "On the 33rd anniversary of those killed"),
        ("en", "On 20 January people were killed"),
        ("en", "January 20, 1990: the dead"),
        ("en", "In 1990 killed"),
        ("en", "A book of 300 pages about those killed"),
        ("en", "The 44-day war and its dead"),
        ("en", "10:30 Remembering the dead"),
        ("en", "Room 12, dead languages"),
        ("en", "60 seconds for the dead"),
        ("az", "20 Yanvar şəhidləri"),
        ("az", "33-cü ildönümündə şəhidlər"),
        ("ru", "36-я годовщина, погибшие"),
        ("tr", "36. yıl dönümünde şehitler"),
        ("ur", "33ویں برسی پر شہداء"),
        ("de", "150 Tote"),
        ("en", "Twenty January martyrs"),
        ("en", "killed in nineteen ninety"),
        ("en", "one of the martyrs"),
        ("en", "several hundred killed"),
        ("en", "the forty-four-day war and its dead"),
        ("en", "the one hundred and forty-seventh victim"),
        ("az", "İyirmi Yanvar şəhidləri"),
        ("az", "bir neçə yüz nəfər həlak olub"),
        ("az", "bir şəhid"),
        ("az", "min doqquz yüz doxsanıncı ildə həlak olanlar"),
        ("ru", "семью погибших"),
        ("ru", "тысячи погибших"),
        ("ru", "тысяча девятьсот девяностого года погибшие"),
        ("tr", "Yirmi Ocak şehitleri"),
        ("tr", "yüz ellisi öldü"),
        ("ur", "بیس جنوری کے شہداء"),
        ("ur", "اسی شہداء"),
        ("ur", "انیس سو نوے کے شہداء"),
        ("ur", "کئی سو افراد شہید ہوئے"),
    ],
)
def test_days_years_lengths_and_ordinals_are_no_figures(language, text):
    assert read(text, language) == []


def test_mention_says_where_number_and_words_stand():
    text = "In Baku more than 700 people were wounded, says the report."
    (found,) = read_figures(text, "en")

    assert text[found.start : found.end] == "more than 700"
    assert text[found.start : found.close] == "more than 700 people were wounded"


def test_every_figure_of_a_text_of_the_greatest_length_is_read():
    assert read("five killed; " * 1500, "en") == [("killed", Figure(EXACTLY, 5))] * 1500
    assert read("сто " * 5000, "ru") == []
