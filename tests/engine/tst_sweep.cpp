// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_security.h"
#include "engine/random_world.h"
#include "io/world_reader.h"
#include "routing/solver.h"
#include "study/catchments.h"
#include "study/sweep.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

using namespace catchment;
using naive::Dice;

/// Sweeps against every deployment solved one by one, in the plainest way.
class TestSweep : public QObject {
    Q_OBJECT

private slots:
    void exhaustiveIsBruteForce();
    void exhaustiveIsBruteForceOnTheBuiltInWorld();
    void greedyValuesAreTrue();
    void greedyEndsWhereNoSwapHelps();
    void greedyFindsTheBestInEasyCases();
    void bestOfEachSize();
    void orderOfCandidatesDoesNotMatter();
    void greedyWhereThereAreTooMany();
    void countsCombinations();
    void stopsAndReportsProgress();
};

namespace {

using Codes = std::vector<std::string>;

struct Answer {
    double unreached;
    double value;
    Codes codes;
    friend bool operator==(const Answer &, const Answer &) = default;
    friend auto operator<=>(const Answer &, const Answer &) = default;
};

Answer solved(Solver &solver, Scenario scenario, Codes codes, Objective objective) {
    std::ranges::sort(codes);
    scenario.regions = codes;
    const Summary s = catchments(solver.solve(scenario))->summary;
    const double value = objective == Objective::MeanRtt     ? s.mean_rtt_ms
                         : objective == Objective::MedianRtt ? s.median_rtt_ms
                                                             : s.p95_rtt_ms;
    return {s.unreached_users, value, std::move(codes)};
}

Codes codes_of(const World &world, const std::vector<RegionId> &regions) {
    Codes out;
    for (const RegionId r : regions) {
        out.push_back(world.own_operator.regions[r.index()].code);
    }
    return out;
}

/// Every deployment, by taking or leaving each candidate.
std::vector<Answer> brute_force(const std::shared_ptr<const World> &world, const SweepQuestion &question) {
    std::vector<Answer> out;
    Solver solver(world);
    const Codes from = codes_of(*world, question.from);
    for (std::size_t taken = 0; taken < (std::size_t{1} << from.size()); ++taken) {
        Codes codes;
        for (std::size_t i = 0; i < from.size(); ++i) {
            if ((taken >> i & 1) != 0) {
                codes.push_back(from[i]);
            }
        }
        if (codes.size() == question.choose) {
            out.push_back(solved(solver, question.scenario, codes, question.objective));
        }
    }
    std::ranges::sort(out);
    return out;
}

std::vector<Answer> answers(const World &world, const std::vector<Deployment> &deployments) {
    std::vector<Answer> out;
    for (const Deployment &d : deployments) {
        out.push_back({d.unreached_users, d.value, codes_of(world, d.regions)});
    }
    return out;
}

SweepQuestion random_question(const naive::Recipe &recipe, const World &world, Dice &dice) {
    SweepQuestion out;
    out.scenario = naive::random_scenario(recipe, dice);
    if (dice.chance(30)) {
        naive::add_random_security(recipe, out.scenario, dice);
    }
    for (std::size_t r = 0; r < world.own_operator.regions.size(); ++r) {
        out.from.emplace_back(r);
    }
    dice.shuffle(out.from);
    out.choose = 1 + dice.below(out.from.size());
    out.objective = static_cast<Objective>(dice.below(3));
    return out;
}

template <class Check>
void over_random_questions(std::uint64_t first_seed, int worlds, Check check) {
    for (std::uint64_t seed = first_seed; seed < first_seed + static_cast<std::uint64_t>(worlds); ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        check(world, random_question(recipe, *world, dice), dice);
        if (QTest::currentTestFailed()) {
            qWarning("seed %llu", static_cast<unsigned long long>(seed));
            return;
        }
    }
}

std::shared_ptr<const World> builtin() {
    static const auto world = read_world(CATCHMENT_RESOURCES "/world");
    return world;
}

SweepQuestion builtin_question(const Codes &from, std::size_t choose) {
    SweepQuestion out;
    out.choose = choose;
    for (const std::string &code : from) {
        out.from.push_back(*find_region(builtin()->own_operator, code));
    }
    return out;
}

/// The best that one swap makes of a deployment, itself included.
Answer after_a_swap(const std::shared_ptr<const World> &world, const SweepQuestion &question, const Answer &answer) {
    Answer best = answer;
    Solver solver(world);
    const Codes from = codes_of(*world, question.from);
    for (std::size_t out = 0; out < answer.codes.size(); ++out) {
        for (const std::string &in : from) {
            if (std::ranges::find(answer.codes, in) == answer.codes.end()) {
                Codes codes = answer.codes;
                codes[out] = in;
                best = std::min(best, solved(solver, question.scenario, codes, question.objective));
            }
        }
    }
    return best;
}

} // namespace

void TestSweep::exhaustiveIsBruteForce() {
    std::set<std::size_t> sizes;
    over_random_questions(400'000, 150, [&](const auto &world, const SweepQuestion &question, Dice &) {
        const auto result = sweep(world, question);
        QVERIFY(result.has_value());
        QVERIFY(result->method == SweepMethod::Exhaustive);
        QVERIFY(answers(*world, result->results) == brute_force(world, question));
        sizes.insert(result->results.size());
    });
    QVERIFY(*sizes.rbegin() == 20); // 3 of 6
}

