#!/usr/bin/env python3
"""Holds the fibre map against measured round trips.

    python3 check_fibre.py [PINGS.csv] [--worst N] [--by-country]

PINGS.csv has the columns from_lat, from_lon, to_lat, to_lon, min_rtt_ms (others are ignored); it is
not part of the project, and without it only the map's connectedness is checked. Each end of a pair
is taken to the nearest city within 50 km; pairs measured faster than light in fibre allows are left
out. Model: RTT = 2 km f / 199.86 + a + b per stretch of fibre on the way; the lengths are real ones, so
b = 0 and f = 1 is light alone, and f tells how much longer than the map's shortest way the traffic
really goes. The constants are fitted to
one half of the pairs (drawn by a hash of the pair), the errors are those of the other half.
"""
import csv
import hashlib
import heapq
import os
import sys

from make_fibre import great_circle

HERE = os.path.dirname(os.path.abspath(__file__))
WORLD = os.path.join(HERE, '..')
LIGHT = 199.86  # km per ms in fibre: two thirds of the speed of light


def load():
    with open(os.path.join(WORLD, 'cities.csv'), encoding='utf-8') as f:
        cities = {r['id']: (float(r['lat']), float(r['lon'])) for r in csv.DictReader(f)}
    graph = {}
    with open(os.path.join(WORLD, 'fibre.csv'), encoding='utf-8') as f:
        for r in csv.DictReader(f):
            graph.setdefault(r['from'], []).append((r['to'], int(r['km']), r['name']))
            graph.setdefault(r['to'], []).append((r['from'], int(r['km']), r['name']))
    return cities, graph


def dijkstra(graph, start):
    best = {start: (0, 0, None, None)}
    queue = [(0, 0, start)]
    done = set()
    while queue:
        km, hops, at = heapq.heappop(queue)
        if at in done:
            continue
        done.add(at)
        for to, length, name in graph[at]:
            if to not in best or (km + length, hops + 1) < best[to][:2]:
                best[to] = (km + length, hops + 1, at, name)
                heapq.heappush(queue, (km + length, hops + 1, to))
    return best


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, max(0, int(-(-share * len(values) // 1)) - 1))]


def errors(pairs, a, b, f):
    return [abs(2 * km * f / LIGHT + a + b * hops - ms) / ms for km, hops, ms, *_ in pairs]


def cost(pairs, a, b, f):
    e = errors(pairs, a, b, f)
    return quantile(e, 0.5) + 0.5 * quantile(e, 0.9)


def way(best, to):
    route = [to]
    while best[to][2]:
        route.append(f'[{best[to][3]} {best[to][0] - best[best[to][2]][0]}]')
        to = best[to][2]
        route.append(to)
    return ' '.join(reversed(route))


def main():
    cities, graph = load()
    reached = dijkstra(graph, next(iter(graph)))
    print(f'{len(graph)} places on the map, {len(reached)} in one piece')
    if len(reached) != len(graph):
        print('apart:', ' '.join(sorted(set(graph) - set(reached))))
    files = [x for i, x in enumerate(sys.argv[1:], 1) if x.endswith('.csv')]
    if not files or not os.path.exists(files[0]):
        print('no measurements to hold it against')
        return 0 if len(reached) == len(graph) else 1
    on_map = [(c, cities[c]) for c in graph]
    off_map = {}

    def place(lat, lon):
        near = min(cities.items(), key=lambda c: great_circle(c[1], (lat, lon)))
        if great_circle(near[1], (lat, lon)) > 50:
            return None
        if near[0] not in graph:
            off_map[near[0]] = min(on_map, key=lambda c: great_circle(c[1], near[1]))[0]
        return near[0]

    places, pairs = {}, []
    skipped = faster = 0
    with open(files[0], encoding='utf-8') as f:
        for r in csv.DictReader(f):
            ends = []
            for side in ('from', 'to'):
                at = (float(r[side + '_lat']), float(r[side + '_lon']))
                if at not in places:
                    places[at] = place(*at)
                ends.append((places[at], at))
            ms = float(r['min_rtt_ms'])
            if ms < 2 * great_circle(ends[0][1], ends[1][1]) / LIGHT:
                faster += 1
                continue
            if not ends[0][0] or not ends[1][0] or ends[0][0] == ends[1][0]:
                skipped += 1
                continue
            pairs.append((ends[0][0], ends[1][0], ms))
    trees, rows = {}, []
    for a, b, ms in pairs:
        extra = 0
        a2, b2 = off_map.get(a, a), off_map.get(b, b)
        extra = great_circle(cities[a], cities[a2]) + great_circle(cities[b], cities[b2])
        if a2 not in trees:
            trees[a2] = dijkstra(graph, a2)
        km, hops = trees[a2][b2][:2]
        rows.append((km + extra, hops, ms, a2, b2))
    half = lambda r: hashlib.sha256(' '.join(sorted(r[3:5])).encode()).digest()[0] % 2
    fit, test = [r for r in rows if half(r) == 0], [r for r in rows if half(r) == 1]
    print(f'{len(rows)} pairs ({len(fit)} to fit, {len(test)} to test); left out: {skipped} with a place '
          f'not within 50 km of a city or both ends in one, {faster} faster than light in fibre')
    models = {
        'a': [(x / 4, 0, 1) for x in range(0, 101)],
        'a and b a stretch': [(x / 2, y / 20, 1) for x in range(0, 41) for y in range(0, 31)],
        'a and detour factor f': [(x / 2, 0, 1 + y / 50) for x in range(0, 41) for y in range(0, 31)],
    }
    best = {}
    for title, choices in models.items():
        best[title] = min(choices, key=lambda c: cost(fit, *c))
        ca, cb, cf = best[title]
        print(f'{title}: a = {ca} ms, b = {cb} ms, f = {cf}')
        for half_title, part in (('fit', fit), ('test', test)):
            e = errors(part, ca, cb, cf)
            print(f'    {half_title:5} median {quantile(e, 0.5):.1%}, 90th percentile {quantile(e, 0.9):.1%}')
    a, b, f = best['a and detour factor f']
    if '--by-country' in sys.argv:
        groups = {}
        for r in rows:
            e = (2 * r[0] * f / LIGHT + a + b * r[1] - r[2]) / r[2]
            groups.setdefault(r[3], []).append(e)
            groups.setdefault(r[4], []).append(e)
        for c, e in sorted(groups.items(), key=lambda g: -quantile([abs(x) for x in g[1]], 0.5)):
            print(f'{c:28} {len(e):4} median {quantile(e, 0.5):+.0%} of size {quantile([abs(x) for x in e], 0.5):.0%}')
    if '--worst' in sys.argv:
        n = int(sys.argv[sys.argv.index('--worst') + 1])
        rows.sort(key=lambda r: -abs(2 * r[0] * f / LIGHT + a + b * r[1] - r[2]) / r[2])
        for km, hops, ms, x, y in rows[:n]:
            model = 2 * km * f / LIGHT + a + b * hops
            print(f'{x} {y}: measured {ms}, model {model:.1f}; {way(trees[x], y)}')
    return 0 if len(reached) == len(graph) else 1


if __name__ == '__main__':
    sys.exit(main())
