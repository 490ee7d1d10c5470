// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animation/convergence_animation.h"
#include "maps/fonts.h"
#include "maps/sample.h"
#include "routing/simulator.h"

#include <QTest>

using namespace catchment;
using namespace catchment::app;

/// What follows an event, as an animation: on the small world of the maps' tests.
class TestConvergenceAnimation : public QObject {
    Q_OBJECT

    std::shared_ptr<const Catchments> before_ = test::sample_catchments();
    std::shared_ptr<const Convergence> convergence_;

    ConvergenceAnimation animation(bool loop) const {
        maps::FigureOptions options;
        options.size = {480, 270};
        return {convergence_, before_, options, {5, 10, loop}};
    }

private slots:
    void initTestCase() {
        maps::load_fonts();
        const auto world = before_->solution->topology->shared_world();
        const TimedEvent event = parse_event("withdraw ams", *world);
        convergence_ = Simulator(world).run(*before_->solution->scenario, std::span(&event, 1));
        QVERIFY(convergence_ && convergence_->end);
    }

    /// At both ends the playback's state is the solver's.
    void endsAreTheSteadyStates() {
        Playback playback(convergence_);
        playback.seek(Moment(-1));
        const auto start = catchments_at(playback, *before_);
        playback.seek(convergence_->duration());
        const auto after = catchments(convergence_->end);
        const auto end = catchments_at(playback, *after);
        for (std::size_t i = 0; i < start->cities.size(); ++i) {
            QCOMPARE(start->cities[i].region, before_->cities[i].region);
            QCOMPARE(end->cities[i].region, after->cities[i].region);
        }
        for (std::size_t i = 0; i < end->regions.size(); ++i) {
            QVERIFY(std::abs(end->regions[i].users - after->regions[i].users) < 1);
        }
        QVERIFY(std::abs(end->summary.unreached_users - after->summary.unreached_users) < 1);
    }

    void timeRunsThroughAllThatHappens() {
        const ConvergenceAnimation film = animation(false);
        QVERIFY(film.since_event(0) < Moment(0));
        Moment last(-1);
        int steps = 0;
        for (int i = 0; i < film.clock().frames(); ++i) {
            const Moment now = film.since_event(i);
            QVERIFY(now >= last || now < Moment(0));
            steps += now > last;
            last = std::max(last, now);
        }
        QCOMPARE(last, convergence_->duration() - convergence_->stages.front().at);
        QVERIFY(steps > 20);
    }

    void theFirstAndTheLastDiffer() {
        ConvergenceAnimation once = animation(false), other = animation(false);
        const QImage first = once.frame(0), last = once.frame(49);
        QVERIFY(first != last);
        QVERIFY(other.frame(49) == last); // whatever was drawn before
        QVERIFY(once.frame(500) == last); // and there it stays
        ConvergenceAnimation loop = animation(true);
        QVERIFY(loop.frame(50) == loop.frame(0));
    }
};

QTEST_MAIN(TestConvergenceAnimation)
#include "tst_convergence_animation.moc"
