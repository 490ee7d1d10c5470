#!/usr/bin/env python3
# Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
"""Computes catchments on the tables of a world folder, to look at them for sense: small, slow, and by itself.

Usage: check_routes.py [WORLD_DIR] [--deploy ewr,ams] [--tune SPEC]... [--top 60] [--city ID]... [--far] [--csv]

A SPEC is `region[/neighbour]:what`, where what is withhold, noexport, or prepend=N: `gru:prepend=2`, `ewr/1299:withhold`.
`--session region,asn,relationship[,exchange]` adds a session. `--far` lists the cities that do not reach their
nearest region, with the reason. The steps are those of the program's engine: customer before peer before provider,
shortest path, own external session, least interior cost, lowest neighbour, neighbour city, exit city, exchange.
Interior costs run over fibre.csv if it is there, else over the great circle × 1.3.
"""
import argparse
import csv
import heapq
import math
import pathlib
import sys

CLASSES = ("own", "customer", "peer", "provider")
CUSTOMER, PEER, PROVIDER = 1, 2, 3
REGION_CITY = {"ewr": "new-york-us"}


def great_circle(a, b):
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(min(1.0, h)))


class Candidate:
    __slots__ = ("cls", "length", "exit", "neighbour", "city", "extra", "exchange", "region", "path", "noexport", "via")

    def __init__(self, cls, length, exit_city, neighbour, city, extra, exchange, region, path, noexport, via):
        self.cls, self.length, self.exit, self.neighbour, self.city = cls, length, exit_city, neighbour, city
        self.extra, self.exchange, self.region, self.path = extra, exchange, region, path
        self.noexport, self.via = noexport, via


class World:
    def __init__(self, folder):
        def table(name):
            with (folder / name).open(encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))

        self.city = {r["id"]: r for r in table("cities.csv")}
        self.point = {c: (float(r["lat"]), float(r["lon"])) for c, r in self.city.items()}
        self.name = {int(r["asn"]): r["name"] for r in table("networks.csv")}
        self.kind = {int(r["asn"]): r["kind"] for r in table("networks.csv")}
        self.operator = next(a for a, k in self.kind.items() if k == "operator")
        self.routers = {}
        for r in table("presence.csv"):
            self.routers.setdefault(int(r["asn"]), []).append(r["city"])
        self.exchange = {r["id"]: r["city"] for r in table("exchanges.csv")}
        self.access = {}
        for r in table("access.csv"):
            self.access.setdefault(r["city"], []).append((int(r["asn"]), float(r["share"])))
        self.sessions = [(r["region"], int(r["asn"]), r["relationship"], r["via"]) for r in table("sessions.csv")]
        self.regions = {r["code"]: r for r in table("regions.csv")} if (folder / "regions.csv").exists() else {}
        self.fibre, self.rows, self.attached = None, {}, {}
        if (folder / "fibre.csv").exists():
            self.fibre = {}
            for r in table("fibre.csv"):
                km = float(r["km"])
                self.fibre.setdefault(r["from"], []).append((r["to"], km))
                self.fibre.setdefault(r["to"], []).append((r["from"], km))
        # neighbours[a][b] = (what b is to a, [(city of a, city of b, km between, exchange)])
        self.neighbours = {asn: {} for asn in self.name}
        pairs = set()
        for r in table("links.csv"):
            a, b = int(r["a"]), int(r["b"])
            if self.operator in (a, b):
                continue
            pairs.add((min(a, b), max(a, b)))
            meets = []
            if r["places"]:
                for place in r["places"].split(";"):
                    meets.append(self.meeting(a, b, self.exchange.get(place, place), place if place in self.exchange else ""))
            else:
                both = sorted(set(self.routers[a]) & set(self.routers[b]))
                meets = [(c, c, 0.0, "") for c in both] or [self.nearest_pair(a, b)]
            self.join(a, b, CUSTOMER if r["kind"] == "transit" else PEER, meets)
        member = {}
        for r in table("members.csv"):
            if r["policy"] == "open":
                member.setdefault(r["exchange"], []).append(int(r["asn"]))
        at = {}
        for exchange, asns in sorted(member.items()):
            asns = sorted(a for a in asns if a != self.operator)
            for i, a in enumerate(asns):
                for b in asns[i + 1:]:
                    if (a, b) not in pairs:
                        at.setdefault((a, b), []).append(self.meeting(a, b, self.exchange[exchange], exchange))
        for (a, b), meets in at.items():
            self.join(a, b, PEER, meets)
        self.open_pairs = len(at)

    def join(self, a, b, b_is, meets):
        a_is = PROVIDER if b_is == CUSTOMER else PEER
        self.neighbours[a][b] = (b_is, meets)
        self.neighbours[b][a] = (a_is, [(y, x, km, ix) for x, y, km, ix in meets])

    def nearest_router(self, asn, city):
        if city in self.routers[asn]:
            return city
        return min(self.routers[asn], key=lambda c: (self.km(c, city), c))

    def meeting(self, a, b, city, exchange):
        x, y = self.nearest_router(a, city), self.nearest_router(b, city)
        return (x, y, self.km(x, city) + self.km(city, y), exchange)

    def nearest_pair(self, a, b):
        km, x, y = min((self.km(x, y), x, y) for x in self.routers[a] for y in self.routers[b])
        return (x, y, km, "")

    def attach(self, city):
        if city not in self.attached:
            if city in self.fibre:
                self.attached[city] = (city, 0.0)
            else:
                km, place = min((great_circle(self.point[city], self.point[p]), p) for p in self.fibre if p in self.point)
                self.attached[city] = (place, km)
        return self.attached[city]

    def km(self, a, b):
        if a == b:
            return 0.0
        if self.fibre is None:
            key = (a, b) if a < b else (b, a)
            if key not in self.rows:
                self.rows[key] = 1.3 * great_circle(self.point[a], self.point[b])
            return self.rows[key]
        (x, dx), (y, dy) = self.attach(a), self.attach(b)
        if y not in self.rows:
            if x in self.rows:
                x, y = y, x
            else:
                self.rows[y] = self.dijkstra(y)
        return dx + self.rows[y].get(x, math.inf) + dy

    def dijkstra(self, start):
        best, heap = {start: 0.0}, [(0.0, start)]
        while heap:
            km, here = heapq.heappop(heap)
            if km > best[here]:
                continue
            for there, more in self.fibre[here]:
                if km + more < best.get(there, math.inf):
                    best[there] = km + more
                    heapq.heappush(heap, (km + more, there))
        return best

    def region_city(self, code):
        row = self.regions.get(code, {})
        if row.get("city") in self.point:
            return row["city"]
        if code in REGION_CITY:
            return REGION_CITY[code]
        name = row.get("name", "").split(",")[0].strip().lower().replace(" ", "-")
        for city in self.point:
            if city.rsplit("-", 1)[0] == name:
                return city
        return DEFAULT_CITY[code]


