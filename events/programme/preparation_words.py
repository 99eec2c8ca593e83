"""The words of the tasks of preparation in five languages, and where their rules come from.

As in ``kind_titles.py``, M says that the wording is likely: a native protocol officer should read those first.
"""

from events.programme.text import Text


def _text(en: str, az: str, ru: str, ur: str, tr: str) -> Text:
    return Text.of({"en": en, "az": az, "ru": ru, "ur": ur, "tr": tr})


# az, ur, tr of all: M; ru: M where it names a paper of protocol
NOTE_VERBALE = _text(
    "Note verbale to the foreign ministry",
    "Xarici işlər nazirliyinə verbal nota",
    "Вербальная нота в министерство иностранных дел",
    "وزارتِ خارجہ کو نوٹ وربال",
    "Dışişleri bakanlığına sözlü nota",
)
INVITATIONS = _text(
    "Send the invitations",
    "Dəvətnamələri göndərmək",
    "Разослать приглашения",
    "دعوت نامے بھیجنا",
    "Davetiyeleri göndermek",
)
REPLIES = _text(
    "Ask those who have not replied",
    "Cavab verməyənlərdən soruşmaq",
    "Запросить тех, кто не ответил",
    "جواب نہ دینے والوں سے پوچھنا",
    "Yanıt vermeyenlere sormak",
)
ORDER_OF_PROCEEDINGS = _text(
    "Give the order of proceedings to everyone with a role",
    "Mərasimin gedişini rolu olan hər kəsə vermək",
    "Передать порядок церемонии всем её участникам",
    "تقریب کی ترتیب ہر ذمہ دار کو دینا",
    "Tören akışını görevi olan herkese vermek",
)
GUEST_LIST = _text(
    "Close the list of guests",
    "Qonaqların siyahısını bağlamaq",
    "Закрыть список гостей",
    "مہمانوں کی فہرست بند کرنا",
    "Konuk listesini kapatmak",
)
PRINT = _text(
    "Print the programme, cards and signs",
    "Proqramı, kartları və lövhələri çap etmək",
    "Напечатать программу, карточки и таблички",
    "پروگرام، کارڈ اور تختیاں چھاپنا",
    "Programı, kartları ve levhaları basmak",
)
WREATHS = _text(
    "Order the wreaths and their ribbons",
    "Əklilləri və lentlərini sifariş etmək",
    "Заказать венки и ленты к ним",
    "پھولوں کی چادریں اور ان کے فیتے منگوانا",
    "Çelenkleri ve kurdelelerini sipariş etmek",
)
FLAG = _text(
    "Look at the flag, its line and its pole",
    "Bayrağı, ipini və dirəyini yoxlamaq",
    "Проверить флаг, фал и флагшток",
    "پرچم، رسی اور ستون دیکھنا",
    "Bayrağı, ipini ve direğini denetlemek",
)
WORKS = _text(
    "Agree works and labels with the lenders",
    "Əsərləri və etiketləri sahibləri ilə razılaşdırmaq",
    "Согласовать экспонаты и этикетки с владельцами",
    "نمائشی اشیا اور لیبل مالکان سے طے کرنا",
    "Eserleri ve etiketleri sahipleriyle kararlaştırmak",
)
TOUR = _text(
    "Walk the tour with a watch",
    "Baxış marşrutunu saatla keçmək",
    "Пройти маршрут осмотра с часами",
    "دورے کا راستہ گھڑی کے ساتھ طے کر کے دیکھنا",
    "Gezi yolunu saat tutarak yürümek",
)
FILM = _text(
    "Settle the right to show the film, and its subtitles",
    "Filmin göstərilmə hüququnu və altyazılarını həll etmək",
    "Решить вопрос о праве показа фильма и о субтитрах",
    "فلم دکھانے کا حق اور ترجمہ طے کرنا",
    "Filmin gösterim hakkını ve altyazılarını çözmek",
)
CATERING = _text(
    "Settle the table with the caterer",
    "Süfrəni hazırlayanlarla razılaşdırmaq",
    "Согласовать стол с поставщиком",
    "ضیافت کا انتظام طے کرنا",
    "İkramı hazırlayanlarla kararlaştırmak",
)

# Where the rules come from
USAGE = _text(
    "The planner’s proposal; no written rule is known to it.",
    "Proqramın təklifi; yazılı qayda ona məlum deyil.",
    "Предложение программы; письменное правило ей не известно.",
    "یہ پروگرام کی تجویز ہے؛ کوئی تحریری قاعدہ معلوم نہیں۔",
    "Programın önerisi; bildiği yazılı bir kural yok.",
)
TWO_WEEKS = _text(
    "Invitations go out about two weeks ahead (practice of protocol).",
    "Dəvətnamələr təxminən iki həftə əvvəl göndərilir (protokol təcrübəsi).",
    "Приглашения рассылают примерно за две недели (практика протокола).",
    "دعوت نامے تقریباً دو ہفتے پہلے بھیجے جاتے ہیں (پروٹوکول کا دستور)۔",
    "Davetiyeler yaklaşık iki hafta önce gönderilir (protokol uygulaması).",
)
SILENCE_IS_NO = _text(
    "Silence 48 hours before counts as no (Italian practice).",
    "48 saat əvvəl cavab yoxdursa, “yox” sayılır (İtaliya təcrübəsi).",
    "Молчание за 48 часов считается отказом (итальянская практика).",
    "اڑتالیس گھنٹے پہلے تک خاموشی انکار سمجھی جاتی ہے (اطالوی دستور)۔",
    "48 saat önceki sessizlik “hayır” sayılır (İtalyan uygulaması).",
)
EVERYONE_WITH_A_ROLE = _text(
    "Everyone with a role is given the order of proceedings (practice of protocol); the day is a proposal.",
    "Mərasimin gedişi rolu olan hər kəsə verilir (protokol təcrübəsi); gün təklifdir.",
    "Порядок церемонии дают всем её участникам (практика протокола); день предложен программой.",
    "تقریب کی ترتیب ہر ذمہ دار کو دی جاتی ہے (پروٹوکول کا دستور)؛ دن صرف تجویز ہے۔",
    "Tören akışı görevi olan herkese verilir (protokol uygulaması); gün bir öneridir.",
)
TIMED_TOUR = _text(
    "The route of a tour is timed and rehearsed (practice of protocol); the day is a proposal.",
    "Baxış marşrutu saatla ölçülür və məşq edilir (protokol təcrübəsi); gün təklifdir.",
    "Маршрут осмотра проходят заранее по часам (практика протокола); день предложен программой.",
    "دورے کا راستہ پہلے سے گھڑی کے ساتھ آزمایا جاتا ہے (پروٹوکول کا دستور)؛ دن صرف تجویز ہے۔",
    "Gezi yolu önceden saatle denenir (protokol uygulaması); gün bir öneridir.",
)
