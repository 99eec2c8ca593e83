"""What a pattern tells staff, and what a programme says of a place that is still open. Marked as ``pattern_words``."""

from events.programme.text import Text


def _text(en: str, az: str, ru: str, ur: str, tr: str) -> Text:
    return Text.of({"en": en, "az": az, "ru": ru, "ur": ur, "tr": tr})


SPEAKER_TO_BE_ANNOUNCED = _text(
    "Speaker to be announced",
    "Çıxış edən sonradan elan olunacaq",
    "Выступающий будет объявлен позднее",
    "مقرر کا اعلان بعد میں کیا جائے گا",
    "Konuşmacı daha sonra açıklanacaktır",
)


# az, ur, tr of the notes: M
MASTER_TO_BE_NAMED = _text(
    "The master of ceremonies opens and asks the guests to rise. To be named.",
    "Aparıcı açır və qonaqlardan ayağa qalxmağı xahiş edir. Adı dəqiqləşdirilməlidir.",
    "Ведущий открывает и просит гостей встать. Имя уточняется.",
    "نظامت کرنے والا آغاز کرتا ہے اور مہمانوں سے کھڑے ہونے کی درخواست کرتا ہے۔ نام طے ہونا باقی ہے۔",
    "Sunucu açar ve konuklardan ayağa kalkmalarını rica eder. Adı belirlenecek.",
)
RECITER_TO_BE_NAMED = _text(
    "Where it is the custom. Reciter to be named.",
    "Adət olan yerdə. Qirayət edən dəqiqləşdirilməlidir.",
    "Где это принято. Чтец уточняется.",
    "جہاں رواج ہو۔ قاری کا نام طے ہونا باقی ہے۔",
    "Âdet olan yerde. Okuyacak kişi belirlenecek.",
)
ANTHEMS_IN_FULL = _text(
    "In full. Note which anthem comes first, and by which rule.",
    "Tam ifa olunur. Hansı himnin və hansı qaydaya görə əvvəl səsləndiyini qeyd edin.",
    "Исполняются полностью. Отметьте, какой гимн звучит первым и по какому правилу.",
    "مکمل بجائے جائیں۔ لکھیں کہ پہلے کون سا ترانہ ہے اور کس اصول سے۔",
    "Tam olarak çalınır. Hangi marşın önce ve hangi kurala göre çalındığını yazınız.",
)
NO_RIBBON = _text(
    "No ribbon: a register of mourning.",
    "Lent kəsilmir: matəm ovqatı.",
    "Без ленты: траурный характер мероприятия.",
    "فیتہ نہیں: سوگ کا موقع۔",
    "Kurdele yok: yas niteliği.",
)
TO_THE_TOP_FIRST = _text(
    "Raised to the top first, then lowered to half-mast.",
    "Əvvəlcə sona qədər qaldırılır, sonra yarıya endirilir.",
    "Сначала поднимается до верха, затем приспускается.",
    "پہلے پوری بلندی تک، پھر سرنگوں۔",
    "Önce tepeye çekilir, sonra yarıya indirilir.",
)
BY_PRECEDENCE = _text(
    "Pairs in order of precedence; each steps back before the next one.",
    "Cütlüklər protokol sırası ilə; biri geri çəkildikdən sonra növbəti.",
    "Пары в порядке старшинства; следующая подходит, когда предыдущая отошла.",
    "جوڑے ترتیبِ تقدم سے؛ ایک کے ہٹنے کے بعد دوسرا۔",
    "Çiftler öncelik sırasıyla; biri çekildikten sonra diğeri.",
)
SUBDUED = _text("Subdued.", "Təmkinlə.", "Сдержанно.", "سادگی سے۔", "Sade.")
MODERATOR_TO_BE_NAMED = _text(
    "Moderator to be named.",
    "Moderator dəqiqləşdirilməlidir.",
    "Модератор уточняется.",
    "ماڈریٹر کا نام طے ہونا باقی ہے۔",
    "Moderatör belirlenecek.",
)