DEFAULT_CITY = dict(zip(
    "ams arn bom cdg dfw ewr fra gru iad jnb lax lhr nrt ord sin sjc syd yyz atl bog bos den eze gdl gig hkg mad mia otp phx "
    "qro scl sea waw yul dxb ist mel maa".split(),
    "amsterdam-nl stockholm-se mumbai-in paris-fr dallas-us new-york-us frankfurt-de sao-paulo-br ashburn-us johannesburg-za "
    "los-angeles-us london-gb tokyo-jp chicago-us singapore-sg san-jose-us sydney-au toronto-ca atlanta-us bogota-co boston-us "
    "denver-us buenos-aires-ar guadalajara-mx rio-de-janeiro-br hong-kong-hk madrid-es miami-us bucharest-ro phoenix-us "
    "queretaro-mx santiago-cl seattle-us warsaw-pl montreal-ca dubai-ae istanbul-tr melbourne-au chennai-in".split()))


class Solution:
    def __init__(self, world, deployed, tuning=(), extra_sessions=()):
        self.world, self.deployed = world, deployed
        self.place = {code: world.region_city(code) for code in deployed}
        self.offers = {}  # asn -> candidates straight from the operator
        for region, asn, relationship, via in list(world.sessions) + list(extra_sessions):
            if region not in deployed:
                continue
            prepend, noexport, withhold = 0, False, False
            for (r, n), what in tuning:
                if r == region and n in (None, asn):
                    withhold |= what == "withhold"
                    noexport |= what == "noexport"
                    if what.startswith("prepend="):
                        prepend = int(what[8:])
            if withhold:
                continue
            city = world.exchange[via] if via else self.place[region]
            router = world.nearest_router(asn, city)
            cls = {"provider": CUSTOMER, "peer": PEER, "customer": PROVIDER}[relationship]
            path = (world.operator,) * (1 + prepend)
            extra = world.km(router, city) + world.km(city, self.place[region])
            self.offers.setdefault(asn, []).append(Candidate(
                cls, 1 + prepend, router, world.operator, self.place[region], extra, via, region, path, noexport, None))
        self.chosen, self.best = {}, {}  # asn -> (class, length); (asn, city) -> candidate
        self.solve()

    def from_neighbour(self, asn, other):
        """What the neighbour's routers offer: one candidate for each place where the two meet."""
        other_is, meets = self.world.neighbours[asn][other]
        if other not in self.chosen:
            return
        cls, length = self.chosen[other]
        if cls != CUSTOMER and other_is != PROVIDER:
            return
        for mine, theirs, extra, exchange in meets:
            route = self.best[other, theirs]
            if route.noexport or asn in route.path:
                continue
            yield Candidate(other_is, length + 1, mine, other, theirs, extra, exchange, route.region,
                            (other,) + route.path, False, route)

    def settle(self, asn, candidates):
        least = min(c.length for c in candidates)
        candidates = [c for c in candidates if c.length == least]
        self.chosen[asn] = (candidates[0].cls, least)
        for router in self.world.routers[asn]:
            self.best[asn, router] = min(candidates, key=lambda c: self.rank(router, c))

    def rank(self, router, c):
        """The decision from step 1 on; smaller is better."""
        own = c.exit == router
        return (c.cls, c.length, not own, round((0 if own else self.world.km(router, c.exit)) + c.extra, 3),
                c.neighbour, c.city, c.exit, c.exchange)

    def wave(self, cls):
        """Routes of one class from neighbours, shortest first."""
        world = self.world
        todo = {}
        for asn in world.name:
            if asn in self.chosen or asn == world.operator:
                continue
            lengths = [c.length for c in self.offers.get(asn, ()) if c.cls == cls]
            lengths += [self.chosen[o][1] + 1 for o, (is_, _) in world.neighbours[asn].items() if is_ == cls and o in self.chosen]
            for length in lengths:
                todo.setdefault(length, set()).add(asn)
        while todo:
            length = min(todo)
            for asn in sorted(todo.pop(length)):
                if asn in self.chosen:
                    continue
                got = [c for c in self.offers.get(asn, ()) if c.cls == cls and c.length == length]
                for other, (is_, _) in world.neighbours[asn].items():
                    if is_ == cls and other in self.chosen and self.chosen[other][1] == length - 1:
                        got += [c for c in self.from_neighbour(asn, other)]
                if not got:
                    continue
                self.settle(asn, got)
                if cls != PEER:
                    for other, (is_, _) in world.neighbours[asn].items():
                        if is_ == (PROVIDER if cls == CUSTOMER else CUSTOMER) and other not in self.chosen:
                            todo.setdefault(length + 1, set()).add(other)

    def solve(self):
        self.wave(CUSTOMER)
        # one step across peerings: all from customer routes, none from one another
        before = dict(self.chosen)
        settle = {}
        for asn in self.world.name:
            if asn in before or asn == self.world.operator:
                continue
            got = [c for c in self.offers.get(asn, ()) if c.cls == PEER]
            for other, (is_, _) in self.world.neighbours[asn].items():
                if is_ == PEER and other in before:
                    got += list(self.from_neighbour(asn, other))
            if got:
                settle[asn] = got
        for asn, got in settle.items():
            self.settle(asn, got)
        self.wave(PROVIDER)

    def all_candidates(self, asn):
        got = list(self.offers.get(asn, ()))
        for other in self.world.neighbours[asn]:
            got += list(self.from_neighbour(asn, other))
        return got

    def route(self, city, asn):
        router = self.world.nearest_router(asn, city)
        return router, self.best.get((asn, router))

    def journey(self, router, asn, route):
        """Routers on the way: (asn, router, candidate), and the kilometres."""
        hops, km = [], 0.0
        while route is not None:
            hops.append((asn, router, route))
            km += self.world.km(router, route.exit) + route.extra
            asn, router, route = route.neighbour, route.city, route.via
        return hops, km

    def catchments(self):
        result = {}
        for city, shares in self.world.access.items():
            users = float(self.world.city[city]["users"])
            parts = []
            for asn, share in shares:
                router, route = self.route(city, asn)
                if route is None:
                    parts.append((asn, share, None, (), math.inf, []))
                    continue
                hops, km = self.journey(router, asn, route)
                parts.append((asn, share, route.region, (asn,) + route.path, km + self.world.km(city, router), hops))
            result[city] = (users, parts)
        return result

    def nearest(self, city):
        return min((great_circle(self.world.point[city], self.world.point[self.place[r]]), r) for r in self.deployed)

    def reason(self, hops, nearest):
        steps = ("local-pref", "path-length", "external", "hot-potato", "tie", "tie", "tie", "tie")
        for asn, router, won in hops:
            losing = [c for c in self.all_candidates(asn) if c.region == nearest]
            if losing:
                best = min(losing, key=lambda c: self.rank(router, c))
                mine, theirs = self.rank(router, won), self.rank(router, best)
                step = next((steps[i] for i in range(len(mine)) if mine[i] != theirs[i]), "tie")
                return step, asn, router, won.exchange
        return "never-offered", hops[0][0], hops[0][1], hops[0][2].exchange


