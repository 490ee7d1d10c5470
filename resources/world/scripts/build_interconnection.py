#!/usr/bin/env python3
# Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
"""Makes networks.csv, presence.csv, links.csv, exchanges.csv, members.csv, access.csv and sessions.csv.

Usage: build_interconnection.py [WORLD_DIR] [--verbose]      (default: the folder above this one)

Reads the hand-written sources in interconnection/ beside this script, WORLD_DIR/cities.csv for the ids of cities and
the number of their users, and resolvers.csv and regions.csv, in whose cities their networks have routers too. The
sources are general knowledge of each network; corrections belong there.

    1-global.txt … 7-small.txt     asn | name | kind | country | cities | providers | peers
    meetings.txt                   where the tier-1 networks meet each other; other links with their notes
    exchanges.csv, members.txt     exchanges; who is a member, and with which policy
    access_countries.csv           who serves a country's users, and where
    sessions.txt                   the operator's own sessions (illustrative)

A city is written as its id without the country where that is clear: the network's own country first, then the
largest city of that name. `*8` stands for the eight cities with most users in the network's country.
"""
import csv
import itertools
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE / "interconnection"


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def lines(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.split("#")[0].strip()
        if line:
            yield f"{path.name}:{number}", line


def great_circle(a, b):
    (lat1, lon1), (lat2, lon2) = a, b
    p, q = math.radians(lat1), math.radians(lat2)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(min(1.0, h)))


