"""The words by which a text speaks of figures in five languages, as parts of patterns.

A subject is a key of the ledger of claims. Its words are stems: what may follow them is written out. ``{n}`` stands for
a number. Words below confidence A are to be read by a speaker of the language.
"""

from dataclasses import dataclass

from events.programme.choices import Qualifier

KILLED, WOUNDED, MISSING, ARRESTED, DEPORTED = "killed", "wounded", "missing", "arrested", "deported"
EN, AZ, RU, TR, UR = "en", "az", "ru", "tr", "ur"

SUBJECTS: dict[str, dict[str, str]] = {
    KILLED: {
        EN: r"killed|dead|died|deaths?|perished|martyred|martyrs?|victims?|lost their li(?:ves|fe)|lives",
        AZ: r"həlak\s+ol\w+|öldürül\w+|qətlə\s+yetiril\w+|şəhid(?:\s+ol\w+|\w*)|öldü\w*|öl(?:ən|üb)\w*"
        r"|həyat(?:ını|larını)\s+itir\w+|qurban\w*",
        RU: r"убит\w*|погиб\w*|шехид\w*|жертв\w*",
        TR: r"öldürül\w+|hayat(?:ını|larını)\s+kaybet\w+|yaşam(?:ını|larını)\s+yitir\w+|katledil\w+|can\s+verdi\w*"
        r"|şehit(?:\s+(?:ol|düş|edil)\w+|\w*)|öl(?:dü|en|müş)\w*",
        UR: r"(?:شہید|ہلاک|قتل|جاں\s?بحق|جان\s?بحق)(?:\s+(?:ہوئے|ہوئیں|ہو\s?گئے|کیے\s+گئے|کر\s+دیے\s+گئے))?"
        r"|شہداء|شہادتیں|مارے\s+گئے|ہلاکتیں|ہلاکتوں",
    },
    WOUNDED: {
        EN: r"wounded|injured|injuries",
        AZ: r"yaralan\w+|yaralı\w*|xəsarət\s+al\w+",
        RU: r"ранен\w*",
        TR: r"yaralan\w+|yaralı\w*",
        UR: r"(?:زخمی|مجروح)(?:\s+(?:ہوئے|ہوئیں|ہو\s?گئے|کیے\s+گئے))?",
    },
    MISSING: {
        EN: r"missing|disappeared|unaccounted\s+for",
        AZ: r"[iİ]tkin(?:\s+düş\w+|\w*)",
        RU: r"(?:пропал\w*|пропавш\w*)(?:\s+без\s+вести)?",
        TR: r"kaybol\w+|kayıp\w*",
        UR: r"(?:لاپتہ|لاپتا|گمشدہ)(?:\s+(?:ہوئے|ہو\s?گئے|ہیں))?",
    },
    ARRESTED: {
        EN: r"arrested|detained|imprisoned|arrests?",
        AZ: r"həbs\s+(?:edil|olun)\w+|tutul\w+|saxlanıl\w+",
        RU: r"арест\w*|задержан\w*",
        TR: r"tutuklan\w+|tutuklu\w*|gözaltına\s+alın\w+",
        UR: r"گرفتار(?:یاں|\s+(?:ہوئے|کیے\s+گئے|کر\s+لیے\s+گئے))?",
    },
    DEPORTED: {
        EN: r"deported|expelled|displaced|driven\s+(?:out|from)|deportations?",
        AZ: r"deportasiya(?:\s+(?:edil|olun)\w+|\w*)|didərgin(?:\s+(?:düş|salın)\w+|\w*)|qovul\w+|sürgün\w*",
        RU: r"депортир\w*|изгнан\w*|выслан\w*",
        TR: r"sınır\s+dışı\s+edil\w+|sürgün(?:\s+edil\w+|\w*)|yerinden\s+edil\w+|kovul\w+",
        UR: r"(?:جلاوطن|ملک\s?بدر|بے\s?دخل|بے\s?گھر)(?:\s+(?:ہوئے|کیے\s+گئے|کر\s+دیے\s+گئے))?",
    },
}


@dataclass(frozen=True, slots=True)
class Speech:
    """How one language speaks around a number: before it, behind it, and what shows that it counts something else."""

    people: str
    before: dict[Qualifier, str]
    behind: dict[Qualifier, str]
    times: dict[str, int]
    months: str
    year_words: str
    not_people: str
    joiners: str
    either: str
    no_number_behind: str


