#!/usr/bin/env python3
"""Holds the fibre map against measured round trips.

    python3 check_fibre.py [PINGS.csv] [--of-2020] [--without CITY,CITY] [--worst N] [--by-city]

PINGS.csv has the columns from_city, from_lat, from_lon, to_city, to_lat, to_lon and the two countries,
and min_rtt_ms; it is not part of the project, and without it only the map's connectedness is checked.
Each end of a pair joins the map at the nearest place, by great circle; pairs measured faster than
light in fibre allows are left out.

    RTT = 2 f w / 199.86 + a,   w = kilometres + s for each stretch of fibre on the way

The way is the one with the least w: s is what it costs to leave one stretch and take the next, so that
traffic keeps to long stretches and does not crawl from town to town. Two ways are compared: straight
from place to place, and by a meeting place: between two countries the way goes through one of the
cities in which most of the tier-1 networks stand (MEETING of them or more), but is not made more than
twice as long by that. s, f and a are fitted to one half of the pairs, drawn by a hash of the pair of
cities; the errors of the other half are printed beside.

--of-2020 leaves out the cables lit since the measurements, --without the pairs of some cities (places
that are not where the file says, as pairs faster than light show); --worst and --by-city look at the
half that is fitted to, so that the other stays unseen.
"""
import csv
import hashlib
import heapq
import math
import os
import sys

from make_fibre import great_circle

HERE = os.path.dirname(os.path.abspath(__file__))
WORLD = os.path.join(HERE, '..')
LIGHT = 199.86  # km per ms in fibre: two thirds of the speed of light
MEETING = 11  # tier-1 networks of 19
NEWER = '''Airraq and Nome links;Amitié;Arimao;Bifrost;Blue;Chennai–Andaman and Nicobar Islands (CANI);Coral Bridge;
CrossChannel Fibre;DARE1;Darwin–Jakarta–Singapore Cable;Deep Blue One;Dunant;EllaLink;Equiano;GO-1 Mediterranean;
Gondwana-2;Grace Hopper;Hainan to Hong Kong Express (H2HE);Havfrue/AEC-2;Havhingsten;India Asia Xpress (IAX);IRIS;
JUPITER;Kingisepp–Kaliningrad (Baltika);KLI-SOFC Kochi–Lakshadweep Islands;Malbec;Manatua;METISS;MIST;NO-UK;
Oman Australia Cable (OAC);ORVAL/ALVAL;Pacific Light Cable Network (PLCN);PEACE;PEACE Maldives;Scylla;SJC2;
Skagenfiber West;Southern Cross NEXT;T3;Timor-Leste South Submarine Cable (TLSSC);Topaz;Zeus;2Africa'''


def rows_of(name):
    with open(os.path.join(WORLD, name), encoding='utf-8') as f:
        return list(csv.DictReader(f))


def load(left_out):
    cities = {r['id']: (float(r['lat']), float(r['lon'])) for r in rows_of('cities.csv')}
    graph = {}
    for r in rows_of('fibre.csv'):
        if r['name'] in left_out:
            continue
        for a, b in ((r['from'], r['to']), (r['to'], r['from'])):
            known = graph.setdefault(a, {}).get(b)
            if known is None or (int(r['km']), r['name']) < known:
                graph[a][b] = (int(r['km']), r['name'])
    return cities, graph


def meeting_places(graph):
    tier1 = {r['asn'] for r in rows_of('networks.csv') if r['kind'] == 'tier1'}
    count = {}
    for r in rows_of('presence.csv'):
        if r['asn'] in tier1:
            count[r['city']] = count.get(r['city'], 0) + 1
    return sorted(c for c, n in count.items() if n >= MEETING and c in graph)


def dijkstra(graph, start, per_stretch):
    best = {start: (0, None)}
    queue = [(0, start)]
    while queue:
        w, at = heapq.heappop(queue)
        if w > best[at][0]:
            continue
        for to, (length, _) in graph[at].items():
            far = w + length + per_stretch
            if to not in best or far < best[to][0]:
                best[to] = (far, at)
                heapq.heappush(queue, (far, to))
    return best


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, max(0, math.ceil(share * len(values)) - 1))]


def errors(pairs, a, f):
    return [abs(2 * w * f / LIGHT + a - p['ms']) / p['ms'] for w, p in pairs]


def cost(e):
    return quantile(e, 0.5) / 0.12 + quantile(e, 0.9) / 0.35


def way(graph, tree, to):
    route = [to]
    while tree[to][1]:
        before = tree[to][1]
        km, name = graph[before][to]
        route += [f'[{name} {km}]', before]
        to = before
    return ' '.join(reversed(route))


