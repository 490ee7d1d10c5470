// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/decision.h"

#include <QTest>

using namespace catchment;

/// Each step by itself, over routes that are alike in everything before it.
class TestDecision : public QObject {
    Q_OBJECT

private slots:
    void oneRouteNeedsNoChoice();
    void noRouteIsNoDecision();
    void eachStep_data();
    void eachStep();
    void aStepOnlyCountsWhereTheOnesBeforeAreEqual();
    void medOfTwoNeighboursIsNotCompared();
    void medLooksAtTheWholeSetAtOnce();
    void stepsHaveWords();
};

namespace {

Contender plain() {
    Contender c;
    c.learned_from = LearnedFrom::Peer;
    c.length = 3;
    c.neighbour = 10;
    c.cost = 1000;
    return c;
}

} // namespace

void TestDecision::oneRouteNeedsNoChoice() {
    const Contender only[] = {plain()};
    QCOMPARE(decide(only), std::vector{Step::OnlyOne});
}

void TestDecision::noRouteIsNoDecision() { QVERIFY(decide({}).empty()); }

void TestDecision::eachStep_data() {
    QTest::addColumn<int>("step");
    for (const Step step :
         {Step::LocalPref, Step::PathLength, Step::Origin, Step::Med, Step::External, Step::HotPotato, Step::Tie}) {
        QTest::newRow(std::string(step_word(step)).c_str()) << static_cast<int>(step);
    }
}

void TestDecision::eachStep() {
    QFETCH(int, step);
    const auto expected = static_cast<Step>(step);
    // `good` is better at this step and worse at each later one.
    Contender good = plain();
    Contender bad = plain();
    switch (expected) {
    case Step::LocalPref:
        good.learned_from = LearnedFrom::Customer;
        [[fallthrough]];
    case Step::PathLength:
        good.length = expected == Step::PathLength ? 2 : 9;
        [[fallthrough]];
    case Step::Origin:
        bad.origin = expected == Step::Origin ? 1 : 0;
        good.origin = expected < Step::Origin ? 2 : 0;
        [[fallthrough]];
    case Step::Med:
        bad.med = expected == Step::Med ? 6 : 0;
        good.med = expected <= Step::Med ? 5 : 0;
        [[fallthrough]];
    case Step::External:
        good.external = expected == Step::External;
        bad.external = expected < Step::External;
        [[fallthrough]];
    case Step::HotPotato:
        good.cost = expected == Step::HotPotato ? 999 : 1000'000;
        [[fallthrough]];
    case Step::Tie:
        good.cost = expected == Step::Tie ? 1000 : good.cost;
        good.tie = expected == Step::Tie ? 1 : 3;
        bad.tie = 2;
        break;
    default:
        QFAIL("no such step");
    }
    QCOMPARE(decide(std::vector{good, bad}), (std::vector{Step::OnlyOne, expected}));
    QCOMPARE(decide(std::vector{bad, good}), (std::vector{expected, Step::OnlyOne}));
}

void TestDecision::aStepOnlyCountsWhereTheOnesBeforeAreEqual() {
    Contender customer = plain();
    customer.learned_from = LearnedFrom::Customer;
    Contender short_path = plain();
    short_path.length = 1;
    Contender long_path = plain();
    long_path.length = 5;
    // Both peers lose at step 1, although one of them would have lost against the other at step 2.
    QCOMPARE(decide(std::vector{short_path, customer, long_path}),
             (std::vector{Step::LocalPref, Step::OnlyOne, Step::LocalPref}));
}

void TestDecision::medOfTwoNeighboursIsNotCompared() {
    Contender a = plain();
    a.med = 100;
    a.cost = 10;
    Contender b = plain();
    b.neighbour = 11;
    QCOMPARE(decide(std::vector{a, b}), (std::vector{Step::OnlyOne, Step::HotPotato}));
}

void TestDecision::medLooksAtTheWholeSetAtOnce() {
    // Taken two by two in this order, the first would beat the second on cost and fall to the third, which would win.
    Contender near = plain();
    near.med = 10;
    near.cost = 1;
    Contender other = plain();
    other.neighbour = 11;
    other.cost = 2;
    Contender far = plain();
    far.med = 5;
    far.cost = 3;
    QCOMPARE(decide(std::vector{near, other, far}), (std::vector{Step::Med, Step::OnlyOne, Step::HotPotato}));
    // A route that MED removes still removes others.
    Contender middle = plain();
    middle.med = 7;
    QCOMPARE(decide(std::vector{near, middle, far}), (std::vector{Step::Med, Step::Med, Step::OnlyOne}));
}

void TestDecision::stepsHaveWords() {
    QCOMPARE(step_word(Step::LocalPref), "local-pref");
    QCOMPARE(step_word(Step::PathLength), "path-length");
    QCOMPARE(step_word(Step::Origin), "origin");
    QCOMPARE(step_word(Step::Med), "med");
    QCOMPARE(step_word(Step::External), "external");
    QCOMPARE(step_word(Step::HotPotato), "hot-potato");
    QCOMPARE(step_word(Step::Tie), "tie");
}

QTEST_APPLESS_MAIN(TestDecision)
#include "tst_decision.moc"
