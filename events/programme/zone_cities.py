"""The city that the name of a time zone stands for, in words."""

from events.programme.text import Text


def _city(en: str, az: str, ru: str, ur: str, tr: str) -> Text:
    return Text.of({"en": en, "az": az, "ru": ru, "ur": ur, "tr": tr})


# Where missions that use the planner are, and whose clocks they name; every other city has its English name.
CITIES = {
    "America/New_York": _city("New York", "Nyu-York", "Нью-Йорк", "نیویارک", "New York"),
    "Asia/Baku": _city("Baku", "Bakı", "Баку", "باکو", "Bakü"),
    "Asia/Karachi": _city("Karachi", "Karaçi", "Карачи", "کراچی", "Karaçi"),
    "Asia/Tokyo": _city("Tokyo", "Tokio", "Токио", "ٹوکیو", "Tokyo"),
    "Europe/Belgrade": _city("Belgrade", "Belqrad", "Белград", "بلغراد", "Belgrad"),
    "Europe/Istanbul": _city("Istanbul", "İstanbul", "Стамбул", "استنبول", "İstanbul"),
    "Europe/London": _city("London", "London", "Лондон", "لندن", "Londra"),
    "Europe/Moscow": _city("Moscow", "Moskva", "Москва", "ماسکو", "Moskova"),
}


def city_of_zone(zone: str) -> Text:
    """Return the city of a zone: "Asia/Baku" is Baku."""
    return CITIES.get(zone) or Text.of({"en": zone.rpartition("/")[2].replace("_", " ")})
