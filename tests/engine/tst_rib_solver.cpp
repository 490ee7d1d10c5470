// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/naive_rib.h"
#include "io/as_relationships.h"
#include "io/rib_announcements_reader.h"
#include "io/rib_results.h"
#include "rib/rib_simulator.h"
#include "rib/rib_ties.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace catchment;
using naive::Dice;
using naive::PlainRib;

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromStdString(expected))

/// The solver of bare graphs, the simulator and a naive fixpoint against each other, and what holds for all routes.
class TestRibSolver : public QObject {
    Q_OBJECT

private slots:
    void example();
    void linesAreSortedWhateverTheThreads();
    void solverSimulatorAndFixpointAgree();
    void tiesAreThoseOfTheFixpoint();
    void moreThan64Announcers();
    void preferencesAsByDefaultChangeNothing();
    void pathsHaveNeitherValleyNorLoop();
    void orderOfInputDoesNotMatter();
    void aKeptSolverAnswersLikeANewOne();
    void referenceFile();
};

namespace {

/// A random graph, and what is announced on it.
struct Case {
    explicit Case(std::uint64_t seed) : dice(seed), links(naive::random_links(dice)) {
        graph = std::make_shared<AsGraph>(links);
        announcements = naive::random_announcements(links, dice);
        finish();
    }

    void finish() {
        prefixes = resolve(announcements, *graph);
        validators = resolve(announcements.origin_validation, *graph);
    }

    PlainRib naive() const { return {links, announcements, prefixes.front().prefix}; }

    Dice dice;
    std::vector<AsLink> links;
    std::shared_ptr<AsGraph> graph;
    RibAnnouncements announcements;
    std::vector<RibPrefix> prefixes;
    std::vector<AsGraph::Node> validators;
};

std::uint64_t from_environment(const char *name, std::uint64_t otherwise) {
    bool ok = false;
    const auto value = qEnvironmentVariable(name).toULongLong(&ok);
    return ok ? value : otherwise;
}

std::string lines(const RibQuestion &question) {
    std::string out;
    write_rib(question, [&out](std::string_view text) { out += text; });
    return out;
}

RibQuestion question(const Case &c) {
    RibQuestion q;
    q.graph = c.graph;
    q.prefixes = c.prefixes;
    q.validators = c.validators;
    q.networks.assign(c.graph->by_asn().begin(), c.graph->by_asn().end());
    return q;
}

} // namespace

//   11  12
//   |\  /|        5 has the providers 11 and 12; both have the customer 777.
//   | \/ |
//   | /\ |
//   5    777
void TestRibSolver::example() {
    const std::vector<AsLink> links = {
        {Asn{11}, Asn{5}, true}, {Asn{12}, Asn{5}, true}, {Asn{11}, Asn{777}, true}, {Asn{12}, Asn{777}, true}};
    RibQuestion q;
    q.graph = std::make_shared<AsGraph>(links);
    q.prefixes =
        resolve(parse_rib_announcements(R"({"announcements": [{"prefix": "10.0.0.0/16", "asn": 777}]})", "t", *q.graph),
                *q.graph);
    q.networks = {q.graph->find(Asn{5}).value()};
    q.ties = 2;
    COMPARE_TEXT(lines(q), std::string(R"({"asn": 5, "prefix": "10.0.0.0/16", "path": [5, 11, 777], )"
                                       R"("learnedFrom": "provider", "announcer": 777, )"
                                       R"("ties": [[5, 11, 777], [5, 12, 777]], "origins": [777]})"
                                       "\n"));
    q.ties.reset();
    COMPARE_TEXT(lines(q), std::string(R"({"asn": 5, "prefix": "10.0.0.0/16", "path": [5, 11, 777], )"
                                       R"("learnedFrom": "provider", "announcer": 777})"
                                       "\n"));
}

void TestRibSolver::linesAreSortedWhateverTheThreads() {
    Case c(7);
    const std::vector<RibAnnouncement> once = c.announcements.announcements;
    for (const Prefix prefix : {Prefix{0x0A010000, 24}, Prefix{0x0A000000, 8}, Prefix{0x09000000, 16}}) {
        for (RibAnnouncement announcement : once) {
            announcement.prefix = prefix;
            c.announcements.announcements.push_back(announcement);
        }
    }
    c.finish();
    RibQuestion q = question(c);
    q.threads = 1;
    const std::string expected = lines(q);
    q.threads = 3;
    COMPARE_TEXT(lines(q), expected);
    q.most_lines = 1; // block by block
    COMPARE_TEXT(lines(q), expected);
    // The first network announces or hears all four prefixes, or none.
    const std::size_t first = expected.find("\"9.0.0.0/16\"");
    QVERIFY(first < expected.find("\"10.0.0.0/8\""));
    QVERIFY(expected.find("\"10.0.0.0/8\"") < expected.find("\"10.1.0.0/16\""));
    QVERIFY(expected.find("\"10.1.0.0/16\"") < expected.find("\"10.1.0.0/24\""));
}

