#!/usr/bin/env python3
"""Makes fibre.csv from fibre_land.txt and fibre_sea.txt beside this script, and cities.csv.

    python3 make_fibre.py > ../fibre.csv

A line of the two files is `country factor | name | city city 123 city / city city ...`: cities in
their order along the route, '/' starts a branch, a whole number between two cities is the route's
length there in kilometres; where none is given it is the great circle times the line's factor.
A city without its country code is in the line's country. Nothing else is read, and the same input
gives the same bytes.
"""
import csv
import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def great_circle(a, b):
    la1, lo1, la2, lo2 = (math.radians(x) for x in (a[0], a[1], b[0], b[1]))
    h = math.sin((la2 - la1) / 2) ** 2 + math.cos(la1) * math.cos(la2) * math.sin((lo2 - lo1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def main():
    cities = {}
    with open(os.path.join(HERE, '..', 'cities.csv'), encoding='utf-8') as f:
        for row in csv.DictReader(f):
            cities[row['id']] = (float(row['lat']), float(row['lon']))
    problems = []
    segments = {}
    for file, kind in (('fibre_land.txt', 'terrestrial'), ('fibre_sea.txt', 'submarine')):
        with open(os.path.join(HERE, file), encoding='utf-8') as f:
            for number, line in enumerate(f, 1):
                line = line.split('#')[0].strip()
                if not line:
                    continue
                head, name, route = (part.strip() for part in line.split('|'))
                country, factor = head.split()
                factor = float(factor)
                for branch in route.split('/'):
                    before, length = None, None
                    for word in branch.split():
                        if word.isdigit():
                            length = int(word)
                            continue
                        city = word if word in cities else f'{word}-{country}'
                        if city not in cities:
                            problems.append(f'{file}:{number}: {word}: no such city')
                            before, length = None, None
                            continue
                        if before:
                            straight = great_circle(cities[before], cities[city])
                            km = length if length is not None else max(1, round(straight * factor))
                            if km < straight * 0.995:
                                problems.append(f'{file}:{number}: {before}-{city}: {km} km, '
                                                f'but the great circle is {straight:.0f}')
                            key = (min(before, city), max(before, city), name)
                            if key in segments:
                                problems.append(f'{file}:{number}: {before}-{city}: twice in {name}')
                            segments[key] = (before, city, km, kind, name)
                        before, length = city, None
    out = csv.writer(sys.stdout, lineterminator='\n')
    out.writerow(['from', 'to', 'km', 'kind', 'name'])
    order = {'submarine': 0, 'terrestrial': 1}
    for row in sorted(segments.values(), key=lambda r: (order[r[3]], r[4], r[0], r[1])):
        out.writerow(row)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f'{len(segments)} segments', file=sys.stderr)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
