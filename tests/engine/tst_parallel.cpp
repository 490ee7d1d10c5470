// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/parallel.h"

#include <QTest>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

using namespace catchment;

/// The same work on many items.
class TestParallel : public QObject {
    Q_OBJECT

private slots:
    void everyItemOnce_data();
    void everyItemOnce();
    void afterEachIsCalledAlone();
    void stops();
    void throwsWhatAWorkerThrows();
};

void TestParallel::everyItemOnce_data() {
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 3, 1000}) {
        QTest::addRow("%d", count) << count;
    }
}

void TestParallel::everyItemOnce() {
    QFETCH(int, count);
    std::vector<std::atomic<int>> times(static_cast<std::size_t>(count));
    QVERIFY(in_parallel(times.size(), [&] { return [&](std::size_t item) { ++times[item]; }; }));
    QVERIFY(std::ranges::all_of(times, [](const auto &n) { return n == 1; }));
}

void TestParallel::afterEachIsCalledAlone() {
    int calls = 0; // not atomic: whoever calls is alone
    QVERIFY(in_parallel(
        5000, [] { return [](std::size_t) {}; }, {}, [&] { ++calls; }));
    QCOMPARE(calls, 5000);
}

void TestParallel::stops() {
    std::stop_source stop;
    std::atomic<int> done = 0;
    const auto worker = [&] {
        return [&](std::size_t) {
            if (++done == 10) {
                stop.request_stop();
            }
        };
    };
    QVERIFY(!in_parallel(1'000'000, worker, stop.get_token()));
    QVERIFY(done >= 10 && done < 1'000'000);
    done = 100;
    QVERIFY(!in_parallel(10, worker, stop.get_token()));
    QCOMPARE(done.load(), 100);
}

void TestParallel::throwsWhatAWorkerThrows() {
    std::atomic<int> done = 0;
    const auto worker = [&] {
        return [&](std::size_t item) {
            if (item == 5) {
                throw std::runtime_error("five");
            }
            ++done;
        };
    };
    QVERIFY_EXCEPTION_THROWN(in_parallel(1'000'000, worker), std::runtime_error);
    QVERIFY(done < 1'000'000);
}

QTEST_APPLESS_MAIN(TestParallel)
#include "tst_parallel.moc"
