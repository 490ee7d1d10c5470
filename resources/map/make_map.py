#!/usr/bin/env python3
# Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
"""Makes land.bin, the compact form of Natural Earth's countries that the program embeds.

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    ./make_map.py package/countries-50m.json land.bin

Needs Debian's iso-codes for the table of country codes. README.md describes the format.
"""
import json
import sys

ISO = "/usr/share/iso-codes/json/iso_3166-1.json"
# Natural Earth gives these no number.
BY_NAME = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Indian Ocean Ter.": "CX", "Siachen Glacier": ""}
# Overseas parts that have a code of their own: (country, west, south, east, north, code).
PARTS = [("FR", -55, 2, -51, 6, "GF"), ("FR", -62, 15.7, -61, 16.6, "GP"), ("FR", -62, 14, -60, 15, "MQ"),
         ("FR", 55, -22, 56, -20, "RE"), ("FR", 45, -14, 46, -12, "YT"), ("NO", 5, 74, 35, 82, "SJ"),
         ("NL", -69, 11, -62, 18, "BQ")]
COAST, BORDER, FRAME = 0, 1, 2


def varint(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def zigzag(value):
    return varint(value * 2 if value >= 0 else -value * 2 - 1)


def text(value):
    data = value.encode()
    return varint(len(data)) + data


def main(source, target):
    atlas = json.load(open(source))
    (scale_x, scale_y), (left, bottom) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    alpha2 = {entry["numeric"]: entry["alpha_2"] for entry in json.load(open(ISO))["3166-1"]}

    lines = []
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x, y))
        lines.append(line)
    right = round(360 / scale_x)

    def place(point):
        return left + point[0] * scale_x, bottom + point[1] * scale_y

    def on_frame(a, b):
        """Is the stretch an edge of the sheet rather than of land?"""
        return (a[0] == b[0] and a[0] in (0, right)) or (a[1] == b[1] == 0)

    # The atlas has sewn up what the sheet's edge had cut: a line that crosses ±180° jumps. It is cut there again, and
    # where it runs along the edge it becomes an arc of its own.
    CUT = None
    pieces, arcs, frames = [], [], []
    for line in lines:
        mine = []
        part = [line[0]]

        def finish(frame):
            if len(part) > 1:
                mine.append(len(arcs))
                arcs.append(list(part))
                frames.append(frame)

        frame = False
        for a, b in zip(line, line[1:]):
            if abs(b[0] - a[0]) > right / 2:
                edge_a, edge_b = (right, 0) if a[0] > b[0] else (0, right)
                way_a, way_b = abs(edge_a - a[0]), abs(edge_b - b[0])
                y = a[1] if way_a + way_b == 0 else round(a[1] + (b[1] - a[1]) * way_a / (way_a + way_b))
                if way_a:
                    part.append((edge_a, y))
                finish(frame)
                mine.append(CUT)
                part[:] = [(edge_b, y)] + ([b] if way_b else [])
                frame = False
                continue
            if len(part) > 1 and on_frame(a, b) != frame:
                finish(frame)
                part[:] = [a]
            frame = on_frame(a, b)
            part.append(b)
        finish(frame)
        pieces.append(mine)

    def rings_of(refs):
        """The rings that one ring of the atlas falls into, as references to pieces: index × 2, + 1 where it runs
        backwards."""
        way = []
        for ref in refs:
            mine = pieces[ref] if ref >= 0 else list(reversed(pieces[~ref]))
            way += [CUT if p is CUT else p * 2 + (ref < 0) for p in mine]
        if CUT not in way:
            return [way]
        first = way.index(CUT)
        way = way[first + 1:] + way[:first + 1]
        rings, run = [], []
        for ref in way:
            if ref is not CUT:
                run.append(ref)
            elif run:
                rings.append(run + [closing(run)])
                run = []
        return rings

    def closing(run):
        """An arc along the sheet's edge from the end of a run to its start."""
        line = arcs[run[-1] // 2]
        end = line[0] if run[-1] & 1 else line[-1]
        line = arcs[run[0] // 2]
        start = line[-1] if run[0] & 1 else line[0]
        arcs.append([end, start] if end[0] == start[0] else [end, (end[0], 0), (start[0], 0), start])
        frames.append(True)
        used.append(0)
        return (len(arcs) - 1) * 2

    countries, polygons = {}, []
    used = [0] * len(arcs)
    for geometry in atlas["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = alpha2.get(geometry.get("id"), BY_NAME.get(name))
        if code is None:
            sys.exit(f"no code for {name}")
        shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for shape in shapes:
            rings = [ring for refs in shape for ring in rings_of(refs)]
            for ring in rings:
                for ref in ring:
                    used[ref // 2] += 1
            x, y = place(arcs[rings[0][0] // 2][0])
            mine = code
            for country, west, south, east, north, part in PARTS:
                if code == country and west <= x <= east and south <= y <= north:
                    mine = part
            polygons.append((countries.setdefault(mine, len(countries)), rings))

    out = bytearray(b"CMAP1\n")
    for value in (left, bottom, scale_x, scale_y):
        out += text(repr(value))
    out += varint(len(countries))
    for code in countries:
        out += text(code)
    out += varint(len(arcs))
    for arc, frame, uses in zip(arcs, frames, used):
        out += varint(FRAME if frame else COAST if uses < 2 else BORDER) + varint(len(arc))
        x = y = 0
        for px, py in arc:
            out += zigzag(px - x) + zigzag(py - y)
            x, y = px, py
    out += varint(len(polygons))
    for country, rings in polygons:
        out += varint(country) + varint(len(rings))
        for ring in rings:
            out += varint(len(ring)) + b"".join(varint(ref) for ref in ring)
    open(target, "wb").write(out)
    print(f"{target}: {len(countries)} countries, {len(polygons)} polygons, {len(arcs)} arcs "
          f"({sum(frames)} on the edge of the sheet), {len(out)} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
