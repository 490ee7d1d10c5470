#!/usr/bin/env python3
# Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the colours of regions.csv: `./make_regions.py > regions.csv`.

Each continent keeps to a family of hues (OKLCH). Within it, colours are moved until regions that are deployed together
are as far apart as they get (OKLab) for normal and for simulated protan, deutan and tritan eyes (Machado, Oliveira and
Fernandes 2009, severity 1). Once published, a region keeps its colour for good: for a new region, add it and keep the
rows of the others (they are read from regions.csv where that exists, and not moved).
"""
import csv
import math
import os
import random
import sys

# Hue, lightness and chroma ranges.
FAMILIES = {
    "north-america": ((195, 300), (0.40, 0.84), (0.07, 0.18)),
    "europe": ((18, 78), (0.46, 0.84), (0.10, 0.19)),
    "asia": ((312, 370), (0.40, 0.82), (0.09, 0.20)),
    "south-america": ((125, 152), (0.45, 0.82), (0.10, 0.18)),
    "oceania": ((158, 186), (0.48, 0.84), (0.08, 0.14)),
    "africa": ((88, 104), (0.62, 0.84), (0.11, 0.17)),
}
REGIONS = {
    "north-america": "ewr iad ord dfw lax sjc yyz sea mia atl bos den phx yul gdl qro",
    "europe": "ams fra lhr cdg arn mad waw otp ist",
    "asia": "nrt sin bom hkg maa dxb",
    "south-america": "gru gig eze scl bog",
    "oceania": "syd mel",
    "africa": "jnb",
}
DEPLOYABLE = "ams arn bom cdg dfw ewr fra gru iad jnb lax lhr nrt ord sin sjc syd yyz".split()
# Chosen by eye: the two that everybody sees first.
CHOSEN = {"ewr": "#3b7ddd", "ams": "#e8720c"}
# One per part of the world: what people deploy first.
WORLD = "ewr ams nrt gru sin syd jnb bom".split()
NEIGHBOURS = [tuple(pair.split("-")) for pair in (
    "ewr-iad ewr-ord ewr-yyz ewr-bos ewr-yul iad-ord iad-atl iad-mia ord-yyz ord-dfw dfw-lax dfw-atl dfw-den lax-sjc "
    "lax-phx sjc-sea ams-fra ams-lhr ams-cdg fra-cdg lhr-cdg fra-arn ams-arn fra-waw waw-otp cdg-mad lhr-ams otp-ist "
    "nrt-hkg nrt-sin sin-hkg sin-bom bom-maa bom-dxb syd-mel gru-gig gru-eze eze-scl bog-gru bog-mia gdl-qro yyz-yul "
    "dfw-qro lax-gdl jnb-dxb ist-dxb ewr-lax ewr-sjc ewr-dfw iad-lax iad-sjc iad-dfw ord-lax ord-sjc").split()]
# Protan, deutan, tritan, on linear RGB.
EYES = [((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
        ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
        ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))]


def linear_of_oklch(l, c, h):
    a, b = c * math.cos(math.radians(h)), c * math.sin(math.radians(h))
    l_, m_, s_ = l + 0.3963377774 * a + 0.2158037573 * b, l - 0.1055613458 * a - 0.0638541728 * b, \
        l - 0.0894841775 * a - 1.2914855480 * b
    l3, m3, s3 = l_ ** 3, m_ ** 3, s_ ** 3
    return (4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
            -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
            -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3)


def oklab_of_linear(r, g, b):
    cbrt = lambda v: math.copysign(abs(v) ** (1 / 3), v)
    l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)


def encode(v):
    v = min(1, max(0, v))
    return round(255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055))


def decode(v):
    v /= 255
    return v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4


def seen(linear):
    """The colour for the four kinds of eyes, in OKLab."""
    views = [linear] + [tuple(min(1, max(0, sum(k * v for k, v in zip(row, linear)))) for row in eye) for eye in EYES]
    return [oklab_of_linear(*view) for view in views]


def distance(one, other):
    return min(100 * math.dist(a, b) for a, b in zip(one, other))


def wish(a, b, family):
    """How far apart two regions should be, and how much that matters."""
    pair = {a, b}
    if pair == {"ewr", "ams"}:
        return 26, 12
    if any(pair == {x, y} for x, y in NEIGHBOURS):
        return (15, 8) if a in DEPLOYABLE and b in DEPLOYABLE else (12, 3)
    if a in WORLD and b in WORLD:
        return 17, 8
    if a in DEPLOYABLE and b in DEPLOYABLE:
        return 12, 3
    if family[a] == family[b]:
        return 7, 1
    return 6, 0.3


def draw(random_, family):
    (h0, h1), (l0, l1), (c0, c1) = FAMILIES[family]
    while True:
        lch = random_.uniform(l0, l1), random_.uniform(c0, c1), random_.uniform(h0, h1)
        linear = linear_of_oklch(*lch)
        if all(-0.002 <= v <= 1.002 for v in linear):
            return lch, linear


def near(random_, lch, family, step):
    (h0, h1), (l0, l1), (c0, c1) = FAMILIES[family]
    l, c, h = lch
    new = (min(l1, max(l0, l + random_.gauss(0, 0.08 * step))), min(c1, max(c0, c + random_.gauss(0, 0.03 * step))),
           min(h1, max(h0, h + random_.gauss(0, 25 * step))))
    linear = linear_of_oklch(*new)
    return (new, linear) if all(-0.002 <= v <= 1.002 for v in linear) else None


def main():
    family = {code: name for name, codes in REGIONS.items() for code in codes.split()}
    codes = list(family)
    fixed = dict(CHOSEN)
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "regions.csv")
    if os.path.exists(here):
        fixed |= {row["code"]: row["colour"] for row in csv.DictReader(open(here))}
    rng = random.Random(7)
    lch, eyes = {}, {}
    for code in codes:
        if code in fixed:
            eyes[code] = seen(tuple(decode(int(fixed[code][i:i + 2], 16)) for i in (1, 3, 5)))
        else:
            lch[code], linear = draw(rng, family[code])
            eyes[code] = seen(linear)

    def trouble(code, mine):
        total = 0
        for other in codes:
            if other != code:
                target, weight = wish(code, other, family)
                short = target - distance(mine, eyes[other])
                if short > 0:
                    total += weight * short * short
        return total

    rounds = 90000 if lch else 0
    for i in range(rounds):
        code = rng.choice(list(lch))
        heat = 1 - i / rounds
        move = near(rng, lch[code], family[code], 0.15 + heat)
        if not move:
            continue
        mine = seen(move[1])
        change = trouble(code, mine) - trouble(code, eyes[code])
        if change < 0 or rng.random() < math.exp(-change / (40 * heat * heat + 0.01)):
            lch[code], eyes[code] = move[0], mine

    print("code,colour,family")
    for code in codes:
        colour = fixed.get(code) or "#%02x%02x%02x" % tuple(encode(v) for v in linear_of_oklch(*lch[code]))
        print(f"{code},{colour},{family[code]}")
    worst = sorted((distance(eyes[a], eyes[b]), a, b) for i, a in enumerate(codes) for b in codes[:i])
    for title, group in (("world", WORLD), ("deployable", DEPLOYABLE)):
        print(title, *[f"{a}/{b} {d:.1f}" for d, a, b in worst if a in group and b in group][:6], file=sys.stderr)
    print("neighbours", *[f"{a}/{b} {d:.1f}" for d, a, b in worst if any({a, b} == set(n) for n in NEIGHBOURS)][:6],
          file=sys.stderr)
    print("all", *[f"{a}/{b} {d:.1f}" for d, a, b in worst][:6], file=sys.stderr)


if __name__ == "__main__":
    main()