class Builder:
    def __init__(self, world):
        self.world = world
        self.problems = []
        self.unlisted = set()
        self.cities = {}
        for row in rows(world / "cities.csv"):
            self.cities[row["id"]] = (row["country"], float(row["lat"]), float(row["lon"]), float(row["users"] or 0))
        self.by_country = {}
        self.by_stem = {}
        for city, (country, _, _, users) in self.cities.items():
            self.by_country.setdefault(country, []).append(city)
            self.by_stem.setdefault(city.rsplit("-", 1)[0], []).append(city)
        for group in (self.by_country, self.by_stem):
            for ids in group.values():
                ids.sort(key=lambda c: (-self.cities[c][3], c))
        self.networks, self.presence, self.links, self.notes = {}, {}, {}, {}
        self.exchanges, self.members = {}, {}

    def problem(self, where, text):
        self.problems.append(f"{where}: {text}")

    def city(self, token, country, where):
        if token in self.cities:
            return token
        own = f"{token}-{country.lower()}"
        if own in self.cities:
            return own
        if self.by_stem.get(token):
            return self.by_stem[token][0]
        self.unlisted.add(f"{where} {token}")
        return None

    def city_list(self, text, country, where):
        found = []
        for token in text.split():
            if token.startswith("*"):
                count, _, other = token[1:].partition(":")
                found += self.by_country.get((other or country).upper(), [])[:int(count)]
            else:
                city = self.city(token, country, where)
                if city:
                    found.append(city)
        return sorted(set(found))

    def places(self, text, country, where):
        found = []
        for token in text.split(","):
            if token in self.exchanges:
                found.append(token)
            elif token:
                city = self.city(token, country, where)
                if city:
                    found.append(city)
        return sorted(set(found))

    def add_link(self, where, a, b, kind, places, note=""):
        if kind == "peering" and a > b:
            a, b = b, a
        pair = (min(a, b), max(a, b))
        if pair in self.links:
            old = self.links[pair]
            if old[:3] == (a, b, kind) and not places:
                return
            self.problem(where, f"{a} {b} is there already as {old[2]} {old[0]} {old[1]}")
            return
        self.links[pair] = (a, b, kind, places, note)

    def read(self):
        for row in rows(SOURCE / "exchanges.csv"):
            city = self.city(row["city"], row["country"], "exchanges.csv")
            if city:
                self.exchanges[row["id"]] = (row["name"], city)
        texts = []
        for path in sorted(SOURCE.glob("[0-9]-*.txt")):
            for where, line in lines(path):
                part = [p.strip() for p in line.split("|")]
                if len(part) != 7:
                    self.problem(where, f"{len(part)} fields instead of 7")
                    continue
                asn = int(part[0])
                if asn in self.networks:
                    self.problem(where, f"AS{asn} is there already")
                    continue
                self.networks[asn] = (part[1], part[2], part[3])
                self.presence[asn] = self.city_list(part[4], part[3], where)
                texts.append((where, asn, part[5], part[6]))
        clique = self.meetings()
        for where, asn, providers, peers in texts:
            for other_text, kind in ((providers, "transit"), (peers, "peering")):
                for token in other_text.split():
                    other, _, place_text = token.partition("@")
                    other = int(other)
                    if other not in self.networks:
                        self.problem(where, f"AS{other} is not in the world")
                        continue
                    places = self.places(place_text, self.networks[asn][2], where)
                    if kind == "transit":
                        self.add_link(where, other, asn, kind, places)
                    else:
                        if not places and other in clique:
                            places = sorted(set(clique[other]) & set(self.presence[asn]))
                        self.add_link(where, asn, other, kind, places)
        self.read_members()
        for exchange, members in self.members.items():  # content networks stand where they are members
            for asn in members:
                if self.networks[asn][1] == "content":
                    self.presence[asn] = sorted(set(self.presence[asn]) | {self.exchanges[exchange][1]})
        operator = next(asn for asn, network in self.networks.items() if network[1] == "operator")
        for name, of in (("resolvers.csv", lambda row: int(row["asn"])), ("regions.csv", lambda row: operator)):
            # where public resolvers answer, and where the operator has or had a region
            for row in rows(self.world / name) if (self.world / name).exists() else ():
                if of(row) in self.presence and row["city"] in self.cities:
                    self.presence[of(row)] = sorted(set(self.presence[of(row)]) | {row["city"]})
        for place_list in self.links.values():
            for place in place_list[3]:
                for asn in place_list[:2]:
                    if place in self.exchanges:
                        if asn not in self.members.get(place, {}):
                            self.problem("links", f"AS{asn} is no member of {place}")
                    elif place not in self.presence[asn]:
                        self.problem("links", f"AS{asn} has no router in {place} ({place_list[0]} {place_list[1]})")

    def meetings(self):
        """Tier-1 networks meet where both of them meet others at all."""
        meet, extra = {}, []
        for where, line in lines(SOURCE / "meetings.txt"):
            part = [p.strip() for p in line.split("|")]
            if part[0] == "note":
                self.notes[tuple(int(x) for x in part[1].split())] = part[2]
            elif part[0] == "link":
                extra.append((where, part))
            else:
                asn = int(part[0])
                meet[asn] = self.city_list(part[1], self.networks[asn][2], where)
                absent = sorted(set(meet[asn]) - set(self.presence[asn]))
                if absent:
                    self.problem(where, f"AS{asn} has no router in {' '.join(absent)}")
        for where, part in extra:
            a, b = (int(x) for x in part[1].split())
            self.add_link(where, a, b, part[2], self.places(part[3], self.networks[a][2], where),
                          part[4] if len(part) > 4 else "")
        for a, b in itertools.combinations(sorted(meet), 2):
            if (a, b) in self.links:
                continue
            common = sorted(set(meet[a]) & set(meet[b]))
            if not common:
                self.problem("meetings.txt", f"AS{a} and AS{b} meet nowhere")
            self.add_link("meetings.txt", a, b, "peering", common)
        return meet

    def read_members(self):
        for exchange in self.exchanges:
            self.members[exchange] = {}
        for where, line in lines(SOURCE / "members.txt"):
            exchange, policy, asns = (p.strip() for p in line.split("|"))
            if exchange not in self.exchanges:
                self.problem(where, f"no exchange {exchange}")
                continue
            for token in asns.split():
                asn = int(token)
                if asn not in self.networks:
                    self.problem(where, f"AS{asn} is not in the world")
                elif asn in self.members[exchange]:
                    self.problem(where, f"AS{asn} is a member of {exchange} already")
                else:
                    self.members[exchange][asn] = policy

    def write(self, name, header, table):
        with (self.world / name).open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(header)
            out.writerows(table)
        print(f"{name}: {len(table)}")

    def access(self):
        """Shares of each city's users: the country's, among the networks that serve there."""
        shares = {}
        for number, row in enumerate(rows(SOURCE / "access_countries.csv"), 2):
            where = f"access_countries.csv:{number}"
            asn = int(row["asn"])
            if asn not in self.networks:
                self.problem(where, f"AS{asn} is not in the world")
                continue
            centres = self.city_list(row["centres"], row["country"], where)
            reach = float(row["reach_km"]) if row["reach_km"] else None
            if reach is not None and not centres:
                centres = [c for c in self.presence[asn] if self.cities[c][0] == row["country"]]
            shares.setdefault(row["country"], []).append((asn, float(row["share"]), centres, reach))
        table = []
        for city, (country, lat, lon, users) in sorted(self.cities.items()):
            if users <= 0:
                continue
            here = {}
            for asn, share, centres, reach in shares.get(country, []):
                if reach is not None and not any(great_circle((lat, lon), self.cities[c][1:3]) <= reach for c in centres):
                    continue
                here[asn] = here.get(asn, 0) + share
            if not here:
                self.problem("access", f"nobody serves {city}")
                continue
            total = sum(here.values())
            parts = {asn: share / total for asn, share in here.items()}
            parts = {asn: p for asn, p in parts.items() if p >= 0.01} or parts
            total = sum(parts.values())
            whole = {asn: int(p / total * 1000) for asn, p in parts.items()}
            rest = 1000 - sum(whole.values())
            for asn in sorted(whole, key=lambda a: (-(parts[a] / total * 1000 - whole[a]), a))[:rest]:
                whole[asn] += 1
            for asn, count in sorted(whole.items()):
                if count:
                    table.append((city, asn, f"{count / 1000:.3f}".rstrip("0").rstrip(".") if count < 1000 else "1"))
        return table

    def sessions(self):
        table = []
        for where, line in lines(SOURCE / "sessions.txt"):
            region, relationship, rest = (p.strip() for p in line.split("|"))
            for token in rest.split():
                asn, _, via = token.partition("@")
                if int(asn) not in self.networks:
                    self.problem(where, f"AS{asn} is not in the world")
                    continue
                if via and int(asn) not in self.members.get(via, {}):
                    self.problem(where, f"AS{asn} is no member of {via}")
                table.append((region, int(asn), relationship, via))
        return sorted(table)

    def build(self):
        self.read()
        for pair, note in self.notes.items():
            key = (min(pair), max(pair))
            if key not in self.links:
                self.problem("meetings.txt", f"a note for {pair}, which is no link")
                continue
            self.links[key] = self.links[key][:4] + (note,)
        access, sessions = self.access(), self.sessions()
        self.write("networks.csv", ("asn", "name", "kind", "country"),
                   [(asn, *self.networks[asn]) for asn in sorted(self.networks)])
        self.write("presence.csv", ("asn", "city"),
                   [(asn, city) for asn in sorted(self.presence) for city in self.presence[asn]])
        self.write("links.csv", ("a", "b", "kind", "places", "note"),
                   [(a, b, kind, ";".join(places), note) for a, b, kind, places, note in sorted(self.links.values())])
        self.write("exchanges.csv", ("id", "name", "city"),
                   [(x, *self.exchanges[x]) for x in sorted(self.exchanges)])
        self.write("members.csv", ("exchange", "asn", "policy"),
                   [(x, asn, self.members[x][asn]) for x in sorted(self.members) for asn in sorted(self.members[x])])
        self.write("access.csv", ("city", "asn", "share"), access)
        self.write("sessions.csv", ("region", "asn", "relationship", "via"), sessions)
        if self.unlisted:
            print(f"left out, as cities.csv does not list them: {len(self.unlisted)} mentions of places"
                  + (": " + ", ".join(sorted(self.unlisted)) if "--verbose" in sys.argv else ""))
        for text in self.problems:
            print("problem:", text, file=sys.stderr)
        return 1 if self.problems else 0


if __name__ == "__main__":
    folders = [a for a in sys.argv[1:] if not a.startswith("--")]
    sys.exit(Builder(pathlib.Path(folders[0]) if folders else HERE.parent).build())
