"""The titles of the kinds in five languages.

A comment marks what no source attests and what a native protocol officer should read before it is printed:
M says that the wording is likely, L that it is a guess. Officers may give every item a title of its own.
"""

from events.programme.choices import Kind
from events.programme.text import Text


def _title(en: str, az: str, ru: str, ur: str, tr: str) -> Text:
    return Text.of({"en": en, "az": az, "ru": ru, "ur": ur, "tr": tr})


TITLES: dict[Kind, Text] = {
    Kind.OPENING: _title("Opening", "Açılış", "Открытие", "افتتاح", "Açılış"),
    # The official Azerbaijani name. "İstiklal Marşı" would be Türkiye's own anthem only.
    Kind.ANTHEM: _title(
        "National anthem", "Dövlət Himni", "Государственный гимн", "قومی ترانہ", "Milli marş"
    ),
    # Turkish says "standing in respect", not "silence".
    Kind.SILENCE: _title(
        "Minute of silence",
        "Bir dəqiqəlik sükut",
        "Минута молчания",
        "ایک منٹ کی خاموشی",
        "Bir dakikalık saygı duruşu",
    ),
    # az, ru: M
    Kind.RECITATION: _title(
        "Recitation from the Holy Quran",
        "Qurani-Kərim tilavəti",
        "Чтение аятов Корана",
        "تلاوتِ قرآنِ پاک",
        "Kur’an-ı Kerim tilaveti",
    ),
    Kind.ADDRESS: _title("Address", "Çıxış", "Выступление", "خطاب", "Konuşma"),
    # ur: M
    Kind.REMARKS: _title("Remarks", "Çıxış", "Выступление", "اظہارِ خیال", "Konuşma"),
    # az, ru: M
    Kind.MESSAGE: _title("Message", "Müraciət", "Обращение", "پیغام", "Mesaj"),
    # az, ru, ur: M
    Kind.PANEL: _title("Panel discussion", "Panel müzakirəsi", "Панельная дискуссия", "مذاکرہ", "Panel"),
    Kind.QUESTIONS: _title(
        "Questions and answers", "Sual-cavab", "Вопросы и ответы", "سوال و جواب", "Soru-cevap"
    ),
    Kind.VIDEO: _title("Video", "Videoçarx", "Видеоролик", "ویڈیو", "Video gösterimi"),
    Kind.MUSIC: _title("Music", "Musiqi", "Музыка", "موسیقی", "Müzik"),
    # ur: M
    Kind.POETRY: _title("Poetry", "Şeir", "Стихи", "شعر خوانی", "Şiir"),
    # az, ru, ur, tr: M
    Kind.TESTIMONY: _title(
        "Testimony", "Şahidin xatirələri", "Воспоминания очевидца", "عینی شاہد کا بیان", "Tanıklık"
    ),
    # az, ur, tr: M
    Kind.CANDLES: _title(
        "Lighting of candles", "Şamların yandırılması", "Зажжение свечей", "شمعیں روشن کرنا", "Mum yakma"
    ),
    # ur: L, the weakest of all
    Kind.WREATH_LAYING: _title(
        "Wreath-laying", "Əklil qoyma mərasimi", "Возложение венков", "پھولوں کی چادر چڑھانا", "Çelenk sunma"
    ),
    # az, ur, tr: M
    Kind.FLOWERS: _title(
        "Laying of flowers", "Gül dəstələrinin düzülməsi", "Возложение цветов", "پھول چڑھانا", "Çiçek bırakma"
    ),
    # Raised, lowered or carried: no language says which. az, ru, ur: M
    Kind.FLAG: _title(
        "Flag ceremony", "Bayraq mərasimi", "Церемония с флагом", "پرچم کی تقریب", "Bayrak töreni"
    ),
    # az, ru: M; tr: L
    Kind.UNVEILING: _title(
        "Unveiling", "Örtüyün götürülməsi", "Снятие покрывала", "نقاب کشائی", "Örtünün kaldırılması"
    ),
    # az, ur: M
    Kind.AWARD: _title(
        "Presentation of awards",
        "Mükafatların təqdim edilməsi",
        "Вручение наград",
        "تقسیمِ اعزازات",
        "Ödül töreni",
    ),
    Kind.SIGNING: _title("Signing", "İmzalanma mərasimi", "Подписание", "دستخط کی تقریب", "İmza töreni"),
    # ur: M
    Kind.TOUR: _title("Guided tour", "Ekskursiya", "Экскурсия", "گائیڈڈ ٹور", "Rehberli tur"),
    Kind.GROUP_PHOTOGRAPH: _title(
        "Group photograph", "Xatirə şəkli", "Общая фотография", "گروپ فوٹو", "Hatıra fotoğrafı"
    ),
    # az, ur: M
    Kind.MARCH: _title("March", "Yürüş", "Шествие", "مارچ", "Yürüyüş"),
    # az, ur: L; tr: M
    Kind.BUGLE_CALL: _title("Bugle call", "Şeypur çalınması", "Сигнал горна", "بگل", "Ti işareti"),
    # az, ur: M
    Kind.REFRESHMENTS: _title("Refreshments", "Çay süfrəsi", "Угощение", "تواضع", "İkram"),
    Kind.RECEPTION: _title("Reception", "Rəsmi qəbul", "Приём", "استقبالیہ", "Resepsiyon"),
    Kind.ARRIVAL: _title("Arrival", "Gəliş", "Прибытие", "آمد", "Geliş"),
    # az: M
    Kind.DEPARTURE: _title("Departure", "Yola düşmə", "Отъезд", "روانگی", "Ayrılış"),
    Kind.SET_UP: _title("Set-up", "Hazırlıq", "Подготовка", "تیاری", "Hazırlık"),
    Kind.BREAK: _title("Break", "Fasilə", "Перерыв", "وقفہ", "Ara"),
    # What a sheet says where nobody has given a title. az, ur, tr: M
    Kind.OTHER: _title(
        "Programme item", "Proqramın bəndi", "Пункт программы", "پروگرام کی شق", "Program maddesi"
    ),
}

# Russian says "минута молчания" of any length.
SILENCE_OF_ANOTHER_LENGTH = _title("Silence", "Sükut", "Минута молчания", "خاموشی", "Saygı duruşu")
