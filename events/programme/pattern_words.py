"""The words of the patterns in five languages: headings, titles, notes for staff.

As in ``kind_titles.py``, M says that the wording is likely and L that it is a guess: a native protocol officer should
read those first. What stands without a letter is in the sources or beyond doubt.
"""

from events.programme.text import Text


def _text(en: str, az: str, ru: str, ur: str, tr: str) -> Text:
    return Text.of({"en": en, "az": az, "ru": ru, "ur": ur, "tr": tr})


# Headings of parts
BEFORE = _text("Before", "Başlamazdan əvvəl", "Перед началом", "آغاز سے پہلے", "Başlamadan önce")
PROGRAMME = _text("Programme", "Proqram", "Программа", "پروگرام", "Program")
CEREMONY = _text("Ceremony", "Mərasim", "Церемония", "تقریب", "Tören")
AFTER = _text("After", "Proqramdan sonra", "После программы", "اختتام کے بعد", "Programdan sonra")

# Kinds of events
SEMINAR = _text("Seminar", "Seminar", "Семинар", "سیمینار", "Seminer")
# ur, tr: M
EXHIBITION = _text(
    "Exhibition with a ceremony",
    "Mərasimlə açılan sərgi",
    "Выставка с церемонией",
    "تقریب کے ساتھ نمائش",
    "Törenle açılan sergi",
)
# ur: L
WREATH_LAYING = _text(
    "Wreath-laying", "Əklil qoyma mərasimi", "Возложение венков", "پھولوں کی چادر چڑھانا", "Çelenk sunma"
)
# az: M
FLAG_RAISING = _text(
    "Flag raising", "Bayraqqaldırma mərasimi", "Церемония поднятия флага", "پرچم کشائی", "Bayrak töreni"
)
RECEPTION = _text("Reception", "Rəsmi qəbul", "Приём", "استقبالیہ", "Resepsiyon")
ROUND_TABLE = _text("Round table", "Dəyirmi masa", "Круглый стол", "گول میز", "Yuvarlak masa")
# az, ru, ur, tr: M
FILM_EVENING = _text("Film evening", "Film axşamı", "Вечер кино", "فلم کی شام", "Film akşamı")
# az: M
VISIT = _text("Visit", "Ziyarət", "Посещение", "دورہ", "Ziyaret")
EMPTY = _text("Empty", "Boş", "Пусто", "خالی", "Boş")

# Before: for staff and at the doors. ur and tr of the set-ups: M
SET_UP_HALL = _text(
    "Flags, lectern, name cards, sound check",
    "Bayraqlar, tribuna, ad lövhələri, səs yoxlaması",
    "Флаги, трибуна, именные таблички, проверка звука",
    "پرچم، ڈائس، ناموں کی تختیاں، آواز کی جانچ",
    "Bayraklar, kürsü, isimlikler, ses denemesi",
)
SET_UP_EXHIBITION = _text(
    "Panels, book tables, labels; lectern; sound",
    "Stendlər, kitab masaları, etiketlər; tribuna; səs",
    "Стенды, столы для книг, этикетки; трибуна; звук",
    "پینل، کتابوں کی میزیں، لیبل؛ ڈائس؛ آواز",
    "Panolar, kitap masaları, etiketler; kürsü; ses",
)
SET_UP_WREATHS = _text(
    "Wreaths, stands, marked places, sound",
    "Əklillər, dayaqlar, yerlərin işarələnməsi, səs",
    "Венки, подставки, разметка мест, звук",
    "پھولوں کی چادریں، اسٹینڈ، جگہوں کے نشان، آواز",
    "Çelenkler, sehpalar, yer işaretleri, ses",
)
SET_UP_FLAG = _text(
    "Flag, halyard, marked places, sound",
    "Bayraq, bayraq ipi, yerlərin işarələnməsi, səs",
    "Флаг, фал, разметка мест, звук",
    "پرچم، ڈوری، جگہوں کے نشان، آواز",
    "Bayrak, bayrak ipi, yer işaretleri, ses",
)
SET_UP_RECEPTION = _text(
    "Receiving line, flags, tables, sound",
    "Qonaqların qarşılanma yeri, bayraqlar, masalar, səs",
    "Место встречи гостей, флаги, столы, звук",
    "مہمانوں کے استقبال کی جگہ، پرچم، میزیں، آواز",
    "Karşılama yeri, bayraklar, masalar, ses",
)
SET_UP_FILM = _text(
    "Screen, projector, subtitles, sound",
    "Ekran, proyektor, altyazılar, səs",
    "Экран, проектор, субтитры, звук",
    "اسکرین، پروجیکٹر، سب ٹائٹل، آواز",
    "Perde, projektör, altyazı, ses",
)
SET_UP_VISIT = _text(
    "Route walked, flowers, visitors’ book",
    "Marşrutun yoxlanması, güllər, rəy kitabı",
    "Проверка маршрута, цветы, книга отзывов",
    "راستے کا جائزہ، پھول، مہمانوں کی کتاب",
    "Güzergâh denetimi, çiçekler, ziyaretçi defteri",
)
REGISTRATION = _text(
    "Arrival and registration",
    "Qonaqların gəlişi və qeydiyyatı",
    "Прибытие и регистрация гостей",
    "مہمانوں کی آمد اور اندراج",
    "Konukların gelişi ve kaydı",
)
GUESTS_ARRIVE = _text(
    "Arrival of guests", "Qonaqların gəlişi", "Прибытие гостей", "مہمانوں کی آمد", "Konukların gelişi"
)
HONOURED_RECEIVED = _text(
    "Guests of honour are received",
    "Fəxri qonaqların qarşılanması",
    "Встреча почётных гостей",
    "مہمانانِ خصوصی کا استقبال",
    "Onur konuklarının karşılanması",
)