void TestSweep::exhaustiveIsBruteForceOnTheBuiltInWorld() {
    SweepQuestion question = builtin_question({"ewr", "ams", "nrt", "gru", "syd", "jnb"}, 3);
    question.scenario.tuning_for("ams").prepend = 2;
    for (const Objective objective : {Objective::MeanRtt, Objective::P95Rtt}) {
        question.objective = objective;
        const auto result = sweep(builtin(), question);
        QVERIFY(answers(*builtin(), result->results) == brute_force(builtin(), question));
    }
}

void TestSweep::greedyValuesAreTrue() {
    over_random_questions(410'000, 150, [](const auto &world, SweepQuestion question, Dice &) {
        question.method = SweepMethod::Greedy;
        const auto result = sweep(world, question);
        QVERIFY(result->method == SweepMethod::Greedy);
        const auto got = answers(*world, result->results);
        const auto all = brute_force(world, question);
        QVERIFY(!got.empty() && std::ranges::is_sorted(got));
        QVERIFY(std::ranges::adjacent_find(got) == got.end());
        QVERIFY(std::ranges::includes(all, got));
    });
}

void TestSweep::greedyEndsWhereNoSwapHelps() {
    over_random_questions(420'000, 150, [](const auto &world, SweepQuestion question, Dice &) {
        question.method = SweepMethod::Greedy;
        const Answer best = answers(*world, sweep(world, question)->results).front();
        QVERIFY(after_a_swap(world, question, best) == best);
    });
}

void TestSweep::greedyFindsTheBestInEasyCases() {
    over_random_questions(430'000, 100, [](const auto &world, SweepQuestion question, Dice &dice) {
        question.method = SweepMethod::Greedy;
        question.choose = dice.chance(50) ? 1 : question.from.size();
        const auto got = answers(*world, sweep(world, question)->results);
        QVERIFY(got == brute_force(world, question));
    });
}

void TestSweep::bestOfEachSize() {
    over_random_questions(440'000, 100, [](const auto &world, SweepQuestion question, Dice &) {
        const auto swept = best_of_each_size(world, question);
        const auto grown = best_of_each_size(world, question, 0);
        QCOMPARE(swept->size(), question.choose);
        QCOMPARE(grown->size(), question.choose);
        for (std::size_t size = 1; size <= swept->size(); ++size) {
            SweepQuestion one = question;
            one.choose = size;
            const auto all = brute_force(world, one);
            QVERIFY(answers(*world, *swept)[size - 1] == all.front());
            const Answer by_growth = answers(*world, *grown)[size - 1];
            QVERIFY(std::ranges::binary_search(all, by_growth));
            QVERIFY(after_a_swap(world, one, by_growth) == by_growth);
        }
    });
}

void TestSweep::orderOfCandidatesDoesNotMatter() {
    over_random_questions(450'000, 100, [](const auto &world, SweepQuestion question, Dice &dice) {
        question.method = dice.chance(50) ? SweepMethod::Greedy : SweepMethod::Exhaustive;
        const auto before = answers(*world, sweep(world, question)->results);
        dice.shuffle(question.from);
        dice.shuffle(question.scenario.regions);
        QVERIFY(answers(*world, sweep(world, question)->results) == before);
    });
}

void TestSweep::greedyWhereThereAreTooMany() {
    SweepQuestion question;
    for (std::size_t r = 0; r < builtin()->own_operator.regions.size(); ++r) {
        question.from.emplace_back(r);
    }
    question.choose = question.from.size() / 2;
    QVERIFY(combinations(question.from.size(), question.choose) > SweepQuestion::most_exhaustive);
    question.choose = question.from.size() - 1;
    QVERIFY(sweep(builtin(), question)->method == SweepMethod::Exhaustive);
    question.choose = 4;
    const auto result = sweep(builtin(), question);
    QVERIFY(result->method == SweepMethod::Greedy);
    const Answer best = answers(*builtin(), result->results).front();
    Solver solver(builtin());
    QVERIFY(best == solved(solver, question.scenario, best.codes, question.objective));
}

void TestSweep::countsCombinations() {
    QCOMPARE(combinations(18, 3), 816u);
    QCOMPARE(combinations(18, 9), 48'620u);
    QCOMPARE(combinations(5, 0), 1u);
    QCOMPARE(combinations(5, 5), 1u);
    QCOMPARE(combinations(5, 6), 0u);
    QCOMPARE(combinations(0, 0), 1u);
    QCOMPARE(combinations(1000, 500), std::numeric_limits<std::size_t>::max());
    for (std::size_t n = 1; n < 60; ++n) {
        for (std::size_t k = 1; k < n; ++k) {
            QCOMPARE(combinations(n, k), combinations(n - 1, k - 1) + combinations(n - 1, k));
        }
    }
}

void TestSweep::stopsAndReportsProgress() {
    const SweepQuestion question = builtin_question({"ewr", "ams", "nrt", "gru", "syd", "jnb"}, 3);
    std::size_t last = 0;
    bool in_order = true;
    const auto result = sweep(builtin(), question, {}, [&](std::size_t done, std::size_t total) {
        in_order = in_order && done == last + 1 && total == 20;
        last = done;
    });
    QVERIFY(result && in_order);
    QCOMPARE(last, 20u);

    std::stop_source stop;
    std::size_t calls = 0;
    const auto stopping = [&](std::size_t, std::size_t) {
        ++calls;
        stop.request_stop();
    };
    QVERIFY(!sweep(builtin(), question, stop.get_token(), stopping));
    QVERIFY(calls >= 1 && calls < 20);
    QVERIFY(!best_of_each_size(builtin(), question, 1'000, stop.get_token()));
}

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"