SPEECH: dict[str, Speech] = {
    EN: Speech(
        people=r"people|persons|civilians|citizens|residents|men|women|inhabitants|Azerbaijanis|souls",
        before={
            Qualifier.ABOUT: r"about|around|approximately|roughly|nearly|almost|some",
            Qualifier.AT_LEAST: r"at\s+least|no\s+fewer\s+than|not\s+(?:fewer|less)\s+than",
            Qualifier.MORE_THAN: r"more\s+than|over",
        },
        behind={Qualifier.AT_LEAST: r"\s+or\s+more"},
        times={r"thousand": 1000, r"lakh": 100_000, r"million": 1_000_000},
        months=r"January|February|March|April|May|June|July|August|September|October|November|December",
        year_words=r"years?",
        not_people=r"years?|days?|hours?|minutes?|seconds?|months?|weeks?|nights?|per\s+cent|percent|km|metres|pages?"
        r"|books?|photographs?|photos?|copies|o['’]clock",
        joiners=r"to|and|or",
        either=r"or",
        no_number_behind=r"several|few|many|couple of|some of the|at",
    ),
    AZ: Speech(
        people=r"nəfər\w*|insan\w*|adam\w*|mülki|vətəndaş\w*|azərbaycanlı\w*|sakin\w*|dinc",
        before={
            Qualifier.ABOUT: r"təxminən|təqribən",
            Qualifier.AT_LEAST: r"ən\s+azı|ən\s+azından|azı",
        },
        behind={
            Qualifier.MORE_THAN: r"[-'’]?d[aə]n\s+(?:çox|artıq|yuxarı)",
            Qualifier.ABOUT: r"[-'’]?[ny]?[aə]\s+(?:yaxın|qədər)",
        },
        times={r"min": 1000, r"milyon": 1_000_000},
        months=r"yanvar|fevral|mart|aprel|may|[iİ]yun|[iİ]yul|avqust|sentyabr|oktyabr|noyabr|dekabr",
        year_words=r"[iİ]l\w*",
        not_people=r"[iİ]l\w*|gün\w*|saat\w*|dəqiqə\w*|saniyə\w*|ay|həftə\w*|gecə\w*|faiz\w*|km|metr\w*|səhifə\w*"
        r"|kitab\w*|foto\w*|nüsxə\w*|yaş\w*",
        joiners=r"və|və\s+ya|yaxud",
        either=r"və\s+ya|yaxud",
        no_number_behind=r"neçə|saat",
    ),
    RU: Speech(
        people=r"человек\w*|людей|граждан\w*|мирны\w+|жител\w+|азербайджанц\w+|лиц",
        before={
            Qualifier.ABOUT: r"около|примерно|приблизительно|порядка",
            Qualifier.AT_LEAST: r"не\s+менее|по\s+меньшей\s+мере|как\s+минимум",
            Qualifier.MORE_THAN: r"более(?:\s+чем)?|свыше|больше",
        },
        behind={},
        times={r"тыс(?:\.|яч[аи]?)?": 1000, r"млн\.?|миллион\w*": 1_000_000},
        months=r"январ[яье]|феврал[яье]|март[ае]?|апрел[яье]|ма[йяе]|июн[яье]|июл[яье]|август[ае]?|сентябр[яье]"
        r"|октябр[яье]|ноябр[яье]|декабр[яье]",
        year_words=r"год\w*|г\.?|гг\.?",
        not_people=r"лет|год\w*|дн\w+|д[её]н\w+|час\w*|минут\w*|секунд\w*|месяц\w*|недел\w*|ноч\w*|процент\w*|км|метр\w*"
        r"|страниц\w*|книг\w*|фотограф\w*|экземпляр\w*",
        joiners=r"на|по|и|или|до",
        either=r"или",
        no_number_behind=r"несколько|несколькими|нескольких|пару",
    ),
    TR: Speech(
        people=r"kişi\w*|insan\w*|sivil\w*|vatandaş\w*|Azerbaycanlı\w*|masum",
        before={
            Qualifier.ABOUT: r"yaklaşık(?:\s+olarak)?|takriben",
            Qualifier.AT_LEAST: r"en\s+az(?:ından)?",
        },
        behind={
            Qualifier.MORE_THAN: r"['’]?[dt][ae]n\s+(?:fazla|çok)",
            Qualifier.ABOUT: r"\s+(?:civarında|kadar|dolayında)",
        },
        times={r"bin": 1000, r"milyon": 1_000_000},
        months=r"Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık",
        year_words=r"yıl\w*|sene\w*",
        not_people=r"yıl\w*|sene\w*|gün\w*|saat\w*|dakika\w*|saniye\w*|ay|hafta\w*|gece\w*|km|metre\w*|sayfa\w*|kitap\w*"
        r"|fotoğraf\w*|yaş\w*",
        joiners=r"ve|veya|ya\s+da|ile",
        either=r"veya|ya\s+da",
        no_number_behind=r"birkaç|kaç|saat",
    ),
    UR: Speech(
        people=r"افراد|لوگ\w*|شہری\w*|انسان\w*|اشخاص|آذربائیجانی\w*|عام|معصوم",
        before={
            Qualifier.ABOUT: r"تقریباً|تقریبا|قریباً|لگ\s+بھگ",
            Qualifier.AT_LEAST: r"کم\s+از\s+کم|کم\s+سے\s+کم",
        },
        behind={Qualifier.MORE_THAN: r"\s+سے\s+(?:زائد|زیادہ)", Qualifier.ABOUT: r"\s+کے\s+قریب"},
        times={r"ہزار": 1000, r"لاکھ": 100_000},
        months=r"جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
        year_words=r"ء|سال|برس",
        not_people=r"سال|برس|دن\w*|گھنٹ\w+|منٹ|سیکنڈ|ماہ|مہین\w+|ہفت\w+|رات|بجے|فیصد|کلومیٹر|میٹر|صفح\w+|کتاب\w*|تصاویر|ویں",
        joiners=r"اور|تا|سے|یا",
        either=r"یا",
        no_number_behind=r"کئی|چند|کچھ",
    ),
}
