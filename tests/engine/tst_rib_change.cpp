// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/naive_rib.h"
#include "io/as_relationships.h"
#include "rib/rib_solver.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <new>
#include <set>

namespace {
std::atomic<std::size_t> allocations = 0;
}

void *operator new(std::size_t size) {
    ++allocations;
    if (void *const memory = std::malloc(size)) {
        return memory;
    }
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept { std::free(memory); }
void operator delete(void *memory, std::size_t) noexcept { std::free(memory); }

using namespace catchment;
using naive::Dice;

/// What RibSolver::change gives, against a new run of a new solver.
class TestRibChange : public QObject {
    Q_OBJECT

private slots:
    void whatFollowsAnAnnouncer();
    void smallGraphs();
    void largerGraphs();
    void whereSomebodyRejects();
    void nothingIsAllocated();
    void referenceFile();
};

namespace {

/// A graph, and announcements on it that change and change.
class Sequence {
public:
    Sequence(std::vector<AsLink> links, std::uint64_t seed, std::size_t announcers)
        : dice(seed), graph(std::make_shared<AsGraph>(links)), most_(announcers) {
        prefix.prefix = {0x0A010000, 16};
        validators = {static_cast<AsGraph::Node>(dice.below(graph->size()))};
        while (prefix.announcers.size() < std::min<std::size_t>(most_, graph->size() / 2)) {
            come();
        }
    }

    /// One thing comes to be announced otherwise; rarely, several.
    void step() {
        do {
            const std::size_t kind = dice.below(8);
            if (kind == 0 && prefix.announcers.size() < most_ + 2) {
                come();
            } else if (kind == 1 && !prefix.announcers.empty()) {
                prefix.announcers.erase(prefix.announcers.begin() + index());
            } else if (!prefix.announcers.empty()) {
                tune(prefix.announcers[static_cast<std::size_t>(index())], kind);
            }
        } while (dice.chance(15));
    }

    /// Makes some networks reject what one announcer, or none, announces.
    void step_of_rejection() {
        for (RibAnnouncer &announcer : prefix.announcers) {
            announcer.invalid = dice.chance(15);
            announcer.forged.clear();
            announcer.path.resize(1);
            const auto forged = static_cast<AsGraph::Node>(dice.below(graph->size()));
            if (dice.chance(15) && forged != announcer.node) {
                announcer.forged.push_back(forged);
                announcer.path.push_back(graph->asn(forged));
            }
        }
    }

    Dice dice;
    std::shared_ptr<AsGraph> graph;
    std::vector<AsGraph::Node> validators;
    RibPrefix prefix;

private:
    std::ptrdiff_t index() { return static_cast<std::ptrdiff_t>(dice.below(prefix.announcers.size())); }

    void come() {
        RibAnnouncer announcer;
        announcer.node = static_cast<AsGraph::Node>(dice.below(graph->size()));
        announcer.path = {graph->asn(announcer.node)};
        const auto asn = [this](const RibAnnouncer &a) { return graph->asn(a.node); };
        const auto at = std::ranges::lower_bound(prefix.announcers, graph->asn(announcer.node), {}, asn);
        if (at == prefix.announcers.end() || at->node != announcer.node) {
            prefix.announcers.insert(at, std::move(announcer));
        }
    }

    void tune(RibAnnouncer &announcer, std::size_t kind) {
        std::vector<AsGraph::Node> neighbours;
        for (const AsGraph::Rows *rows : {&graph->providers(), &graph->peers(), &graph->customers()}) {
            const AsGraph::Row row = (*rows)[announcer.node];
            neighbours.insert(neighbours.end(), row.begin(), row.end());
        }
        std::ranges::sort(neighbours);
        if (kind == 2) { // as at first
            announcer.sessions.clear();
            announcer.to_all = true;
        } else if (kind == 3) { // all sessions alike
            const RibSession all{0, true, dice.chance(25), static_cast<std::uint16_t>(dice.below(4))};
            announcer.sessions.assign(neighbours.size(), all);
            for (std::size_t i = 0; i < neighbours.size(); ++i) {
                announcer.sessions[i].neighbour = neighbours[i];
            }
        } else if (kind == 4) {
            announcer.to_all = !announcer.to_all;
        } else {
            const AsGraph::Node neighbour = dice.pick(neighbours);
            const RibSession session{neighbour, dice.chance(70), dice.chance(25),
                                     static_cast<std::uint16_t>(dice.below(4))};
            const auto at = std::ranges::lower_bound(announcer.sessions, neighbour, {}, &RibSession::neighbour);
            if (at != announcer.sessions.end() && at->neighbour == neighbour) {
                *at = session;
            } else {
                announcer.sessions.insert(at, session);
            }
        }
    }

    std::size_t most_;
};

/// What is not the same, in words; empty where all is.
QString difference(const RibSolution &changed, const RibSolution &fresh) {
    if (changed.graph != fresh.graph || changed.prefix != fresh.prefix ||
        changed.routes.size() != fresh.routes.size()) {
        return "another graph or prefix";
    }
    for (AsGraph::Node node = 0; node < fresh.graph->size(); ++node) {
        const RibSolution::Route &a = changed.routes[node];
        const RibSolution::Route &b = fresh.routes[node];
        if (a.rank != b.rank || a.next != b.next) {
            return QString("network %1: rank %2 next %3, not %4 and %5")
                .arg(node)
                .arg(a.rank, 0, 16)
                .arg(a.next)
                .arg(b.rank, 0, 16)
                .arg(b.next);
        }
    }
    return {};
}

/// A hierarchy like the Internet's: few networks have most of the customers and peers.
std::vector<AsLink> larger_links(Dice &dice, std::size_t count) {
    std::vector<std::uint32_t> asn(count);
    for (std::size_t i = 0; i < count; ++i) {
        asn[i] = static_cast<std::uint32_t>(i + 1);
    }
    dice.shuffle(asn);
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    std::vector<AsLink> out;
    const auto link = [&](std::size_t a, std::size_t b, bool transit) {
        if (a != b && pairs.insert(std::minmax(a, b)).second) {
            out.push_back({Asn{asn[a]}, Asn{asn[b]}, transit});
        }
    };
    const auto high = [&](std::size_t below) { return dice.below(1 + dice.below(1 + dice.below(below))); };
    for (std::size_t n = 1; n < count; ++n) {
        for (std::size_t providers = n < 5 ? 0 : 1 + dice.below(3); providers > 0; --providers) {
            link(high(std::min(n, count / 4)), n, true);
        }
    }
    for (std::size_t i = dice.below(count * 5); i > 0; --i) {
        link(high(count), high(count), false);
    }
    return out;
}

} // namespace

//   1 --- 2      1 and 2 are peers, each with a customer that announces; 5 is a customer of both. When 3 goes, 1
//   | \ / |      hears of 4 from its peer, and 5 has the way over 2 alone.
//   3  5  4
void TestRibChange::whatFollowsAnAnnouncer() {
    const std::vector<AsLink> links = {{Asn{1}, Asn{2}, false},
                                       {Asn{1}, Asn{3}, true},
                                       {Asn{1}, Asn{5}, true},
                                       {Asn{2}, Asn{4}, true},
                                       {Asn{2}, Asn{5}, true}};
    const auto graph = std::make_shared<AsGraph>(links);
    RibAnnouncements announcements;
    announcements.announcements = {{{0x0A000000, 8}, Asn{3}, {Asn{3}}, {}, {}},
                                   {{0x0A000000, 8}, Asn{4}, {Asn{4}}, {}, {}}};
    const auto both = resolve(announcements, *graph);
    announcements.announcements.erase(announcements.announcements.begin());
    const auto one = resolve(announcements, *graph);
    RibSolver solver(graph);
    const auto path = [&](std::uint32_t asn) {
        return naive::words(naive::plain(solver.solution()).at(Asn{asn}).path);
    };
    solver.solve(both.front());
    QCOMPARE(path(1), std::string("1 3"));
    QCOMPARE(path(5), std::string("5 1 3"));
    solver.change(one.front());
    QCOMPARE(path(1), std::string("1 2 4"));
    QCOMPARE(path(5), std::string("5 2 4"));
    QCOMPARE(path(3), std::string("3 1 2 4"));
    solver.change(both.front());
    QCOMPARE(path(1), std::string("1 3"));
    QCOMPARE(path(5), std::string("5 1 3"));
}

void TestRibChange::smallGraphs() {
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        Dice dice(seed);
        Sequence sequence(naive::random_links(dice), seed, 1 + dice.below(6));
        RibSolver kept(sequence.graph, sequence.validators);
        for (int i = 0; i < 20; ++i) {
            if (dice.chance(10)) {
                dice.chance(50) ? kept.solve(sequence.prefix) : kept.solve_with_ties(sequence.prefix);
            }
            sequence.step();
            RibSolver fresh(sequence.graph, sequence.validators);
            const QString what = difference(kept.change(sequence.prefix), fresh.solve(sequence.prefix));
            QVERIFY2(what.isEmpty(), qPrintable(QString("seed %1, change %2: %3").arg(seed).arg(i).arg(what)));
        }
    }
}

