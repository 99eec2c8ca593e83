"""The sentences of ``people_changes.py``, made so that no name has to be bent and no verb tells man from woman.

To be read by a speaker of each language before they are relied on.
"""

SENTENCES: dict[str, dict[str, str]] = {
    "speaks-before": {
        "en": "{first} now speaks before {second}.",
        "az": "Çıxışların sırası: əvvəlcə {first}, sonra {second}.",
        "ru": "Порядок выступлений: {first}, затем {second}.",
        "ur": "خطاب کی ترتیب: پہلے {first}، پھر {second}۔",
        "tr": "Konuşma sırası: önce {first}, sonra {second}.",
    },
    "speaks-after": {
        "en": "{second} now speaks after {first}.",
        "az": "Çıxışların sırası: əvvəlcə {first}, sonra {second}.",
        "ru": "Порядок выступлений: {first}, затем {second}.",
        "ur": "خطاب کی ترتیب: پہلے {first}، پھر {second}۔",
        "tr": "Konuşma sırası: önce {first}, sonra {second}.",
    },
    "speaks-at": {
        "en": "{who} now speaks at {at}. It was {then}.",
        "az": "{who}: çıxış saat {at}. Əvvəl: {then}.",
        "ru": "{who}: выступление в {at}. Прежде: {then}.",
        "ur": "{who}: خطاب {at} بجے۔ پہلے: {then}۔",
        "tr": "{who}: konuşma saat {at}. Önceki: {then}.",
    },
    "person-new": {
        "en": "{who} is new in {title}.",
        "az": "{title}: yeni iştirakçı {who}.",
        "ru": "{title}: новый участник – {who}.",
        "ur": "{title}: نیا نام {who}۔",
        "tr": "{title}: yeni katılımcı {who}.",
    },
    "person-gone": {
        "en": "{who} no longer takes part in {title}.",
        "az": "{title}: {who} artıq iştirak etmir.",
        "ru": "{title}: {who} больше не участвует.",
        "ur": "{title}: {who} اب شریک نہیں۔",
        "tr": "{title}: {who} artık katılmıyor.",
    },
    "person-elsewhere": {
        "en": "{who} takes part in {title}, no longer in {before}.",
        "az": "{who}: {before} əvəzinə {title}.",
        "ru": "{who}: {title} вместо {before}.",
        "ur": "{who}: {before} کے بجائے {title}۔",
        "tr": "{who}: {before} yerine {title}.",
    },
    "person-represents": {
        "en": "{who} represents {other} in {title}.",
        "az": "{title}: {other} adından {who}.",
        "ru": "{title}: {other}, представитель – {who}.",
        "ur": "{title}: {other} کی نمائندگی {who}۔",
        "tr": "{title}: {other} adına {who}.",
    },
    "person-spelled": {
        "en": "A name is now written {now}. It was written {was}.",
        "az": "Adın yazılışı: {now}. Əvvəl: {was}.",
        "ru": "Написание имени: {now}. Прежде: {was}.",
        "ur": "نام کا املا: {now}۔ پہلے: {was}۔",
        "tr": "Adın yazılışı: {now}. Önceki: {was}.",
    },
    "person-office": {
        "en": "{who}: the office has changed.",
        "az": "{who}: vəzifə dəyişib.",
        "ru": "{who}: должность изменена.",
        "ur": "{who}: عہدہ بدل گیا ہے۔",
        "tr": "{who}: görev değişmiştir.",
    },
}
