// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/clip.h"

#include <QPainterPath>
#include <QTest>

#include <cmath>
#include <random>

using namespace catchment::maps;

class ClipTest : public QObject {
    Q_OBJECT

    static constexpr double radius = 100;

    /// As Projection::forward does with what lies behind a globe.
    static QPointF to_the_edge(QPointF p) {
        const double length = std::hypot(p.x(), p.y());
        return length >= radius ? p / length * radius : p;
    }

    static QPainterPath path_of(const std::vector<Ring> &rings) {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        for (const Ring &ring : rings) {
            path.addPolygon(QPolygonF(QList<QPointF>(ring.begin(), ring.end())));
            path.closeSubpath();
        }
        return path;
    }

private slots:
    void rectangles() {
        const Ring ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
        const Ring half = clip_to_rectangle(ring, QRectF(5, -5, 20, 20));
        QCOMPARE(std::abs(doubled_area(half)), 100.0);
        QVERIFY(clip_to_rectangle(ring, QRectF(20, 20, 5, 5)).size() < 3);
    }

    void a_ring_inside_a_disc_stays() {
        const Ring ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
        const auto clipped = clip_to_disc({ring}, {0, 0}, radius, true);
        QCOMPARE(clipped.size(), std::size_t{1});
        QVERIFY(clipped.front() == ring);
    }

    void a_ring_on_the_edge_alone_goes() {
        Ring ring;
        for (int i = 0; i < 90; ++i)
            ring.push_back(QPointF(std::cos(i * 0.01), std::sin(i * 0.01)) * radius);
        QVERIFY(clip_to_disc({ring}, {0, 0}, radius, true).empty());
    }

    /// Random blobs that leave the disc, once or several times, turned either way: a point of the disc is in what is
    /// left exactly where it was in the blob.
    void what_is_left_is_what_was_inside() {
        std::mt19937 dice(7);
        std::uniform_real_distribution<double> unit(0, 1);
        int inside = 0, outside = 0;
        for (int round = 0; round < 60; ++round) {
            const QPointF centre((unit(dice) - 0.5) * 160, (unit(dice) - 0.5) * 160);
            const double lobes = std::floor(unit(dice) * 5) + 1, size = 30 + 60 * unit(dice);
            const bool clockwise = round % 2 == 0;
            Ring blob;
            for (int i = 0; i < 720; ++i) {
                const double angle = (clockwise ? 1 : -1) * i * M_PI / 360;
                const double far = size * (1 + 0.6 * std::sin(lobes * angle));
                blob.push_back(centre + QPointF(std::cos(angle), std::sin(angle)) * far);
            }
            Ring drawn;
            for (const QPointF &p : blob)
                drawn.push_back(to_the_edge(p));
            const QPainterPath before = path_of({blob});
            const QPainterPath after = path_of(clip_to_disc({drawn}, {0, 0}, radius, clockwise));
            for (int i = 0; i < 200; ++i) {
                const QPointF p((unit(dice) - 0.5) * 196, (unit(dice) - 0.5) * 196);
                if (std::hypot(p.x(), p.y()) > 97) // near the edge lines end a little off
                    continue;
                const bool is_in = before.contains(p);
                QCOMPARE(after.contains(p), is_in);
                (is_in ? inside : outside) += 1;
            }
        }
        QVERIFY(inside > 1000 && outside > 1000);
    }
};

QTEST_GUILESS_MAIN(ClipTest)
#include "tst_clip.moc"
