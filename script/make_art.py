#!/usr/bin/env python3
"""Redraw events/exports/pdf/art: national flags by their legal construction, and the carnation of 20 January.

Flags have unequal proportions by law; a page gives them the same height. Sources of the constructions:

- Azerbaijan: the law on the State Flag. 1:2, three equal bands; crescent and eight-pointed star in a box of 3:4 whose
  diagonal is half the height; large circle 0.3 H, small circle 0.25 H with its centre H/60 left of the flag's, star
  H/6 over H/12.
- Pakistan: the flag's official construction of 1947. 2:3, a white quarter at the hoist; the circles stand on the
  diagonal of the green field.
- Türkiye: the Flag Law, no. 2893, annex 1. 2:3; outer circle G/2, inner circle 0.4 G with its centre 0.0625 G towards
  the fly, star in a circle of G/4 that begins G/3 after the inner circle's edge; the hoist band of G/30 included.
"""

import math
import random
from pathlib import Path

ART = Path(__file__).resolve().parents[1] / "events" / "exports" / "pdf" / "art"
HEIGHT = 120.0


def svg(box: str, *shapes: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">' + "".join(shapes) + "</svg>\n"


def band(fill: str, x: float, y: float, width: float, height: float) -> str:
    return f'<path fill="{fill}" d="M{x:g} {y:g}h{width:g}v{height:g}h-{width:g}z"/>'


def circle(fill: str, x: float, y: float, radius: float) -> str:
    return f'<circle cx="{x:.3f}" cy="{y:.3f}" r="{radius:.3f}" fill="{fill}"/>'


def star(x: float, y: float, outer: float, inner: float, points: int, turn: float) -> str:
    corners = []
    for corner in range(2 * points):
        angle = turn + math.pi * corner / points
        radius = inner if corner % 2 else outer
        corners.append(f"{x + radius * math.sin(angle):.3f},{y - radius * math.cos(angle):.3f}")
    return f'<polygon points="{" ".join(corners)}" fill="#fff"/>'


def azerbaijan() -> str:
    h, width, middle = HEIGHT, 2 * HEIGHT, HEIGHT / 2
    box_left, box_right = width / 2 - 0.2 * h, width / 2 + 0.2 * h
    return svg(
        f"0 0 {width:g} {h:g}",
        band("#0092bc", 0, 0, width, h / 3),
        band("#e4002b", 0, h / 3, width, h / 3),
        band("#00af66", 0, 2 * h / 3, width, h / 3),
        circle("#fff", box_left + 0.15 * h, middle, 0.15 * h),
        circle("#e4002b", width / 2 - h / 60, middle, 0.125 * h),
        star(box_right - h / 12, middle, h / 12, h / 24, 8, 0),
    )


def pakistan() -> str:
    h, width = HEIGHT, 1.5 * HEIGHT
    diagonal = math.hypot(1.125, 1)
    along = (-1.125 / diagonal, 1 / diagonal)
    white = (0.9375 * h, 0.5 * h)
    green = (1.5 * h + 0.65 * h * along[0], 0.65 * h * along[1])
    edge = (white[0] - 0.3 * h * along[0], white[1] - 0.3 * h * along[1])
    return svg(
        f"0 0 {width:g} {h:g}",
        band("#fff", 0, 0, width / 4, h),
        band("#01411c", width / 4, 0, 3 * width / 4, h),
        circle("#fff", *white, 0.3 * h),
        circle("#01411c", *green, 0.275 * h),
        star(
            (green[0] + edge[0]) / 2,
            (green[1] + edge[1]) / 2,
            0.1 * h,
            0.1 * h * (3 - math.sqrt(5)) / 2,
            5,
            math.atan2(-along[0], along[1]),
        ),
    )


def turkiye() -> str:
    g, middle = HEIGHT, HEIGHT / 2
    outer = g / 2 + g / 30
    inner = outer + 0.0625 * g
    star_at = inner - 0.2 * g + g / 3 + g / 8
    return svg(
        f"0 0 {1.5 * g:g} {g:g}",
        band("#e30a17", 0, 0, 1.5 * g, g),
        circle("#fff", outer, middle, 0.25 * g),
        circle("#e30a17", inner, middle, 0.2 * g),
        star(star_at, middle, g / 8, g / 8 * (3 - math.sqrt(5)) / 2, 5, -math.pi / 2),
    )


def petals(
    x: float, y: float, inner: float, outer: float, sweep: tuple[int, int], teeth: int, fill: str
) -> str:
    """Return one fan of serrated petals around (x, y), from one angle to the other in degrees from upright."""
    unevenness = random.Random(f"{sweep} {outer}")  # noqa: S311
    first, last = sweep
    edge = []
    for step in range(2 * teeth + 1):
        share = step / (2 * teeth)
        angle = math.radians(first + (last - first) * share)
        radius = outer * (1 - 0.1 * (2 * share - 1) ** 2) * (0.89 if step % 2 else 1)
        radius *= 1 + unevenness.uniform(-0.018, 0.018)
        edge.append((x + radius * math.sin(angle), y - radius * math.cos(angle)))
    base = [(x + inner * math.sin(math.radians(a)), y - inner * math.cos(math.radians(a))) for a in sweep]
    path = "L".join(f"{px:.2f} {py:.2f}" for px, py in [base[0], *edge, base[1]])
    return f'<path d="M{path}Z" fill="{fill}" stroke="#5e0d18" stroke-width=".35" stroke-linejoin="round"/>'


def carnation() -> str:
    x, y = 60, 66
    green, dark = "#3f5a45", "#2c4231"
    fans = [
        *(petals(x, y, 4, 40, sweep, 7, "#7d1220") for sweep in ((-100, -52), (52, 100))),
        *(petals(x, y, 4, 44, sweep, 8, "#8d1626") for sweep in ((-72, -18), (18, 72))),
        petals(x, y, 4, 46, (-30, 30), 9, "#98192b"),
        *(petals(x, y + 1, 4, 34, sweep, 7, "#a51e32") for sweep in ((-64, -14), (14, 64))),
        petals(x, y + 1, 4, 35, (-25, 25), 8, "#b0243a"),
        *(petals(x, y + 2, 3, 23, sweep, 6, "#b92c42") for sweep in ((-52, -4), (4, 52))),
        petals(x, y + 2, 3, 22, (-22, 22), 5, "#c2374d"),
    ]
    stem = (
        f'<path d="M{x} {y + 24}C{x - 1} {y + 60} {x - 4} {y + 95} {x - 12} {y + 132}" fill="none" '
        f'stroke="{green}" stroke-width="2.6" stroke-linecap="round"/>'
    )
    leaves = (
        f'<path fill="{green}" d="M{x - 2.2} {y + 58}C{x + 10} {y + 48} {x + 24} {y + 36} {x + 34} {y + 16}'
        f'C{x + 30} {y + 42} {x + 16} {y + 60} {x - 2.6} {y + 66}Z"/>'
        f'<path fill="{green}" d="M{x - 5} {y + 88}C{x - 18} {y + 80} {x - 30} {y + 66} {x - 36} {y + 46}'
        f'C{x - 34} {y + 72} {x - 22} {y + 90} {x - 6} {y + 97}Z"/>'
    )
    calyx = (
        f'<path fill="{green}" stroke="{dark}" stroke-width=".4" d="M{x - 9} {y - 2}'
        f"C{x - 10} {y + 10} {x - 7} {y + 20} {x - 3} {y + 25}L{x + 3} {y + 25}"
        f'C{x + 7} {y + 20} {x + 10} {y + 10} {x + 9} {y - 2}L{x + 5} {y + 3}L{x} {y - 3}L{x - 5} {y + 3}Z"/>'
    )
    return svg("8 14 104 188", stem, leaves, *fans, calyx)


def drawings() -> dict[str, str]:
    return {
        "flag-az.svg": azerbaijan(),
        "flag-pk.svg": pakistan(),
        "flag-tr.svg": turkiye(),
        "carnation.svg": carnation(),
    }


def main() -> None:
    for name, drawing in drawings().items():
        (ART / name).write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    main()