def tuning_of(text):
    where, _, what = text.partition(":")
    region, _, neighbour = where.partition("/")
    return (region, int(neighbour) if neighbour else None), what


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("world", nargs="?", default=str(pathlib.Path(__file__).resolve().parent.parent))
    parser.add_argument("--deploy", default="ewr,ams")
    parser.add_argument("--tune", action="append", default=[])
    parser.add_argument("--session", action="append", default=[])
    parser.add_argument("--top", type=int, default=60)
    parser.add_argument("--city", action="append", default=[])
    parser.add_argument("--far", action="store_true")
    parser.add_argument("--csv", action="store_true")
    args = parser.parse_args()
    world = World(pathlib.Path(args.world))
    extra = []
    for text in args.session:
        region, asn, relationship, via = (text.split(",") + [""])[:4]
        extra.append((region, int(asn), relationship, via))
    solution = Solution(world, args.deploy.split(","), [tuning_of(t) for t in args.tune], extra)
    catchments = solution.catchments()

    total, weight, seconds, unreached = 0.0, {}, 0.0, []
    far_users, rows = 0.0, []
    for city, (users, parts) in catchments.items():
        vote, km_sum = {}, 0.0
        for asn, share, region, path, km, hops in parts:
            if region is None:
                unreached.append((city, asn))
                continue
            vote[region] = vote.get(region, 0) + share
            weight[region] = weight.get(region, 0) + share * users
            seconds += share * users * km / 100
            total += share * users
            km_sum += share * km
        if not vote:
            continue
        region = min(vote, key=lambda r: (-vote[r], r))
        nearest_km, nearest = solution.nearest(city)
        reached_km = great_circle(world.point[city], world.point[solution.place[region]])
        far = reached_km - nearest_km >= 100
        far_users += users if far else 0
        rows.append((users, city, region, vote, km_sum, nearest, reached_km - nearest_km if far else 0, parts))
    rows.sort(key=lambda r: (-r[0], r[1]))
    if args.csv:
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(("city", "users", "region", "nearest", "farther_km"))
        for users, city, region, _, _, nearest, more, _ in rows:
            out.writerow((city, round(users), region, nearest, round(more)))
        return 0

    def describe(row, every=False):
        users, city, region, vote, km, nearest, more, parts = row
        split = " ".join(f"{r} {share:.0%}" for r, share in sorted(vote.items(), key=lambda x: -x[1]))
        print(f"{city:24} {users / 1e6:6.1f}M {split:34} {km / 100:5.0f} ms" + (f"  not {nearest}: {more:.0f} km farther" if more else ""))
        if every or more:
            for asn, share, reached, path, part_km, hops in sorted(parts, key=lambda p: -p[1]):
                if reached is None or not (every or reached == region):
                    continue
                text = ""
                if reached != nearest:
                    step, at, router, exchange = solution.reason(hops, nearest)
                    text = f"{step} at AS{at} {router}" + (f" over {exchange}" if exchange else "")
                print(f"    {share:6.1%} {world.name[asn]:24} {reached} {part_km / 100:4.0f} ms  {' '.join(map(str, path))}  "
                      + " > ".join(f"{r.exit}{'=' + r.exchange if r.exchange else ''}" for _, _, r in hops) + f"  {text}")

    if args.city:
        for row in rows:
            if row[1] in args.city:
                describe(row, True)
        return 0
    for row in rows[:args.top]:
        describe(row)
    if args.far:
        print("\nnot at the nearest region:")
        for row in rows:
            if row[6]:
                describe(row)
    print(f"\nnetworks {len(world.name)}, routers {sum(map(len, world.routers.values()))}, exchange peerings {world.open_pairs}, "
          f"{'fibre' if world.fibre else 'no fibre'}")
    print("shares: " + ", ".join(f"{r} {w / total:.1%}" for r, w in sorted(weight.items(), key=lambda x: -x[1])))
    print(f"mean {seconds / total:.1f} ms over fibre, not nearest {far_users / sum(r[0] for r in rows):.1%}, "
          f"far cities {sum(1 for r in rows if r[6])}, unreached {len(unreached)} {unreached[:5]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
