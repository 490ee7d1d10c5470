#!/usr/bin/env python3
"""Checks cities.csv, fibre.csv, regions.csv, resolvers.csv and world.json. Prints what is wrong;
status 0 if nothing is.

    python3 check_geography.py [FLY_REGIONS.csv IXPS.csv]

The two optional files list regions (code, status) and exchanges (city, country) that must be covered.
"""
import csv
import ipaddress
import json
import os
import re
import sys

from make_fibre import great_circle

WORLD = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
wrong = []


def rows(name, columns):
    path = os.path.join(WORLD, name)
    with open(path, 'rb') as f:
        raw = f.read()
    if b'\r' in raw or raw.startswith(b'\xef\xbb\xbf') or not raw.endswith(b'\n'):
        wrong.append(f'{name}: line ends or byte order mark')
    with open(path, encoding='utf-8', newline='') as f:
        reader = csv.reader(f)
        if next(reader) != columns:
            wrong.append(f'{name}:1: header is not {",".join(columns)}')
        out = []
        for number, row in enumerate(reader, 2):
            if len(row) != len(columns):
                wrong.append(f'{name}:{number}: {len(row)} columns')
            else:
                out.append((number, dict(zip(columns, row))))
    return out


def main():
    cities = {}
    by_country = {}
    for n, r in rows('cities.csv', ['id', 'name', 'country', 'lat', 'lon', 'users']):
        where = f'cities.csv:{n}: {r["id"]}'
        if not re.fullmatch(r'[a-z0-9]+(-[a-z0-9]+)*-[a-z]{2}', r['id']) or not r['id'].endswith(r['country'].lower()):
            wrong.append(f'{where}: not a slug with its country')
        if r['id'] in cities:
            wrong.append(f'{where}: twice')
        if not r['name'].strip() or not r['users'].isdigit():
            wrong.append(f'{where}: name or users')
        at = (float(r['lat']), float(r['lon']))
        if not (-90 <= at[0] <= 90 and -180 <= at[1] <= 180):
            wrong.append(f'{where}: outside the world')
        cities[r['id']] = at
        by_country.setdefault(r['country'], []).append((r['id'], at, int(r['users'])))
    far = {'BQ', 'FM', 'KI', 'PF', 'US', 'CL', 'EC', 'ES', 'PT', 'NO', 'RU', 'AU', 'TF', 'GL', 'CN', 'CA', 'NZ', 'IN'}
    for country, list_ in by_country.items():
        for id_, at, users in list_:
            others = [great_circle(at, b) for i, b, u in list_ if i != id_]
            if others and min(others) > 900 and country not in far:
                wrong.append(f'{id_}: {min(others):.0f} km from the next city of its country')
        if not sum(u for _, _, u in list_):
            wrong.append(f'{country}: nobody is online')
    with open(os.path.join(WORLD, 'scripts', 'online.csv'), encoding='utf-8') as f:
        for r in csv.DictReader(f):
            people = round(float(r['population']) * float(r['online_share']))
            have = sum(u for _, _, u in by_country.get(r['country'], []))
            if abs(people - have) > 1:
                wrong.append(f'{r["country"]}: {have} users, should be {people}')
    total = sum(u for c in by_country.values() for _, _, u in c)
    if not 5.2e9 <= total <= 5.7e9:
        wrong.append(f'world: {total} users')
    if len(cities) < 1200 or len(by_country) < 190:
        wrong.append(f'only {len(cities)} cities in {len(by_country)} countries')

    graph, names, kinds = {}, {}, {}
    seen = set()
    for n, r in rows('fibre.csv', ['from', 'to', 'km', 'kind', 'name']):
        where = f'fibre.csv:{n}: {r["from"]}-{r["to"]}'
        if r['from'] not in cities or r['to'] not in cities:
            wrong.append(f'{where}: no such city')
            continue
        straight = great_circle(cities[r['from']], cities[r['to']])
        km = int(r['km'])
        if km < 0.98 * straight or km <= 0:
            wrong.append(f'{where}: {km} km, great circle {straight:.0f}')
        if km > 3.2 * straight + 500:
            wrong.append(f'{where}: {km} km, great circle only {straight:.0f}')
        if r['kind'] not in ('terrestrial', 'submarine') or not r['name']:
            wrong.append(f'{where}: kind or name')
        if r['kind'] == 'terrestrial' and straight > 1800:
            wrong.append(f'{where}: {straight:.0f} km on land in one stretch')
        key = (min(r['from'], r['to']), max(r['from'], r['to']), r['name'])
        if key in seen:
            wrong.append(f'{where}: twice')
        seen.add(key)
        if names.setdefault(r['name'], r['kind']) != r['kind']:
            wrong.append(f'{where}: {r["name"]} is of two kinds')
        kinds[r['kind']] = kinds.get(r['kind'], 0) + 1
        graph.setdefault(r['from'], set()).add(r['to'])
        graph.setdefault(r['to'], set()).add(r['from'])
    reached, todo = set(), [next(iter(graph))]
    while todo:
        c = todo.pop()
        if c not in reached:
            reached.add(c)
            todo.extend(graph[c])
    if set(graph) - reached:
        wrong.append('fibre.csv: apart from the rest: ' + ' '.join(sorted(set(graph) - reached)))
    for country, list_ in sorted(by_country.items()):
        for id_, at, users in list_:
            if id_ not in graph:
                near = min(graph, key=lambda g: great_circle(cities[g], at))
                # Islands without a cable are reached by satellite: the jump to the next country is meant.
                if users > 20000 and near[-2:] != id_[-2:] and great_circle(cities[near], at) < 400:
                    wrong.append(f'{id_}: not on the fibre map, and the nearest place on it is {near}')

    codes = {}
    regions = rows('regions.csv', ['code', 'name', 'city', 'status', 'aliases'])
    for n, r in regions:
        if r['city'] not in cities:
            wrong.append(f'regions.csv:{n}: {r["city"]}: no such city')
        if r['status'] not in ('deployable', 'former', 'edge'):
            wrong.append(f'regions.csv:{n}: status {r["status"]}')
        for word in [r['code']] + [a for a in r['aliases'].split(';') if a]:
            if word in codes:
                wrong.append(f'regions.csv:{n}: {word} stands for {codes[word]} already')
            codes[word] = r['code']
    for n, r in rows('resolvers.csv', ['city', 'operator', 'asn']):
        if r['city'] not in cities or not r['asn'].isdigit():
            wrong.append(f'resolvers.csv:{n}: {r["city"]} {r["asn"]}')
    with open(os.path.join(WORLD, 'world.json'), encoding='utf-8') as f:
        world = json.load(f)
    net = ipaddress.ip_network(world['operator']['prefix'])
    if net.prefixlen != 22 or world['format'] != 'catchment-world' or world['version'] != 1:
        wrong.append('world.json: format, version or prefix')

    if len(sys.argv) > 2:
        status = {'deployable': 'deployable', 'removed': 'former', 'edge': 'edge'}
        have = {r['code']: r['status'] for _, r in regions}
        with open(sys.argv[1], encoding='utf-8') as f:
            for r in csv.DictReader(f):
                should = next(v for k, v in status.items() if r['status'].startswith(k))
                if have.get(r['code']) != should:
                    wrong.append(f'regions.csv: {r["code"]} should be {should}')
        with open(sys.argv[2], encoding='utf-8') as f:
            for r in csv.DictReader(f):
                at = (float(r['lat']), float(r['lon']))
                near = min(cities, key=lambda c: great_circle(cities[c], at))
                if great_circle(cities[near], at) > 25 or near not in graph:
                    wrong.append(f'{r["id"]}: no city on the fibre map at {r["city"]}')

    for w in wrong:
        print(w)
    cables = sum(1 for k in names.values() if k == 'submarine')
    print(f'{len(cities)} cities, {len(by_country)} countries, {total} users; {sum(kinds.values())} stretches of fibre '
          f'({kinds.get("submarine", 0)} submarine of {cables} cables) at {len(graph)} places; '
          f'{len(regions)} regions; {len(wrong)} wrong')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
