"""Sheets of no event, set like a programme: what a process has set once, its children find ready.

WeasyPrint and Pango look up a size of a font, a kind of a box, a way of drawing when they first meet it, and Python
runs a function slowly until it has been called some times. A sheet here has all that a usual one has.
"""

from collections.abc import Iterator

# The letters of each script, in words.
LATIN = "Abc Ədfğ Ghi Klmnop Qrş Tuü Vwxyz Çöı"
CYRILLIC = "Абв Гдежз Иклмноп Рстуф Хцчшщ Ыэюя"
ARABIC = "ابت ثجچ حخد ذرز سشص ضطظ عغف قکل منو ہیے ٹڈڑ"
FIGURES = "0123 4567 89:–.,·«»“”’()"
ROWS = 12
ENCLOSURE = {"name": "x.ics", "content": b"x", "description": "x", "dated_at": "2000-01-01T00:00:00+00:00"}
# How closely, in which register and direction.
SHEETS = (
    ("roomy", "neutral.css", "ltr"),
    ("close", "solemn.css", "ltr"),
    ("closest", "mourning.css", "ltr"),
    ("closest brief", "festive.css", "ltr"),
    ("closest brief", "mourning.css", "rtl"),
)


def sheets() -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the names of the stylesheets of each sheet, and its HTML."""
    for setting, register, direction in SHEETS:
        is_rtl = direction == "rtl"
        styles = ("base.css", "a4.css", register, *(["rtl.css"] if is_rtl else []))
        letters = ARABIC if is_rtl else LATIN
        yield styles, _sheet(setting, direction, letters, f"{letters} {LATIN} {CYRILLIC} {FIGURES}")


def _sheet(setting: str, direction: str, letters: str, every_letter: str) -> str:
    language = "ur" if direction == "rtl" else "en"
    host = f"""<div class="host" dir="{direction}"><div class="flag"><img src="art:flag-az.svg" alt="x"></div>
<p class="host-name">{letters}</p><p>{letters}</p></div>"""
    row = f"""<tr><td class="time">10:00</td><th scope="row" class="what">{letters}</th>
<td class="who"><p><b>{letters}</b></p><p class="listed">{letters}</p><p class="cue">{letters}</p></td></tr>"""
    silence = f"""<tr class="silence"><td class="time">10:00</td><th scope="row" class="what">
<span class="caps">{letters}</span> <span class="dedication">{letters}</span></th><td class="who"></td></tr>"""
    heading = f'<tr class="heading"><th scope="rowgroup" colspan="3">{letters}</th></tr>'
    speaker = f'<li><p class="speaker">{letters}</p><p class="offices">{letters} {letters}</p></li>'
    code = "".join(f"M4 {line}.5h7m1 0h2m2 0h1m1 0h4m2 0h1m2 0h7" for line in range(4, 37))
    return f"""<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>Warm</title>
<meta name="author" content="x"><meta name="description" content="x">
<meta name="dcterms.created" content="2000-01-01T00:00:00+00:00">
<meta name="dcterms.modified" content="2000-01-01T00:00:00+00:00">
<style>:root {{ --accent: #123456 }} @page {{ border-color: #123456 }}</style></head>
<body class="{setting}"><div class="inner-frame"></div>
<div class="running running-page" data-page-before="a" data-page-between="b" data-page-after="c"></div>
<div class="running running-title">{letters}</div><div class="running running-warning">{letters}</div>
<div class="running running-stamp">{every_letter} <span class="together">{letters}</span></div>
<header><div class="hosts hosts-2 with-motif" dir="ltr">{host}
<div class="motif"><img src="art:carnation.svg" alt="x"></div>{host}</div>
<p class="kicker caps">{letters} · {letters}</p><h1>{letters}<span class="gap"> </span><br>{letters}</h1>
<p class="subtitle">{letters}</p>
<p class="other-title"><span lang="az" dir="ltr">{LATIN}</span></p>
<div class="when"><p>{FIGURES}<span class="dot"> · </span>{letters}</p><p class="where">{letters}</p></div></header>
<main><section><h2 class="caps">{letters}</h2><table class="order times">
<thead><tr><th scope="col" class="time">x</th><th scope="col" class="what">{letters}</th>
<th scope="col" class="who">x</th></tr></thead>
<tbody>{heading}{row}</tbody><tbody>{heading}{silence}{row * ROWS}</tbody></table></section>
<div class="back"><section class="memory"><h2 class="caps">{letters}</h2><p class="memory-day">{letters}</p>
<p class="figures">{every_letter}</p><p class="source">{every_letter}</p></section>
<section><h2 class="caps">{letters}</h2><ul class="speakers">{speaker * 4}</ul></section>
<section><h2 class="caps">{letters}</h2><ul class="guests"><li>{every_letter}</li></ul></section>
<section class="small"><h2 class="caps">{letters}</h2><p>{every_letter} <i>{every_letter}</i></p></section>
<section dir="rtl" lang="ur" class="voice"><p>{ARABIC} <b>{ARABIC}</b></p></section>
<section class="current"><div class="qr"><svg viewBox="0 0 41 41"><title>x</title>
<path stroke="#000" d="{code}"/></svg></div><div class="current-words"><p><b>{letters}</b> {every_letter}</p>
<p class="address" dir="ltr" lang="en"><a href="https://example.org/">https://example.org/</a></p></div>
</section></div></main></body></html>"""
