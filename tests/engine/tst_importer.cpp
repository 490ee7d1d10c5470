// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importer.h"
#include "io/input_error.h"
#include "io/world_reader.h"
#include "io/world_writer.h"
#include "made_up_peeringdb.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace catchment;

/// Worlds made from real data: the files of tests/data/import over the small world, and random ones.
///
///        174 ─── 3320          6939        200 ─── 201      300
///      ╱  │ ╲      │ ╲          │                            │
///   3215  400 501  100 (also    3320       400 ─── 401      301
///     │             │   below              400 ─── 500
///    100            101  3215)
///                    │
///                   102
class TestImporter : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void networks();
    void places();
    void exchangesAndMembers();
    void meetings();
    void sessions();
    void counts();
    void withPeeringDb();
    void relationshipsAlone();
    void accessShares();
    void providerCycle();
    void opensAsItWasMade();
    void sameBytes();
    void randomWorlds_data();
    void randomWorlds();

private:
    ImportInput input(bool everything) const;
    static std::set<std::string> cities_of(const ImportedWorld &made, const World &base, std::uint32_t asn);

    std::shared_ptr<const World> base_;
    std::filesystem::path base_folder_ = CATCHMENT_TEST_DATA "/small-world";
};

namespace {

using Cities = std::set<std::string>;

std::filesystem::path file(const char *name) { return std::filesystem::path(CATCHMENT_TEST_DATA "/import") / name; }

const WorldTables::LinkRow &link(const ImportedWorld &made, std::uint32_t a, std::uint32_t b) {
    return *std::ranges::find_if(made.tables.links, [=](const auto &l) { return l.a.value == a && l.b.value == b; });
}

const Network &network(const ImportedWorld &made, std::uint32_t asn) {
    return *std::ranges::find(made.tables.networks, Asn{asn}, &Network::asn);
}

/// Exchanges and cities where the two networks of a row meet, as links.csv has them.
std::vector<std::string> places(const ImportedWorld &made, const World &base, std::uint32_t a, std::uint32_t b) {
    std::vector<std::string> out;
    for (const ExchangeId x : link(made, a, b).exchanges) {
        out.push_back(made.tables.exchanges[x.index()].id);
    }
    for (const CityId c : link(made, a, b).cities) {
        out.push_back(base.city(c).id);
    }
    return out;
}

/// Writes a world to a folder of its own and reads it.
struct Written {
    QTemporaryDir folder;
    std::shared_ptr<const World> world;

    Written(const ImportedWorld &made, const World &base, const std::filesystem::path &base_folder) {
        write_world(made.tables, base, base_folder, folder.path().toStdString());
        world = read_world(folder.path().toStdString());
    }
};

} // namespace

void TestImporter::initTestCase() { base_ = read_world(base_folder_); }

ImportInput TestImporter::input(bool everything) const {
    ImportInput in;
    in.relationships = read_as_relationships(file("as-rel.txt"));
    in.base = base_;
    const CityId paris = base_->city_by_id.at("paris-fr");
    in.aliases = {{"Paris", "FR", paris}, {"La Défense", "FR", paris}};
    in.aliases.push_back({"Frankfurt am Main", "DE", base_->city_by_id.at("frankfurt-de")});
    if (everything) {
        in.presence = read_presence_list(file("presence.csv"));
        in.names = read_as_names(file("names.txt"));
    }
    return in;
}

std::set<std::string> TestImporter::cities_of(const ImportedWorld &made, const World &base, std::uint32_t asn) {
    std::set<std::string> out;
    for (const auto &[network, city] : made.tables.presence) {
        if (network.value == asn) {
            out.insert(base.city(city).id);
        }
    }
    return out;
}

void TestImporter::networks() {
    const ImportedWorld made = make_world(input(true));
    std::vector<std::uint32_t> asns;
    for (const Network &n : made.tables.networks) {
        asns.push_back(n.asn.value);
    }
    QVERIFY((asns ==
             std::vector<std::uint32_t>{100, 101, 102, 174, 200, 201, 300, 301, 400, 401, 500, 501, 3215, 3320, 6939}));
    QCOMPARE(network(made, 174).name, std::string("Cogent")); // of the base world
    QVERIFY(network(made, 174).kind == NetworkKind::Tier1);
    QCOMPARE(network(made, 101).name, std::string("SMALL Small Networks, GmbH"));
    QCOMPARE(network(made, 101).country, std::string("DE"));
    QVERIFY(network(made, 101).kind == NetworkKind::Transit);
    QCOMPARE(network(made, 102).name, std::string("NOWHERE"));
    QVERIFY(network(made, 102).kind == NetworkKind::Access);
    QCOMPARE(network(made, 300).name, std::string("AS300"));
    QCOMPARE(network(made, 300).country, std::string("US")); // where it is taken to be
}