void TestRibChange::largerGraphs() {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Dice dice(seed);
        Sequence sequence(larger_links(dice, 50 + dice.below(1500)), seed, 1 + dice.below(20));
        RibSolver kept(sequence.graph);
        RibSolver fresh(sequence.graph);
        for (int i = 0; i < 100; ++i) {
            sequence.step();
            const QString what = difference(kept.change(sequence.prefix), fresh.solve(sequence.prefix));
            QVERIFY2(what.isEmpty(), qPrintable(QString("seed %1, change %2: %3").arg(seed).arg(i).arg(what)));
        }
    }
}

void TestRibChange::whereSomebodyRejects() {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        Dice dice(seed);
        Sequence sequence(naive::random_links(dice), seed, 1 + dice.below(4));
        RibSolver kept(sequence.graph, sequence.validators);
        for (int i = 0; i < 20; ++i) {
            sequence.step();
            sequence.step_of_rejection();
            RibSolver fresh(sequence.graph, sequence.validators);
            const QString what = difference(kept.change(sequence.prefix), fresh.solve(sequence.prefix));
            QVERIFY2(what.isEmpty(), qPrintable(QString("seed %1, change %2: %3").arg(seed).arg(i).arg(what)));
        }
    }
}

void TestRibChange::nothingIsAllocated() {
    Dice dice(1);
    Sequence sequence(larger_links(dice, 800), 1, 10);
    RibSolver solver(sequence.graph);
    RibPrefix one = sequence.prefix;
    RibPrefix other = one;
    other.announcers.erase(other.announcers.begin() + 3);
    solver.solve(one);
    solver.change(other);
    solver.change(one);
    const std::size_t before = allocations;
    for (const RibPrefix *prefix : {&other, &one, &other}) {
        solver.change(*prefix);
        solver.solve(*prefix);
    }
    QCOMPARE(allocations.load(), before);
    const RibPrefix copy = one;
    QVERIFY(!copy.announcers.empty() && allocations > before); // so it does count
}

/// On the Internet of September 2025, where most changes are small.
void TestRibChange::referenceFile() {
    const QString folder = qEnvironmentVariable("CATCHMENT_REFERENCE", CATCHMENT_RESOURCES "/../../shared/reference");
    const std::string file = (folder + "/20250901.as-rel2.txt.bz2").toStdString();
    if (!std::filesystem::exists(file)) {
        QSKIP("no reference data beside the project");
    }
    Sequence sequence(read_as_relationships(file).links, 1, 15);
    RibSolver kept(sequence.graph);
    RibSolver fresh(sequence.graph);
    for (int i = 0; i < 500; ++i) {
        sequence.step();
        const QString what = difference(kept.change(sequence.prefix), fresh.solve(sequence.prefix));
        QVERIFY2(what.isEmpty(), qPrintable(QString("change %1: %2").arg(i).arg(what)));
    }
}

QTEST_APPLESS_MAIN(TestRibChange)
#include "tst_rib_change.moc"
