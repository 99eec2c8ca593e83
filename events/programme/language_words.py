"""The words and patterns of the five languages; ``languages.py`` writes dates, times and lists with them."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]
# As Unicode names the letters of a script.
Script = Literal["LATIN", "CYRILLIC", "ARABIC"]

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Language:
    """What a language needs beside its texts.

    ``months`` stand inside a date, ``month_titles`` in a heading; weekdays begin with Monday. The patterns take
    ``weekday``, ``date``, ``day``, ``month``, ``year``, ``first`` and ``last``.
    """

    code: str
    native_name: str
    direction: Direction
    months: tuple[str, ...]
    month_titles: tuple[str, ...]
    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    date: str
    long_date: str
    days_of_month: str
    days_of_months: str
    days_of_years: str
    hours: tuple[str, str]
    minutes: str
    seconds: str
    conjunction: str
    comma: str = ", "
    semicolon: str = "; "
    full_stop: str = "."
    # Between two numbers, as of the days of an exhibition.
    through: str = "–"
    quotes: tuple[str, str] = ("“", "”")
    thousands: str = ","
    script: Script = "LATIN"


ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
TURKISH_MONTHS = (
    *("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran"),
    *("Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"),
)
URDU_MONTHS = (
    *("جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون"),
    *("جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"),
)
URDU_WEEKDAYS = ("پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار")

ENGLISH = Language(
    code="en",
    native_name="English",
    direction="ltr",
    months=ENGLISH_MONTHS,
    month_titles=ENGLISH_MONTHS,
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    date="{day} {month} {year}",
    long_date="{weekday}, {date}",
    days_of_month="{first}–{last} {month} {year}",
    days_of_months="{first} – {last} {year}",
    days_of_years="{first} – {last}",
    hours=("h", "h"),
    minutes="min",
    seconds="s",
    conjunction="and",
)
AZERBAIJANI = Language(
    code="az",
    native_name="Azərbaycanca",
    direction="ltr",
    months=(
        *("yanvar", "fevral", "mart", "aprel", "may", "iyun"),
        *("iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr"),
    ),
    month_titles=(
        *("Yanvar", "Fevral", "Mart", "Aprel", "May", "İyun"),
        *("İyul", "Avqust", "Sentyabr", "Oktyabr", "Noyabr", "Dekabr"),
    ),
    weekdays=("bazar ertəsi", "çərşənbə axşamı", "çərşənbə", "cümə axşamı", "cümə", "şənbə", "bazar"),
    short_weekdays=("B.e.", "Ç.a.", "Ç.", "C.a.", "C.", "Ş.", "B."),
    date="{day} {month} {year}",
    long_date="{date}, {weekday}",
    days_of_month="{first}–{last} {month} {year}",
    days_of_months="{first} – {last} {year}",
    days_of_years="{first} – {last}",
    hours=("saat", "saat"),
    minutes="dəq",
    seconds="san",
    conjunction="və",
    thousands=".",
)
RUSSIAN = Language(
    code="ru",
    native_name="Русский",
    direction="ltr",
    months=(
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    month_titles=(
        *("Январь", "Февраль", "Март", "Апрель", "Май", "Июнь"),
        *("Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь"),
    ),
    weekdays=("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    short_weekdays=("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    date="{day} {month} {year} г.",
    long_date="{weekday}, {date}",
    days_of_month="{first}–{last} {month} {year} г.",
    days_of_months="{first} – {last} {year} г.",
    days_of_years="{first} – {last}",
    hours=("ч", "ч"),
    minutes="мин",
    seconds="с",
    conjunction="и",
    quotes=("«", "»"),
    thousands=NO_BREAK_SPACE,
    script="CYRILLIC",
)
URDU = Language(
    code="ur",
    native_name="اردو",
    direction="rtl",
    months=URDU_MONTHS,
    month_titles=URDU_MONTHS,
    weekdays=URDU_WEEKDAYS,
    short_weekdays=URDU_WEEKDAYS,
    date="{day} {month}، {year}",
    long_date="{weekday}، {date}",
    # A word, since a dash between two numbers turns round where the text around it runs from left to right.
    days_of_month="{first} تا {last} {month}، {year}",
    days_of_months="{first} تا {last}، {year}",
    days_of_years="{first} تا {last}",
    hours=("گھنٹہ", "گھنٹے"),
    minutes="منٹ",
    seconds="سیکنڈ",
    conjunction="اور",
    comma="، ",
    semicolon="؛ ",
    full_stop="۔",
    through=" تا ",
    script="ARABIC",
)
TURKISH = Language(
    code="tr",
    native_name="Türkçe",
    direction="ltr",
    months=TURKISH_MONTHS,
    month_titles=TURKISH_MONTHS,
    weekdays=("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"),
    short_weekdays=("Pzt", "Sal", "Çar", "Per", "Cum", "Cmt", "Paz"),
    date="{day} {month} {year}",
    long_date="{date} {weekday}",
    days_of_month="{first}–{last} {month} {year}",
    days_of_months="{first} – {last} {year}",
    days_of_years="{first} – {last}",
    hours=("sa.", "sa."),
    minutes="dk.",
    seconds="sn.",
    conjunction="ve",
    thousands=".",
)

LANGUAGES: dict[str, Language] = {each.code: each for each in (ENGLISH, AZERBAIJANI, RUSSIAN, URDU, TURKISH)}
