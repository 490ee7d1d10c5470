#!/usr/bin/env python3
# Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
"""Prints, as Markdown, what `catchment solve` says of the built-in world, to be read for sense.

Usage: tables_of_routes.py PROGRAM > ../routes.md

PROGRAM is the command that runs the program, for example `../../../run`.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys

WORLD = pathlib.Path(__file__).resolve().parent.parent
SOURCES = WORLD.parent.parent
CONTINENTS = ["NorthAmerica", "SouthAmerica", "Europe", "Africa", "Asia", "Oceania"]


def table(name):
    with (WORLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def continents():
    """Country code → continent, from the program's own list."""
    text = (SOURCES / "qml/models/continents.cpp").read_text(encoding="utf-8")
    of = {}
    for name, codes in re.findall(r'\{Continent::(\w+),((?:\s*"[A-Z ]+")+)\}', text):
        for code in " ".join(re.findall(r'"([A-Z ]+)"', codes)).split():
            of[code] = name
    return of


def solve(program, codes):
    words = f"fly deploy -a my-app -r {','.join(codes)}"
    run = subprocess.run([program, "solve", "--deploy", words], check=True, capture_output=True)
    return json.loads(run.stdout)


def spoken(name):
    return re.sub(r"(?<!^)([A-Z])", r" \1", name)


def path(city, names):
    """Of the largest network among those that reach the city's region."""
    for network in city["networks"]:
        if network["region"] == city["region"]:
            return " → ".join(names.get(asn, f"AS{asn}") for asn in network["path"][:-1])
    return ""


def row(*cells):
    print("| " + " | ".join(str(c) for c in cells) + " |")


def heading(*cells):
    row(*cells)
    row(*("---" for _ in cells))


def largest_cities(solution, of, names):
    heading("city", "region", "RTT, ms", "km", "networks on the way of its largest network")
    for continent in CONTINENTS:
        cities = [c for c in solution["cities"] if of.get(c["country"]) == continent]
        row(f"**{spoken(continent)}**", "", "", "", "")
        for city in sorted(cities, key=lambda c: -c["users"])[:12]:
            far = "" if city["region"] == city["nearestRegion"] else f" (nearest: {city['nearestRegion']})"
            row(f"{city['city']}, {city['country']}", city["region"] + far, f"{city['rttMs']:.0f}", city["regionKm"],
                path(city, names))


def percentile(samples, share):
    samples = sorted(samples)
    wanted, covered = share * sum(users for _, users in samples), 0
    for ms, users in samples:
        covered += users
        if covered >= wanted * (1 - 1e-12):
            return ms


def distribution(solution, of):
    heading("continent", "users, M", "10 %", "25 %", "median", "75 %", "90 %", "95 %", "not at the nearest region")
    for continent in CONTINENTS + [None]:
        cities = [c for c in solution["cities"] if continent is None or of.get(c["country"]) == continent]
        samples = [(n["rttMs"], n["share"] * c["users"]) for c in cities for n in c["networks"] if n["region"]]
        users = sum(u for _, u in samples)
        far = sum(c["users"] for c in cities if "reason" in c)
        row(spoken(continent) if continent else "**World**", f"{users / 1e6:,.0f}",
            *(f"{percentile(samples, s):.0f}" for s in (0.1, 0.25, 0.5, 0.75, 0.9, 0.95)), f"{far / users:.0%}")


WORDS = {"local-pref": "local preference", "path-length": "AS path length", "origin": "origin", "med": "MED",
         "external": "own external session first", "hot-potato": "hot potato", "tie": "the last tie-break"}


def reason(city, names, exchanges):
    why = city["reason"]
    where = f"{names.get(why['asn'], why['asn'])} in {why['at']}"
    over = f", over {exchanges[why['exchange']]}" if why.get("exchange") else ""
    if why["step"] == "never-offered":
        return f"no network on the way was offered a route to {city['nearestRegion']}{over}"
    return f"at {where} the route to {city['nearestRegion']} lost by {WORDS[why['step']]}{over}"


def far_cities(solution, names, exchanges):
    heading("city", "region", "nearest", "farther by, km", "RTT, ms", "reason")
    far = [c for c in solution["cities"] if "reason" in c]
    for city in sorted(far, key=lambda c: -c["users"])[:20]:
        row(f"{city['city']}, {city['country']}", city["region"], city["nearestRegion"],
            city["regionKm"] - city["nearestKm"], f"{city['rttMs']:.0f}", reason(city, names, exchanges))


def main(program):
    of = continents()
    names = {int(r["asn"]): r["name"] for r in table("networks.csv")}
    exchanges = {r["id"]: r["name"] for r in table("exchanges.csv")}
    deployable = [r["code"] for r in table("regions.csv") if r["status"] == "deployable"]
    story, everywhere = solve(program, ["ewr", "ams"]), solve(program, deployable)
    print("# Routes on the built-in world, to be read for sense\n")
    print("Made by `scripts/tables_of_routes.py` from what `catchment solve` prints; made again whenever the tables",
          "of the world change. RTTs are means over a city's networks, weighted.\n")
    print("## Deployed in `ewr` and `ams`: the twelve largest cities of each continent\n")
    largest_cities(story, of, names)
    print(f"\n## Deployed in all {len(deployable)} deployable regions: the users' RTT, ms\n")
    distribution(everywhere, of)
    print(f"\n## Deployed in all {len(deployable)}: the twelve largest cities of each continent\n")
    largest_cities(everywhere, of, names)
    print(f"\n## Deployed in all {len(deployable)}: the twenty largest cities that are not at their nearest region\n")
    far_cities(everywhere, names, exchanges)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