void TestRibSolver::solverSimulatorAndFixpointAgree() {
    const std::uint64_t first = from_environment("CATCHMENT_FIRST_SEED", 1);
    const std::uint64_t graphs = from_environment("CATCHMENT_RANDOM_WORLDS", 3000);
    for (std::uint64_t seed = first; seed < first + graphs && !QTest::currentTestFailed(); ++seed) {
        const Case c(seed);
        const RibPrefix &prefix = c.prefixes.front();
        RibSolver solver(c.graph, c.validators);
        const std::string solved = naive::words(naive::plain(solver.solve(prefix)));
        const auto fixpoint = c.naive().settle();
        QVERIFY2(fixpoint, qPrintable(QString("seed %1").arg(seed)));
        QVERIFY2(solved == naive::words(*fixpoint),
                 qPrintable(QString("seed %1:\n%2other than\n%3")
                                .arg(seed)
                                .arg(QString::fromStdString(solved), QString::fromStdString(naive::words(*fixpoint)))));
        RibSimulator simulator(c.graph, c.validators, {});
        for (const auto dice : {std::optional<std::uint64_t>(), std::optional(seed)}) {
            QVERIFY(simulator.run(prefix, dice).empty());
            QVERIFY2(naive::words(naive::plain(simulator.solution())) == solved,
                     qPrintable(QString("seed %1").arg(seed)));
        }
        QVERIFY(c.naive().stable(naive::plain(solver.solution())));
    }
}

void TestRibSolver::tiesAreThoseOfTheFixpoint() {
    std::size_t several = 0;
    const std::uint64_t first = from_environment("CATCHMENT_FIRST_SEED", 1);
    const std::uint64_t graphs = from_environment("CATCHMENT_RANDOM_WORLDS", 2000);
    for (std::uint64_t seed = first; seed < first + graphs && !QTest::currentTestFailed(); ++seed) {
        const Case c(seed);
        RibSolver solver(c.graph, c.validators);
        const RibSolution &solution = solver.solve_with_ties(c.prefixes.front());
        RibTies ties(solver);
        ties.restart();
        const PlainRib naive = c.naive();
        const PlainRib::State state = naive::plain(solution);
        QVERIFY(naive.stable(state));
        for (AsGraph::Node node = 0; node < c.graph->size(); ++node) {
            if (!solution.reached(node)) {
                continue;
            }
            const Asn asn = c.graph->asn(node);
            const auto expected = naive.ties(state, asn);
            const auto actual = ties.paths(node, 1000);
            QVERIFY2(actual == expected, qPrintable(QString("seed %1, AS%2").arg(seed).arg(asn.value)));
            QVERIFY(actual.front() == state.at(asn).path);
            several += actual.size() > 1 ? 1 : 0;
            const auto two = ties.paths(node, 2);
            QVERIFY(two.size() == std::min<std::size_t>(expected.size(), 2));
            QVERIFY(std::equal(two.begin(), two.end(), expected.begin()));
            QVERIFY2(ties.origins(node) == naive.origins(state, asn),
                     qPrintable(QString("seed %1, AS%2").arg(seed).arg(asn.value)));
        }
    }
    QVERIFY(several > graphs / 2);
}

//          1
//       /  |  \        100 announcers under the one provider: all tie at it.
//   1001 1002 … 1100
void TestRibSolver::moreThan64Announcers() {
    std::vector<AsLink> links = {{Asn{1}, Asn{2000}, true}};
    RibAnnouncements announcements;
    for (std::uint32_t asn = 1001; asn <= 1100; ++asn) {
        links.push_back({Asn{1}, Asn{asn}, true});
        announcements.announcements.push_back({{0x0A000000, 8}, Asn{asn}, {Asn{asn}}, {}, {}});
    }
    announcements.announcements[70].path.push_back(Asn{2000}); // longer, and 2000 rejects it
    const auto graph = std::make_shared<AsGraph>(links);
    const auto prefixes = resolve(announcements, *graph);
    RibSolver solver(graph);
    solver.solve_with_ties(prefixes.front());
    RibTies ties(solver);
    ties.restart();
    const AsGraph::Node user = graph->find(Asn{2000}).value();
    QCOMPARE(ties.origins(user).size(), std::size_t{99});
    QCOMPARE(ties.origins(user).back().value, 1100u);
    QCOMPARE(ties.paths(user, 1000).size(), std::size_t{99});
    COMPARE_TEXT(naive::words(ties.paths(user, 1000)[70]), std::string("2000 1 1072"));
}