void TestImporter::places() {
    const ImportedWorld made = make_world(input(true));
    const auto at = [&](std::uint32_t asn) { return cities_of(made, *base_, asn); };
    QVERIFY(at(100) == Cities{"new-york-us"});                               // by name and by coordinates
    QVERIFY((at(401) == Cities{"frankfurt-de", "new-york-us"}));             // by alias, by the first piece
    QVERIFY((at(174) == Cities{"frankfurt-de", "paris-fr", "new-york-us"})); // as in the base world
    QVERIFY(at(101) == Cities{"frankfurt-de"});                              // of its country
    QVERIFY(at(200) == Cities{"nuuk-gl"});
    QVERIFY(at(102) == Cities{"frankfurt-de"}); // beside its provider 101
    QVERIFY(at(201) == Cities{"nuuk-gl"});      // beside its peer 200
    QVERIFY(at(300) == Cities{"new-york-us"});  // the largest of all
    QVERIFY(at(64500).empty());                 // the operator stands in its regions
    QCOMPARE(made.report.known_places, std::size_t{5});
    QCOMPARE(made.report.base_places, std::size_t{4});
    QCOMPARE(made.report.by_country, std::size_t{2});
    QCOMPARE(made.report.guesses.by_provider, std::size_t{1});
    QCOMPARE(made.report.guesses.by_neighbour, std::size_t{1});
    QCOMPARE(made.report.guesses.largest_city, std::size_t{2});
    QCOMPARE(made.report.routers, made.tables.presence.size());
}

void TestImporter::exchangesAndMembers() {
    const ImportedWorld made = make_world(input(true));
    QCOMPARE(made.tables.exchanges.size(), std::size_t{2}); // DE-CIX by its id, under two spellings
    QCOMPARE(made.tables.exchanges[0].id, std::string("decix"));
    QCOMPARE(made.tables.exchanges[1].id, std::string("big-apple-exchange"));
    QCOMPARE(made.tables.exchanges[1].name, std::string("Big Apple Exchange"));
    std::map<std::pair<std::size_t, std::uint32_t>, PeeringPolicy> policies;
    for (const auto &m : made.tables.members) {
        QVERIFY(policies.emplace(std::pair(m.exchange.index(), m.asn.value), m.policy).second);
    }
    using enum PeeringPolicy;
    QVERIFY((policies == decltype(policies){{{0, 174}, Selective},
                                            {{0, 400}, Open},
                                            {{0, 401}, Selective},
                                            {{0, 500}, Restrictive},
                                            {{0, 3215}, Open},
                                            {{0, 6939}, Open},
                                            {{1, 501}, Open}}));
}

void TestImporter::meetings() {
    const ImportedWorld made = make_world(input(true));
    using Places = std::vector<std::string>;
    QVERIFY((::places(made, *base_, 174, 3215) == Places{"decix", "paris-fr"})); // as the base world has it
    QVERIFY((::places(made, *base_, 400, 401) == Places{"decix", "new-york-us"}));
    QVERIFY(::places(made, *base_, 400, 500).empty());   // one of them is restrictive: privately
    QVERIFY(::places(made, *base_, 174, 400).empty());   // transit
    QVERIFY(::places(made, *base_, 6939, 3320).empty()); // by another relationship than in the base world
    QCOMPARE(made.report.base_links, std::size_t{2});
    QVERIFY(link(made, 6939, 3320).transit && !link(made, 400, 401).transit);
}

void TestImporter::sessions() {
    QCOMPARE(make_world(input(true)).tables.sessions.size(), base_->own_operator.sessions.size());
    ImportInput in = input(true);
    std::erase_if(in.relationships.links, [](const AsLink &l) { return l.a.value == 6939; });
    in.relationships.lines.resize(in.relationships.links.size());
    const ImportedWorld made = make_world(in);
    QCOMPARE(made.report.dropped_sessions, std::size_t{1});
    QCOMPARE(made.tables.sessions.size(), std::size_t{2});
}