# Programme
BOTH_ANTHEMS = _text(
    "National anthems of both countries",
    "Hər iki ölkənin dövlət himnləri",
    "Государственные гимны двух стран",
    "دونوں ممالک کے قومی ترانے",
    "İki ülkenin milli marşları",
)
# az, tr: M
WELCOME = _text(
    "Words of welcome", "Salamlama nitqi", "Приветственное слово", "خیرمقدمی کلمات", "Hoş geldiniz konuşması"
)
# az, ur, tr: M
INTRODUCTION = _text(
    "Introductory remarks", "Giriş sözü", "Вступительное слово", "ابتدائی کلمات", "Giriş konuşması"
)
HONOURED_ADDRESS = _text(
    "Address by the guest of honour",
    "Fəxri qonağın çıxışı",
    "Выступление почётного гостя",
    "مہمانِ خصوصی کا خطاب",
    "Onur konuğunun konuşması",
)
CLOSING_WORDS = _text(
    "Thanks and closing words",
    "Təşəkkür və yekun sözü",
    "Слова благодарности и заключительное слово",
    "اظہارِ تشکر اور اختتامی کلمات",
    "Teşekkür ve kapanış konuşması",
)
# ur, tr: M
EXHIBITION_OPENING = _text(
    "Opening and purpose of the exhibition",
    "Açılış və sərginin məqsədi",
    "Открытие и цель выставки",
    "آغاز اور نمائش کا مقصد",
    "Açılış ve serginin amacı",
)
# ur, tr: M
DECLARED_OPEN = _text(
    "The exhibition is declared open",
    "Sərginin açıq elan edilməsi",
    "Выставка объявляется открытой",
    "نمائش کے کھلنے کا اعلان",
    "Serginin açıldığının ilanı",
)
# ur: M
RIBBON = _text("Ribbon-cutting", "Lentin kəsilməsi", "Перерезание ленты", "فیتہ کاٹنا", "Kurdele kesimi")
# ur, tr: M
EXHIBITION_TOUR = _text(
    "Guided tour", "Sərgi ilə tanışlıq", "Экскурсия по выставке", "نمائش کا دورہ", "Rehberli sergi turu"
)
# ur: M
VISITORS_BOOK = _text("Visitors’ book", "Rəy kitabı", "Книга отзывов", "مہمانوں کی کتاب", "Ziyaretçi defteri")
FLAG_RAISED = _text(
    "Raising of the flag",
    "Bayrağın qaldırılması",
    "Поднятие флага",
    "پرچم کشائی",
    "Bayrağın göndere çekilmesi",
)
# ur: M
FLAG_AT_HALF_MAST = _text(
    "The flag is lowered to half-mast",
    "Bayrağın yarıya qədər endirilməsi",
    "Приспускание флага",
    "پرچم سرنگوں کیا جاتا ہے",
    "Bayrağın yarıya indirilmesi",
)
# az, ru: M; ur: L
TOASTS = _text("Toasts", "Sağlıq sözləri", "Тосты", "نیک تمناؤں کا اظہار", "Kadeh kaldırma")
DISCUSSION = _text("Discussion", "Müzakirə", "Обсуждение", "مذاکرہ", "Tartışma")
FILM = _text("Film", "Film", "Фильм", "فلم", "Film")
# az, tr: M
ABOUT_THE_FILM = _text("About the film", "Film haqqında", "О фильме", "فلم کا تعارف", "Film hakkında")
# az, ur, tr: M
FILM_CONVERSATION = _text(
    "Conversation after the film",
    "Filmin müzakirəsi",
    "Обсуждение фильма",
    "فلم پر گفتگو",
    "Film üzerine söyleşi",
)

# After
TEA = _text("Tea", "Çay", "Чай", "چائے", "Çay")
# ru, ur, tr: M
HONOURED_LEAVE = _text(
    "Departure of guests of honour",
    "Fəxri qonaqların yola salınması",
    "Проводы почётных гостей",
    "مہمانانِ خصوصی کی روانگی",
    "Onur konuklarının uğurlanması",
)

# Blocks
OPENING_BLOCK = _text(
    "Opening: anthems and silence",
    "Açılış: himnlər və sükut",
    "Открытие: гимны и минута молчания",
    "آغاز: قومی ترانے اور خاموشی",
    "Açılış: marşlar ve saygı duruşu",
)
# az, ru: M
MOURNING_BLOCK = _text(
    "Opening in mourning: recitation, anthems and silence",
    "Anım açılışı: Quran tilavəti, himnlər və sükut",
    "Траурное открытие: чтение аятов, гимны и минута молчания",
    "سوگ میں آغاز: تلاوت، قومی ترانے اور خاموشی",
    "Yas açılışı: tilavet, marşlar ve saygı duruşu",
)
CLOSING_BLOCK = _text(
    "Closing: thanks, photograph, tea",
    "Yekun: təşəkkür, xatirə şəkli, çay",
    "Завершение: слова благодарности, фотография, чай",
    "اختتام: اظہارِ تشکر، تصویر، چائے",
    "Kapanış: teşekkür, fotoğraf, çay",
)
