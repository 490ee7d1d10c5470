// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/job.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <stdexcept>

using namespace catchment;
using catchment::app::Job;

/// Work in a thread of its own: answers, late answers, cancelling, failing.
class TestJob : public QObject {
    Q_OBJECT

private slots:
    void answersOnTheOwnersThread();
    void answersTheLastWorkAlone();
    void cancelledWorkIsNotAnswered();
    void tellsProgress();
    void saysWhatFailed();
    void canBeUsedAgainAfterAFailure();
    void endsWhileItWorks();
};

namespace {

using Work = std::function<std::optional<int>(const std::stop_token &, const Progress &)>;

Work answer(int number) {
    return [number](const std::stop_token &, const Progress &) { return number; };
}

/// Works until it is stopped, and then answers all the same, as work may that was nearly done.
Work late(std::atomic<int> &begun) {
    return [&begun](const std::stop_token &stop, const Progress &) -> std::optional<int> {
        ++begun;
        while (!stop.stop_requested()) {
            QThread::msleep(1);
        }
        return -1;
    };
}

} // namespace

void TestJob::answersOnTheOwnersThread() {
    Job job;
    const QSignalSpy busy(&job, &Job::busyChanged);
    QList<int> answers;
    job.start<int>(answer(7), [&](int number) {
        QCOMPARE(QThread::currentThread(), thread());
        QVERIFY(!job.busy());
        answers << number;
    });
    QVERIFY(job.busy());
    QTRY_COMPARE(answers, QList<int>{7});
    QCOMPARE(busy.count(), 2);
}

void TestJob::answersTheLastWorkAlone() {
    Job job;
    std::atomic<int> begun = 0;
    QList<int> answers;
    const auto note = [&](int number) { answers << number; };
    job.start<int>(late(begun), note);
    QTRY_COMPARE(begun.load(), 1);
    job.start<int>(late(begun), note);
    job.start<int>(answer(3), note);
    QTRY_COMPARE(answers, QList<int>{3});
    QTest::qWait(20); // nothing comes after it
    QCOMPARE(answers, QList<int>{3});
}

void TestJob::cancelledWorkIsNotAnswered() {
    Job job;
    std::atomic<int> begun = 0;
    QList<int> answers;
    const auto note = [&](int number) { answers << number; };
    job.start<int>(late(begun), note);
    QTRY_COMPARE(begun.load(), 1);
    job.cancel();
    QVERIFY(!job.busy());
    job.start<int>(answer(4), note); // runs after the cancelled one has ended
    QTRY_COMPARE(answers, QList<int>{4});
}

void TestJob::tellsProgress() {
    Job job;
    const QSignalSpy progressed(&job, &Job::progressed);
    bool done = false;
    job.start<int>(
        [](const std::stop_token &, const Progress &progress) {
            progress(1, 10);
            return 1;
        },
        [&](int) { done = true; });
    QTRY_VERIFY(done);
    QCOMPARE(progressed.count(), 1);
    QCOMPARE(progressed.front(), (QList<QVariant>{1, 10}));
}

void TestJob::saysWhatFailed() {
    Job job;
    const QSignalSpy failed(&job, &Job::failed);
    job.start<int>(
        [](const std::stop_token &, const Progress &) -> std::optional<int> { throw std::runtime_error("why"); },
        [](int) { QFAIL("there is no answer"); });
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.front().front().toString(), QStringLiteral("why"));
    QVERIFY(!job.busy());
}

void TestJob::canBeUsedAgainAfterAFailure() {
    Job job;
    const QSignalSpy failed(&job, &Job::failed);
    job.start<int>(
        [](const std::stop_token &, const Progress &) -> std::optional<int> { throw std::runtime_error("why"); },
        [](int) {});
    QTRY_COMPARE(failed.count(), 1);
    int got = 0;
    job.start<int>(answer(5), [&](int number) { got = number; });
    QTRY_COMPARE(got, 5);
}

void TestJob::endsWhileItWorks() {
    std::atomic<int> begun = 0;
    for (int i = 1; i <= 5; ++i) {
        Job job;
        job.start<int>(late(begun), [](int) { QFAIL("there is nobody to answer"); });
        QTRY_COMPARE(begun.load(), i);
    }
}

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