void TestImporter::counts() {
    const ImportInput in = input(true);
    const ImportReport r = make_world(in).report;
    QCOMPARE(r.networks, std::size_t{15});
    QCOMPARE(r.transit_links + r.peerings, std::size_t{13});
    QCOMPARE(r.operator_links, std::size_t{1});
    QCOMPARE(r.presence_unlinked, std::size_t{1});
    QCOMPARE(r.presence_places.by_name, std::size_t{7});
    QCOMPARE(r.presence_places.by_alias, std::size_t{1});
    QCOMPARE(r.presence_places.by_coordinates, std::size_t{1});
    QVERIFY((r.presence_places.not_found == std::map<std::string, std::size_t>{{"Atlantis, XX", 2}}));
    QCOMPARE(r.named, std::size_t{3});
    QString all;
    for (const std::string &line : report_lines(r, in)) {
        QVERIFY(line.find('\n') == std::string::npos);
        all += QString::fromStdString(line) + '\n';
    }
    QVERIFY(all.contains("skipped: 1 comments, 1 sibling lines, 1 lines that repeat another, 1 links of the operator"));
    QVERIFY(all.contains("7 by name, 1 by another name, 1 by coordinates, 2 not found: 'Atlantis, XX' (2)"));
    QVERIFY(all.contains("1 of AS 0, 1 that repeat a network"));
}

void TestImporter::withPeeringDb() {
    ImportInput in = input(true);
    in.peeringdb = read_peeringdb(file("peeringdb.json"));
    const ImportedWorld made = make_world(in);
    QVERIFY((cities_of(made, *base_, 100) == Cities{"frankfurt-de", "new-york-us", "paris-fr"}));
    QCOMPARE(network(made, 100).name, std::string("Hundred"));
    QVERIFY(network(made, 100).kind == NetworkKind::Content);
    QCOMPARE(network(made, 300).name, std::string("AS300")); // deleted there
    const auto member = [&](std::uint32_t asn) {
        return std::ranges::find_if(made.tables.members,
                                    [=](const auto &m) { return m.asn.value == asn && m.exchange == ExchangeId(0); });
    };
    QVERIFY(member(100)->policy == PeeringPolicy::Open);
    QVERIFY(member(401)->policy == PeeringPolicy::Open); // over the presence list's word
    QCOMPARE(made.report.peeringdb_unlinked, std::size_t{1});
    QCOMPARE(made.report.peeringdb_dangling, std::size_t{1});
    QCOMPARE(made.report.facility_places.by_alias, std::size_t{1});
    QCOMPARE(made.report.facility_places.by_coordinates, std::size_t{1});
    QCOMPARE(made.report.exchange_places.not_found.size(), std::size_t{1});
    QCOMPARE(made.tables.exchanges.size(), std::size_t{2});
    // Open members that no row joins meet at the exchange.
    const Written written(made, *base_, base_folder_);
    const World &world = *written.world;
    const auto joined = [&](std::uint32_t a, std::uint32_t b) {
        return std::ranges::count_if(world.links, [&](const Link &l) {
            return std::minmax(world.network(l.a).asn, world.network(l.b).asn) == std::minmax(Asn{a}, Asn{b});
        });
    };
    QCOMPARE(joined(100, 400), 1);
    QCOMPARE(joined(400, 401), 1); // that row stands already
    QCOMPARE(joined(100, 500), 0);
}

void TestImporter::relationshipsAlone() {
    const ImportedWorld made = make_world(input(false));
    QCOMPARE(made.report.known_places, std::size_t{0});
    // Of the places of their providers that which most of them share: 3320 is in Frankfurt alone, 3215 in Paris.
    QVERIFY(cities_of(made, *base_, 100) == Cities{"paris-fr"});    // the larger of the two
    QVERIFY(cities_of(made, *base_, 400) == Cities{"new-york-us"}); // the largest of its provider's three
    QCOMPARE(made.tables.exchanges.size(), base_->exchanges.size());
    QCOMPARE(made.tables.members.size(), base_->members.size());
    const Written written(made, *base_, base_folder_);
    QCOMPARE(written.world->networks.size(), made.tables.networks.size());
}

