// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frame_stats.h"

#include "qml/map/live_map.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <utility>

namespace catchment::app {
namespace {

constexpr int warm_up_ms = 2000;

double now_ms(const QElapsedTimer &clock) { return static_cast<double>(clock.nsecsElapsed()) / 1e6; }

/// The smallest value that covers `share` of the sorted ones.
double percentile(const std::vector<double> &sorted, double share) {
    const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(at, 1, sorted.size()) - 1];
}

} // namespace

FrameStats::FrameStats(qml::LiveMap &map, double seconds, std::function<void(const QString &, int)> done,
                       QObject *parent)
    : QObject(parent), map_(map), seconds_(seconds), done_(std::move(done)) {
    clock_.start();
    connect(&map, &qml::LiveMap::settled, this, [this] {
        if (!std::exchange(begun_, true)) {
            QTimer::singleShot(warm_up_ms, this, &FrameStats::begin);
        }
    });
}

void FrameStats::begin() {
    QQuickWindow *const window = map_.window();
    // A QQuickWidget has no buffers to swap: the window is composed and shown as soon as its frame is rendered.
    connect(window, &QQuickWindow::beforeFrameBegin, this, [this] { drawing_since_ms_ = now_ms(clock_); });
    connect(window, &QQuickWindow::afterFrameEnd, this, &FrameStats::frameShown);
    QCoreApplication::instance()->installEventFilter(this);
    const QAbstractEventDispatcher *const dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &FrameStats::wake);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &FrameStats::sleep);
    begin_ms_ = now_ms(clock_);
    QTimer::singleShot(static_cast<int>(seconds_ * 1000), this, &FrameStats::end);
}

void FrameStats::frameShown() {
    const double now = now_ms(clock_);
    if (last_frame_ms_ >= 0) {
        intervals_.push_back(now - last_frame_ms_);
    }
    last_frame_ms_ = now;
    composing_ = true;
}

/// Composing ends where the next event begins, or the thread goes to sleep.
void FrameStats::drawn() {
    if (std::exchange(composing_, false)) {
        drawn_ms_ += now_ms(clock_) - drawing_since_ms_;
    }
}

bool FrameStats::eventFilter(QObject *, QEvent *) {
    drawn();
    return false;
}

void FrameStats::wake() {
    awake_since_ms_ = now_ms(clock_);
    drawn_ms_ = 0;
}

void FrameStats::sleep() {
    drawn();
    if (awake_since_ms_ >= 0) {
        longest_ms_ = std::max(longest_ms_, now_ms(clock_) - awake_since_ms_ - drawn_ms_);
    }
    awake_since_ms_ = -1;
}

void FrameStats::end() {
    const double seconds = (now_ms(clock_) - begin_ms_) / 1000;
    const auto number = [](double value) { return QString::number(value, 'f', 1); };
    std::ranges::sort(intervals_);
    const double pixels = map_.width() * map_.height() * std::pow(map_.window()->effectiveDevicePixelRatio(), 2);
    const bool some = !intervals_.empty();
    const QString line =
        QStringLiteral("{\"fps\": %1, \"medianMs\": %2, \"p95Ms\": %3, \"maxGapMs\": %4, \"backend\": \"%5\", "
                       "\"mapPixels\": %6, \"particles\": %7, \"seconds\": %8}")
            .arg(number(static_cast<double>(intervals_.size()) / seconds),
                 number(some ? percentile(intervals_, 0.5) : 0), number(some ? percentile(intervals_, 0.95) : 0),
                 number(longest_ms_), map_.backend(), QString::number(std::lround(pixels)),
                 QString::number(map_.particleCount()), number(seconds));
    const bool live = map_.backend() != u"software" && map_.backend() != u"null" && some;
    done_(line, live ? 0 : 1);
}

} // namespace catchment::app
