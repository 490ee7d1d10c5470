#!/usr/bin/env python3
# Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the tables of networks and links of a world folder for consistency.

Usage: check_interconnection.py [WORLD_DIR]      (default: the folder above this one)

Exit status 0 if all is sound, else 1 with one line for each fault.
"""
import csv
import math
import pathlib
import sys
from decimal import Decimal

KINDS = {"tier1", "transit", "access", "content", "operator"}
POLICIES = {"open", "selective", "restrictive"}
COLUMNS = {
    "networks.csv": ["asn", "name", "kind", "country"],
    "presence.csv": ["asn", "city"],
    "links.csv": ["a", "b", "kind", "places", "note"],
    "exchanges.csv": ["id", "name", "city"],
    "members.csv": ["exchange", "asn", "policy"],
    "access.csv": ["city", "asn", "share"],
    "sessions.csv": ["region", "asn", "relationship", "via"],
}
FAR_KM = 3000  # a city's access network should have a router of the country at most this far away


def great_circle(a, b):
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(min(1.0, h)))


def main():
    world = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
    faults = []
    say = faults.append

    def table(name):
        raw = (world / name).read_bytes()
        if b"\r" in raw:
            say(f"{name}: line ends are not LF")
        if not raw.endswith(b"\n"):
            say(f"{name}: no line end at the end")
        reader = csv.DictReader(raw.decode("utf-8").splitlines())
        if name in COLUMNS and reader.fieldnames != COLUMNS[name]:
            say(f"{name}: columns {reader.fieldnames}")
        return list(reader)

    def unique(name, rows, *keys, order=None):
        seen = set()
        for number, row in enumerate(rows, 2):
            key = tuple(row[k] for k in keys)
            if key in seen:
                say(f"{name}:{number}: {' '.join(key)} twice")
            seen.add(key)
        if order and rows != sorted(rows, key=order):
            say(f"{name}: not sorted")
        return seen

    cities = {r["id"]: r for r in table("cities.csv")}
    point = {c: (float(r["lat"]), float(r["lon"])) for c, r in cities.items()}

    networks = table("networks.csv")
    unique("networks.csv", networks, "asn", order=lambda r: int(r["asn"]))
    unique("networks.csv", networks, "name")
    kind = {int(r["asn"]): r["kind"] for r in networks}
    for r in networks:
        if r["kind"] not in KINDS:
            say(f"networks.csv: AS{r['asn']}: kind {r['kind']}")
        if len(r["country"]) != 2 or not r["name"].strip():
            say(f"networks.csv: AS{r['asn']}: name or country")
    operators = {asn for asn, k in kind.items() if k == "operator"}
    if len(operators) != 1:
        say("networks.csv: there must be one operator")

    presence = table("presence.csv")
    unique("presence.csv", presence, "asn", "city", order=lambda r: (int(r["asn"]), r["city"]))
    routers = {asn: set() for asn in kind}
    for number, r in enumerate(presence, 2):
        if int(r["asn"]) not in kind or r["city"] not in cities:
            say(f"presence.csv:{number}: AS{r['asn']} in {r['city']}: unknown")
        else:
            routers[int(r["asn"])].add(r["city"])
    for asn, where in routers.items():
        if not where:
            say(f"presence.csv: AS{asn} has no router")

    exchanges = {r["id"]: r["city"] for r in table("exchanges.csv")}
    for exchange, city in exchanges.items():
        if city not in cities:
            say(f"exchanges.csv: {exchange}: unknown city {city}")
    members = table("members.csv")
    unique("members.csv", members, "exchange", "asn", order=lambda r: (r["exchange"], int(r["asn"])))
    member = {x: set() for x in exchanges}
    for number, r in enumerate(members, 2):
        if r["exchange"] not in exchanges or int(r["asn"]) not in kind or r["policy"] not in POLICIES:
            say(f"members.csv:{number}: {r}")
        else:
            member[r["exchange"]].add(int(r["asn"]))
    for exchange, who in member.items():
        if len(who) < 2:
            say(f"members.csv: {exchange} has {len(who)} members")

    links = table("links.csv")
    pairs, providers = set(), {asn: set() for asn in kind}
    if links != sorted(links, key=lambda r: (int(r["a"]), int(r["b"]))):
        say("links.csv: not sorted")
    for number, r in enumerate(links, 2):
        a, b, where = int(r["a"]), int(r["b"]), f"links.csv:{number}: {r['a']} {r['b']}"
        if a not in kind or b not in kind or a == b or r["kind"] not in ("transit", "peering"):
            say(f"{where}: unknown network or kind")
            continue
        pair = (min(a, b), max(a, b))
        if pair in pairs:
            say(f"{where}: a second relationship for the pair")
        pairs.add(pair)
        if r["kind"] == "transit":
            providers[b].add(a)
        places = r["places"].split(";") if r["places"] else []
        if places != sorted(set(places)):
            say(f"{where}: places twice or not sorted")
        for place in places:
            for asn in (a, b):
                if place in exchanges:
                    if asn not in member[place]:
                        say(f"{where}: AS{asn} is no member of {place}")
                elif place not in routers[asn]:
                    say(f"{where}: AS{asn} has no router in {place}")
    for asn, above in providers.items():
        if not above and kind[asn] not in ("tier1", "operator"):
            say(f"links.csv: AS{asn} has no provider")
        if above and kind[asn] == "tier1":
            say(f"links.csv: AS{asn} is tier-1 and has a provider")
    tier1 = sorted(a for a, k in kind.items() if k == "tier1")
    for i, a in enumerate(tier1):
        for b in tier1[i + 1:]:
            if (a, b) not in pairs:
                say(f"links.csv: tier-1 networks {a} and {b} do not peer")
    state = {}
    for start in sorted(kind):
        stack = [(start, iter(sorted(providers[start])))] if start not in state else []
        state.setdefault(start, 1)
        while stack:
            asn, above = stack[-1]
            for nxt in above:
                if state.get(nxt) == 1:
                    say(f"links.csv: provider cycle through AS{nxt} and AS{asn}")
                elif nxt not in state:
                    state[nxt] = 1
                    stack.append((nxt, iter(sorted(providers[nxt]))))
                    break
            else:
                state[asn] = 2
                stack.pop()

    access = table("access.csv")
    unique("access.csv", access, "city", "asn", order=lambda r: (r["city"], int(r["asn"])))
    sums = {}
    for number, r in enumerate(access, 2):
        city, asn, share = r["city"], int(r["asn"]), Decimal(r["share"])
        if city not in cities or asn not in kind or not 0 < share <= 1:
            say(f"access.csv:{number}: {r}")
            continue
        sums[city] = sums.get(city, 0) + share
        if not any(great_circle(point[city], point[c]) <= FAR_KM for c in routers[asn]):
            if float(cities[city]["users"]) >= 20000:
                say(f"access.csv:{number}: AS{asn} has no router near {city}")
    for city, r in cities.items():
        if float(r["users"] or 0) > 0 and city not in sums:
            say(f"access.csv: nobody serves {city}")
    for city, total in sums.items():
        if total != 1:
            say(f"access.csv: {city}: shares sum to {total}")

    sessions = table("sessions.csv")
    unique("sessions.csv", sessions, "region", "asn", "via")
    if sessions != sorted(sessions, key=lambda r: (r["region"], int(r["asn"]), r["via"])):
        say("sessions.csv: not sorted")
    regions = {r["code"] for r in table("regions.csv")} if (world / "regions.csv").exists() else None
    relation = {}
    for number, r in enumerate(sessions, 2):
        asn, where = int(r["asn"]), f"sessions.csv:{number}"
        if asn not in kind or r["relationship"] not in ("provider", "peer", "customer"):
            say(f"{where}: {r}")
            continue
        if regions is not None and r["region"] not in regions:
            say(f"{where}: unknown region {r['region']}")
        if r["via"] and asn not in member.get(r["via"], ()):
            say(f"{where}: AS{asn} is no member of {r['via']}")
        if relation.setdefault(asn, r["relationship"]) != r["relationship"]:
            say(f"{where}: AS{asn} is {relation[asn]} and {r['relationship']}")
    if regions is not None:
        for code in sorted(regions - {r["region"] for r in sessions}):
            say(f"sessions.csv: region {code} has no session")

    print(f"networks {len(kind)}, routers {len(presence)}, links {len(links)}, exchanges {len(exchanges)}, "
          f"members {len(members)}, cities served {len(sums)}, sessions {len(sessions)}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