void TestImporter::accessShares() {
    // Without 3215 Paris is left to 6939, and Frankfurt's 3320 is gone: of its country's access networks 400 has most
    // links.
    ImportInput in = input(true);
    std::erase_if(in.relationships.links, [](const AsLink &l) {
        return l.a.value == 3215 || l.b.value == 3215 || l.a.value == 3320 || (l.b.value == 3320 && l.a.value != 6939);
    });
    for (AsLink &l : in.relationships.links) {
        l.b = l.b.value == 3320 ? Asn{3321} : l.b;
    }
    in.relationships.lines.resize(in.relationships.links.size());
    const ImportedWorld made = make_world(in);
    QCOMPARE(made.report.cities_kept, std::size_t{1});
    QCOMPARE(made.report.cities_scaled, std::size_t{1});
    QCOMPARE(made.report.cities_by_links, std::size_t{1});
    std::map<std::string, std::map<std::uint32_t, double>> shares;
    for (const auto &row : made.tables.access) {
        shares[base_->city(row.city).id][row.asn.value] = row.share;
    }
    QVERIFY(
        (shares ==
         decltype(shares){{"frankfurt-de", {{400, 1.0}}}, {"new-york-us", {{174, 1.0}}}, {"paris-fr", {{6939, 1.0}}}}));

    // Nothing of the base world is left: everybody is served by somebody.
    in.relationships = parse_as_relationships("f", "70000|70001|-1\n");
    in.presence.reset();
    const ImportedWorld strange = make_world(in);
    QCOMPARE(strange.report.cities_by_nearest + strange.report.cities_by_links, std::size_t{3});
    QCOMPARE(Written(strange, *base_, base_folder_).world->access.size(), std::size_t{3});
}

void TestImporter::providerCycle() {
    ImportInput in = input(true);
    in.relationships = parse_as_relationships("f", "1|2|-1\n5|6|0\n2|3|-1\n3|1|-1\n");
    try {
        make_world(in);
        QFAIL("not refused");
    } catch (const InputError &error) {
        const QString message = error.what();
        QVERIFY2(message.startsWith("f:1: networks provide for each other in a circle"), error.what());
        for (const char *part : {"AS1", "AS2", "AS3", "lines 1, 3, 4"}) {
            QVERIFY2(message.contains(part), error.what());
        }
    }
}

namespace {

using Triple = std::tuple<std::uint32_t, std::uint32_t, Relationship>;

/// A link from its lower AS number, whichever way it is written.
Triple triple(Asn a, Asn b, Relationship b_to_a) {
    return a < b ? Triple(a.value, b.value, b_to_a) : Triple(b.value, a.value, reversed(b_to_a));
}

/// What the relationship file says but for the operator; what the world that is read says; and that all else of it
/// is peerings of open members.
void compare(const ImportInput &in, const ImportedWorld &made, const World &world) {
    std::set<std::uint32_t> asked;
    std::multiset<Triple> rows;
    for (const AsLink &l : in.relationships.links) {
        for (const Asn asn : {l.a, l.b}) {
            asked.insert(asn.value);
        }
        if (l.a != in.base->own_operator.asn && l.b != in.base->own_operator.asn) {
            rows.insert(triple(l.a, l.b, l.transit ? Relationship::Customer : Relationship::Peer));
        }
    }
    asked.erase(in.base->own_operator.asn.value);
    std::set<std::uint32_t> there;
    for (const Network &n : world.networks) {
        there.insert(n.asn.value);
    }
    QVERIFY(asked == there);
    std::multiset<Triple> links;
    std::size_t of_members = 0;
    for (std::size_t l = 0; l < world.links.size(); ++l) {
        const Link &row = world.links[l];
        const Triple t = triple(world.network(row.a).asn, world.network(row.b).asn, row.b_to_a);
        if (l < made.tables.links.size()) {
            links.insert(t);
        } else {
            QVERIFY(std::get<Relationship>(t) == Relationship::Peer && !rows.contains(t));
            ++of_members;
        }
    }
    QVERIFY(links == rows);
    QCOMPARE(world.links.size(), rows.size() + of_members);
    std::multiset<std::pair<std::uint32_t, CityId>> routers;
    for (const Router &r : world.routers) {
        routers.emplace(world.network(r.network).asn.value, r.city);
    }
    std::multiset<std::pair<std::uint32_t, CityId>> wanted;
    for (const auto &[asn, city] : made.tables.presence) {
        wanted.emplace(asn.value, city);
    }
    QVERIFY(routers == wanted);
    for (std::size_t c = 0; c < world.cities.size(); ++c) {
        double sum = 0;
        for (const AccessShare &s : world.access_of(CityId(c))) {
            sum += s.share;
        }
        QVERIFY(world.cities[c].users == 0 || std::abs(sum - 1) < 1e-9);
    }
}

} // namespace

