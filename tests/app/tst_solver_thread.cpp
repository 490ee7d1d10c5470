// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/solver_thread.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace catchment;
using namespace catchment::app;

class TestSolverThread : public QObject {
    Q_OBJECT

private slots:
    void solvesAsSoonAsTheWorldIsThere();
    void looksBehindTheEdge();
    void answersTheLastRequestAlone();
    void comparesWithTheStateBefore();
    void saysWhatCannotBeSolved();
    void saysWhatCannotBeRead();
    void endsWhileItWorks();
};

void TestSolverThread::solvesAsSoonAsTheWorldIsThere() {
    SolverThread solver;
    const QSignalSpy read(&solver, &SolverThread::worldRead);
    QList<SolveResult> results;
    connect(&solver, &SolverThread::solved, this, [&](const SolveResult &result) {
        QCOMPARE(QThread::currentThread(), thread());
        results << result;
    });
    solver.solve({story(), {}});
    QVERIFY(solver.busy());
    solver.readWorld(CATCHMENT_RESOURCES "/world");
    QTRY_COMPARE(results.size(), 1);
    QCOMPARE(read.count(), 1);
    QVERIFY(!solver.busy());
    QVERIFY(results[0].catchments);
    QVERIFY(!results[0].before);
    QVERIFY(!results[0].behind && !results[0].edges);
    QVERIFY(results[0].milliseconds > 0);
}

/// What is behind the edge comes with the routes; against a scenario without edges there is a change as well.
void TestSolverThread::looksBehindTheEdge() {
    SolverThread solver;
    QList<SolveResult> results;
    connect(&solver, &SolverThread::solved, this, [&](const SolveResult &result) { results << result; });
    solver.readWorld(CATCHMENT_RESOURCES "/world");
    Scenario everywhere = story();
    everywhere.announce = Announce::Everywhere;
    solver.solve({everywhere, story()});
    QTRY_COMPARE(results.size(), 1);
    QVERIFY(results[0].behind && results[0].behind->journeys.mean_rtt_ms > 0);
    QVERIFY(results[0].edges && results[0].edges->change.edge_users > 0);
    solver.solve({story(), everywhere});
    QTRY_COMPARE(results.size(), 2);
    QVERIFY(!results[1].behind);
    QVERIFY(results[1].edges && results[1].edges->change.broken_users > 0);
}

void TestSolverThread::answersTheLastRequestAlone() {
    SolverThread solver;
    std::vector<std::vector<std::string>> answered;
    connect(&solver, &SolverThread::solved, this,
            [&](const SolveResult &result) { answered.push_back(result.catchments->solution->scenario->regions); });
    solver.readWorld(CATCHMENT_RESOURCES "/world");
    Scenario scenario = story();
    for (const char *code : {"nrt", "sin", "gru", "syd", "lhr"}) {
        scenario.regions.push_back(code);
        solver.solve({scenario, {}});
    }
    QTRY_VERIFY(!solver.busy());
    QCOMPARE(answered.size(), std::size_t{1});
    QCOMPARE(answered.front(), scenario.regions);
}

void TestSolverThread::comparesWithTheStateBefore() {
    SolverThread solver;
    QList<SolveResult> results;
    connect(&solver, &SolverThread::solved, this, [&](const SolveResult &result) { results << result; });
    solver.readWorld(CATCHMENT_RESOURCES "/world");
    Scenario more = story();
    more.regions.push_back("nrt");
    solver.solve({more, story()});
    QTRY_COMPARE(results.size(), 1);
    QVERIFY(results[0].before);
    QVERIFY(results[0].comparison.moved_users > 0);
}

void TestSolverThread::saysWhatCannotBeSolved() {
    SolverThread solver;
    const QSignalSpy failed(&solver, &SolverThread::solveFailed);
    solver.readWorld(CATCHMENT_RESOURCES "/world");
    Scenario unknown = story();
    unknown.faults.networks = {Asn{4200000000}};
    solver.solve({unknown, {}});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!failed.front().front().toString().isEmpty());
    const QSignalSpy solved(&solver, &SolverThread::solved);
    solver.solve({story(), unknown}); // what cannot be solved is not compared with
    QTRY_COMPARE(solved.count(), 1);
}

void TestSolverThread::saysWhatCannotBeRead() {
    SolverThread solver;
    const QSignalSpy failed(&solver, &SolverThread::worldFailed);
    solver.readWorld("/nowhere");
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.front().front().toString().contains(QStringLiteral("/nowhere")));
}

void TestSolverThread::endsWhileItWorks() {
    for (int i = 0; i < 5; ++i) {
        SolverThread solver;
        solver.readWorld(CATCHMENT_RESOURCES "/world");
        solver.solve({story(), {}});
    }
}

QTEST_GUILESS_MAIN(TestSolverThread)
#include "tst_solver_thread.moc"