void TestRibSolver::preferencesAsByDefaultChangeNothing() {
    for (std::uint64_t seed = 1; seed <= 300 && !QTest::currentTestFailed(); ++seed) {
        const Case c(seed);
        std::vector<RibPreference> prefer;
        const PlainRib naive = c.naive();
        for (const auto &[network, neighbours] : naive.neighbours()) {
            for (const auto &[neighbour, is] : neighbours) {
                prefer.push_back({network, neighbour,
                                  is == Relationship::Customer ? 300u
                                  : is == Relationship::Peer   ? 200u
                                                               : 100u});
            }
        }
        RibSimulator simulator(c.graph, c.validators, prefer);
        QVERIFY(simulator.run(c.prefixes.front()).empty());
        RibSolver solver(c.graph, c.validators);
        COMPARE_TEXT(naive::words(naive::plain(simulator.solution())),
                     naive::words(naive::plain(solver.solve(c.prefixes.front()))));
    }
}

void TestRibSolver::pathsHaveNeitherValleyNorLoop() {
    for (std::uint64_t seed = 5001; seed <= 6000 && !QTest::currentTestFailed(); ++seed) {
        const Case c(seed);
        RibSolver solver(c.graph, c.validators);
        const RibSolution &solution = solver.solve(c.prefixes.front());
        const auto neighbours = c.naive().neighbours();
        for (AsGraph::Node start = 0; start < c.graph->size(); ++start) {
            // The way that packets take, without what was forged behind the announcer.
            std::set<AsGraph::Node> seen;
            bool descends = false; // towards the origin: once down or across, only down
            for (AsGraph::Node at = start; solution.reached(at) && !solution.own(at); at = solution.routes[at].next) {
                QVERIFY(seen.insert(at).second);
                const Relationship next = neighbours.at(c.graph->asn(at)).at(c.graph->asn(solution.routes[at].next));
                QVERIFY(!descends || next == Relationship::Customer);
                descends = next != Relationship::Provider;
            }
        }
    }
}

void TestRibSolver::orderOfInputDoesNotMatter() {
    for (std::uint64_t seed = 1; seed <= 300 && !QTest::currentTestFailed(); ++seed) {
        Case c(seed);
        RibQuestion q = question(c);
        q.ties = 5;
        q.threads = 1;
        const std::string before = lines(q);
        c.dice.shuffle(c.links);
        for (AsLink &link : c.links) {
            if (!link.transit && c.dice.chance(50)) {
                std::swap(link.a, link.b);
            }
        }
        c.dice.shuffle(c.announcements.announcements);
        c.dice.shuffle(c.announcements.roas);
        c.graph = std::make_shared<AsGraph>(c.links);
        c.finish();
        q = question(c);
        q.ties = 5;
        q.threads = 1;
        COMPARE_TEXT(lines(q), before);
    }
}

void TestRibSolver::aKeptSolverAnswersLikeANewOne() {
    Case c(11);
    RibSolver kept(c.graph, c.validators);
    RibSimulator simulator(c.graph, c.validators, {});
    for (int i = 0; i < 300 && !QTest::currentTestFailed(); ++i) {
        RibAnnouncements announcements = naive::random_announcements(c.links, c.dice);
        const auto prefixes = resolve(announcements, *c.graph);
        RibSolver fresh(c.graph, c.validators);
        const std::string expected = naive::words(naive::plain(fresh.solve(prefixes.front())));
        const bool with_ties = c.dice.chance(50);
        COMPARE_TEXT(naive::words(naive::plain(with_ties ? kept.solve_with_ties(prefixes.front())
                                                         : kept.solve(prefixes.front()))),
                     expected);
        QVERIFY(simulator.run(prefixes.front()).empty());
        COMPARE_TEXT(naive::words(naive::plain(simulator.solution())), expected);
    }
}

/// Solver and simulator on the Internet of September 2025, with everything that random_announcements mixes in.
void TestRibSolver::referenceFile() {
    const QString folder = qEnvironmentVariable("CATCHMENT_REFERENCE", CATCHMENT_RESOURCES "/../../shared/reference");
    const std::string file = (folder + "/20250901.as-rel2.txt.bz2").toStdString();
    if (!std::filesystem::exists(file)) {
        QSKIP("no reference data beside the project");
    }
    const AsRelationships relationships = read_as_relationships(file);
    const auto graph = std::make_shared<AsGraph>(build_as_graph(relationships));
    Dice dice(1);
    for (int i = 0; i < 5; ++i) {
        const RibAnnouncements announcements = naive::random_announcements(relationships.links, dice);
        const auto prefixes = resolve(announcements, *graph);
        const auto validators = resolve(announcements.origin_validation, *graph);
        RibSolver solver(graph, validators);
        RibSimulator simulator(graph, validators, {});
        const RibSolution &solved = solver.solve(prefixes.front());
        QVERIFY(simulator.run(prefixes.front()).empty());
        for (AsGraph::Node node = 0; node < graph->size(); ++node) {
            const RibSolution::Route &a = solved.routes[node];
            const RibSolution::Route &b = simulator.solution().routes[node];
            QVERIFY2(a.rank == b.rank && a.next == b.next, qPrintable(QString("AS%1").arg(graph->asn(node).value)));
        }
    }
}

QTEST_APPLESS_MAIN(TestRibSolver)
#include "tst_rib_solver.moc"