void TestImporter::opensAsItWasMade() {
    ImportInput in = input(true);
    in.peeringdb = read_peeringdb(file("peeringdb.json"));
    ImportedWorld made = make_world(in);
    made.tables.name = "Name, \"quoted\"";
    made.tables.date = "2025-09-01";
    made.tables.sources = {{"Title", "Licence", "url", "use"}};
    const Written written(made, *base_, base_folder_);
    compare(in, made, *written.world);
    QCOMPARE(written.world->name, made.tables.name);
    QCOMPARE(written.world->date, made.tables.date);
    QCOMPARE(written.world->sources.at(0).licence, std::string("Licence"));
    QVERIFY(written.world->own_operator.prefix == base_->own_operator.prefix);
    for (const Network &n : made.tables.networks) {
        const Network &read = written.world->network(written.world->network_by_asn.at(n.asn));
        QVERIFY(read.name == n.name && read.kind == n.kind && read.country == n.country);
    }
    QCOMPARE(written.world->members.size(), made.tables.members.size());
}

void TestImporter::sameBytes() {
    const auto all = [this] {
        ImportInput in = input(true);
        in.peeringdb = read_peeringdb(file("peeringdb.json"));
        const Written written(make_world(in), *base_, base_folder_);
        QByteArray out;
        for (const std::string &name : world_files()) {
            QFile table(written.folder.filePath(QString::fromStdString(name)));
            [&] { QVERIFY(table.open(QFile::ReadOnly)); }();
            out += table.readAll();
        }
        return out;
    };
    QCOMPARE(all(), all());
}

void TestImporter::randomWorlds_data() {
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed) {
        QTest::addRow("%d", seed) << seed;
    }
}

/// Random relationships without a circle, over the built-in world, with a made-up PeeringDB and some presence.
void TestImporter::randomWorlds() {
    QFETCH(int, seed);
    std::mt19937_64 dice(static_cast<std::uint64_t>(seed));
    static const auto builtin = read_world(CATCHMENT_RESOURCES "/world");
    ImportInput in;
    in.base = builtin;
    std::vector<Asn> asns;
    for (int i = 0; i < 40; ++i) {
        // Some of the built-in world, the operator among them, and some of nowhere else.
        const Asn known = i == 0 ? builtin->own_operator.asn : builtin->networks[dice() % builtin->networks.size()].asn;
        asns.push_back(i % 2 == 0 ? known : Asn{static_cast<std::uint32_t>(1'000'000 + i)});
    }
    std::ranges::sort(asns);
    asns.erase(std::ranges::unique(asns).begin(), asns.end());
    std::string text;
    for (std::size_t a = 0; a < asns.size(); ++a) {
        for (std::size_t b = a + 1; b < asns.size(); ++b) {
            if (dice() % 8 == 0) {
                text += std::to_string(asns[a].value) + "|" + std::to_string(asns[b].value) +
                        (dice() % 2 == 0 ? "|-1\n" : "|0\n");
            }
        }
    }
    in.relationships = parse_as_relationships("f", text);
    if (seed % 2 == 0) {
        PeeringDbSize size{30, 20, 6, 60, 60, 10};
        std::string dump;
        make_up_peeringdb(static_cast<std::uint64_t>(seed), size, asns, builtin->cities,
                          [&dump](std::string_view piece) { dump += piece; });
        in.peeringdb = parse_peeringdb("p", dump);
    }
    if (seed % 3 == 0) {
        in.presence.emplace();
        for (int i = 0; i < 30; ++i) {
            const City &city = builtin->cities[dice() % builtin->cities.size()];
            in.presence->rows.push_back({asns[dice() % asns.size()], city.name, city.country,
                                         i % 2 == 0 ? "Exchange of " + city.name : "", std::nullopt,
                                         i % 4 == 0 ? std::optional(PeeringPolicy::Open) : std::nullopt, 2});
        }
    }
    const ImportedWorld made = make_world(in);
    const Written written(made, *builtin, CATCHMENT_RESOURCES "/world");
    compare(in, made, *written.world);
}

QTEST_APPLESS_MAIN(TestImporter)
#include "tst_importer.moc"
