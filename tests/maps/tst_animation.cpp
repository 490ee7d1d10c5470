// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/animation.h"
#include "maps/atlas.h"
#include "maps/fonts.h"
#include "maps/sample.h"

#include <QTest>

#include <cmath>

using namespace catchment;
using namespace catchment::maps;

class AnimationTest : public QObject {
    Q_OBJECT

    static FigureOptions options() {
        FigureOptions result;
        result.size = {480, 270};
        return result;
    }

    static std::unique_ptr<FlowAnimation> flows(AnimationClock clock,
                                                std::vector<std::string> regions = {"ewr", "ams"}) {
        return std::make_unique<FlowAnimation>(test::sample_catchments(std::move(regions)), options(), clock);
    }

private slots:
    void initTestCase() { load_fonts(); }

    void a_clock_counts_frames() {
        QCOMPARE((AnimationClock{6, 20, true}.frames()), 120);
        QCOMPARE((AnimationClock{0.01, 20, true}.frames()), 1);
        QCOMPARE((AnimationClock{6, 20, true}.time(30)), 1.5);
    }

    /// After the loop's length every particle is where it was at the beginning: on a circle, that is, since one that
    /// arrives begins anew.
    void flows_come_round() {
        const auto catchments = test::sample_catchments();
        const Projection projection(ProjectionKind::EqualEarth);
        const auto geodesics = Atlas::shared().geodesics(catchments->solution->topology->shared_world(), projection);
        Particles particles(*geodesics, *catchments, *flow_map(*catchments), projection, theme(u"light"), 300);
        const MapView view = fit_view(projection, {960, 540});
        const auto at = [&](double seconds) {
            std::vector<Quad> quads;
            particles.append(seconds, view, 1, quads);
            return quads;
        };
        const auto apart = [&](const std::vector<Quad> &a, const std::vector<Quad> &b) {
            double most = 0;
            for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
                most = std::max(most, std::hypot(a[i].corners[0].x() - b[i].corners[0].x(),
                                                 a[i].corners[0].y() - b[i].corners[0].y()));
            return a.size() == b.size() ? most : 1e9;
        };
        QVERIFY(apart(at(1.3), at(1.3 + 6)) > 5); // each way has its own time
        particles.repeat_every(6);
        QVERIFY(!at(1.3).empty());
        QVERIFY(apart(at(1.3), at(1.3 + 6)) < 1e-3);
        QVERIFY(apart(at(1.3), at(1.3 + 2.9)) > 5); // and they do move
    }

    void the_frame_after_the_last_is_the_first() {
        const auto animation = flows({3, 10, true});
        QVERIFY(animation->frame(30) == animation->frame(0));
        QVERIFY(animation->frame(-1) == animation->frame(29));
        QVERIFY(animation->frame(29) != animation->frame(0));
        QCOMPARE(animation->frame(7).size(), animation->size());
    }

    /// Whatever was drawn before.
    void a_frame_depends_on_its_number_alone() {
        const auto one = flows({3, 10, true}), other = flows({3, 10, true});
        for (int i = 0; i < 10; ++i)
            one->frame(i);
        QVERIFY(one->frame(4) == other->frame(4));
    }

    void a_change_fades_there_and_back() {
        FadeAnimation fade(flows({6, 10, true}), flows({6, 10, true}, {"ewr", "ams", "nrt"}));
        const auto before = flows({6, 10, true}), after = flows({6, 10, true}, {"ewr", "ams", "nrt"});
        QVERIFY(fade.frame(5) == before->frame(5));
        QVERIFY(fade.frame(40) == after->frame(40));
        QVERIFY(fade.frame(60) == before->frame(0));
        const double middle = fade.share_of_after(27);
        QVERIFY(middle > 0.2 && middle < 0.8);
        QVERIFY(fade.share_of_after(26) < middle && middle < fade.share_of_after(28));

        const FadeAnimation once(flows({6, 10, false}), flows({6, 10, false}, {"ewr", "ams", "nrt"}));
        QCOMPARE(once.share_of_after(59), 1.0);
    }
};

QTEST_MAIN(AnimationTest)
#include "tst_animation.moc"