def read_pairs(file, cities, graph, without):
    on_map = [(c, cities[c]) for c in graph]
    places, pairs = {}, []
    faster = left_out = 0
    with open(file, encoding='utf-8') as f:
        for r in csv.DictReader(f):
            if r['from_city'] in without or r['to_city'] in without:
                left_out += 1
                continue
            at = [(float(r[s + '_lat']), float(r[s + '_lon'])) for s in ('from', 'to')]
            ms, straight = float(r['min_rtt_ms']), great_circle(*at)
            if ms < 2 * straight / LIGHT:
                faster += 1
                continue
            for x in at:
                if x not in places:
                    place = min(on_map, key=lambda c: great_circle(c[1], x))
                    places[x] = (place[0], great_circle(place[1], x))
            (a, to_a), (b, to_b) = places[at[0]], places[at[1]]
            pairs.append({'a': a, 'b': b, 'off': to_a + to_b, 'straight': straight, 'ms': ms,
                          'abroad': r['from_country'] != r['to_country'], 'cities': (r['from_city'], r['to_city'])})
    print(f'{len(pairs)} pairs; left out: {faster} faster than light in fibre, {left_out} of the cities named')
    return pairs


def lengths(graph, pairs, meeting, per_stretch):
    """The w of every pair, straight and by a meeting place."""
    trees = {place: dijkstra(graph, place, per_stretch) for place in {p[side] for p in pairs for side in 'ab'}}
    straight, met = [], []
    for p in pairs:
        if p['a'] == p['b']:
            w = by = p['straight']
        else:
            a, b = trees[p['a']], trees[p['b']]
            w = by = a[p['b']][0] + p['off']
            if p['abroad']:
                by = min(min(a[m][0] + b[m][0] for m in meeting) + p['off'], 2 * w)
        straight.append((w, p))
        met.append((by, p))
    return trees, straight, met


def main():
    options = sys.argv[1:]
    after = lambda name: options[options.index(name) + 1] if name in options else ''
    newer = {name.strip() for name in NEWER.split(';')}
    cities, graph = load(newer if '--of-2020' in options else ())
    reached = dijkstra(graph, 'london-gb', 0)
    print(f'{len(graph)} places on the map, {len(reached)} in one piece')
    whole = len(reached) == len(graph) or '--of-2020' in options
    if len(reached) != len(graph):
        print('apart:', ' '.join(sorted(set(graph) - set(reached))))
        graph = {a: to for a, to in graph.items() if a in reached}
    files = [x for x in options if x.endswith('.csv')]
    if not files or not os.path.exists(files[0]):
        print('no measurements to hold it against')
        return 0 if whole else 1
    pairs = read_pairs(files[0], cities, graph, set(after('--without').split(',')))
    meeting = meeting_places(graph)
    print(f'{len(meeting)} meeting places: {" ".join(meeting)}')
    fitted = lambda p: hashlib.md5('|'.join(sorted(p['cities'])).encode()).digest()[0] % 2 == 0
    half = lambda rows, fit: [r for r in rows if fitted(r[1]) == fit]
    best = {}
    for s in (0, 50, 100, 150, 200, 250):
        trees, straight, met = lengths(graph, pairs, meeting, s)
        for title, rows in (('straight', straight), ('by a meeting place', met)):
            if s == 0 and title != 'straight':
                continue
            fit = half(rows, True)
            choices = [(cost(errors(fit, a / 2, f / 50)), a / 2, f / 50) for f in range(50, 67) for a in range(0, 19)]
            choice = min(choices) + (s, rows, trees)
            for name in [title] + (['straight, no cost of a stretch'] if s == 0 else []):
                if name not in best or choice[0] < best[name][0]:
                    best[name] = choice
    for title in ('straight, no cost of a stretch', 'straight', 'by a meeting place'):
        _, a, f, s, rows, trees = best[title]
        print(f'{title}: s = {s} km, f = {f}, a = {a} ms')
        for name, fit in (('fitted', True), ('other', False)):
            e = errors(half(rows, fit), a, f)
            print(f'    {name:6} {len(e)} pairs: median {quantile(e, 0.5):.1%}, 90th percentile {quantile(e, 0.9):.1%}')
    fit = [((2 * w * f / LIGHT + a - p['ms']) / p['ms'], p) for w, p in half(rows, True)]
    if '--by-city' in options:
        groups = {}
        for e, p in fit:
            for city in p['cities']:
                groups.setdefault(city, []).append(e)
        for city, e in sorted(groups.items(), key=lambda g: -quantile([abs(x) for x in g[1]], 0.9)):
            print(f'{city:28} {len(e):4} median {quantile(e, 0.5):+.0%}, 90th percentile of size '
                  f'{quantile([abs(x) for x in e], 0.9):.0%}')
    if '--worst' in options:
        fit.sort(key=lambda r: -abs(r[0]))
        for e, p in fit[:int(after('--worst'))]:
            print(f'{p["cities"][0]} – {p["cities"][1]}: measured {p["ms"]} ms, model {p["ms"] * (1 + e):.1f}; '
                  f'{way(graph, trees[p["a"]], p["b"])}')
    return 0 if whole else 1


if __name__ == '__main__':
    sys.exit(main())
