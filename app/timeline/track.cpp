// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/track.h"

#include "app/timeline/timeline.h"
#include "app/widgets/appearance.h"
#include "maps/fonts.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace catchment::app {
namespace {

constexpr int parts = 240;
constexpr int steps = 10'000; // of the slider's value
constexpr double edge = 8;    // pixels left and right

} // namespace

Track::Track(Timeline &timeline, const Appearance &appearance, QWidget *parent)
    : QAbstractSlider(parent), timeline_(timeline), appearance_(appearance) {
    setObjectName(QStringLiteral("timelineTrack"));
    setAccessibleName(tr("Track of the timeline"));
    setToolTip(tr("Messages above, route changes below. Drag to scrub; left and right step, space plays"));
    setOrientation(Qt::Horizontal);
    setRange(0, steps);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&timeline, &Timeline::changed, this, &Track::follow);
    connect(&timeline, &Timeline::trackChanged, this, &Track::count);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    // Whoever sets the value (a screen reader may) moves the timeline.
    connect(this, &QAbstractSlider::valueChanged, this, [this](int value) {
        if (!following_) {
            timeline_.setPlaying(false);
            timeline_.setPosition(timeline_.length() * value / steps);
        }
    });
    count();
}

QSize Track::sizeHint() const { return {maps::text_room(300), maps::text_room(42)}; }
QSize Track::minimumSizeHint() const { return {120, maps::text_room(42)}; }

void Track::follow() {
    following_ = true;
    setValue(timeline_.length() > 0 ? qRound(timeline_.position() / timeline_.length() * steps) : 0);
    following_ = false;
    update();
}

void Track::count() {
    messages_.assign(parts, 0);
    changes_.assign(parts, 0);
    setEnabled(timeline_.isOpen());
    if (timeline_.isOpen() && timeline_.length() > 0) {
        const TimeScale &scale = timeline_.timeScale();
        const auto part = [&](Moment at) {
            return std::min(parts - 1, static_cast<int>(scale.shown(at) / scale.length() * parts));
        };
        for (const LoggedMessage &message : timeline_.playback()->convergence().messages) {
            ++messages_[part(message.received)];
        }
        for (const RouteChange &change : timeline_.playback()->convergence().changes) {
            ++changes_[part(change.at)];
        }
    }
    follow();
}

double Track::xOf(double seconds) const {
    return edge + (width() - 2 * edge) * (timeline_.length() > 0 ? seconds / timeline_.length() : 0);
}

void Track::paintEvent(QPaintEvent *) {
    const maps::Theme &theme = appearance_.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0, most = middle - 5;
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(theme.line, 1));
    painter.setBrush(theme.field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(edge, middle), QPointF(width() - edge, middle));
    if (!timeline_.isOpen()) {
        return;
    }
    const auto bars = [&](const std::vector<int> &counts, const QColor &colour, int side) {
        const int highest = *std::ranges::max_element(counts);
        const double wide = (width() - 2 * edge) / parts;
        for (int i = 0; i < parts && highest > 0; ++i) {
            // Root: a single message stays in sight beside a thousand.
            const double high = most * std::sqrt(double(counts[i]) / highest);
            painter.fillRect(
                QRectF(edge + i * wide, side < 0 ? middle - high : middle, std::max(1.0, wide - 0.5), high), colour);
        }
    };
    bars(messages_, theme.muted, -1);
    bars(changes_, theme.accent, 1);
    const double event = xOf(timeline_.timeScale().shown(timeline_.playback()->convergence().stages.front().at));
    painter.setPen(QPen(theme.bad, 2, Qt::DotLine));
    painter.drawLine(QPointF(event, 3), QPointF(event, height() - 3));
    const double head = xOf(timeline_.position());
    painter.setPen(QPen(theme.text, 2));
    painter.drawLine(QPointF(head, 3), QPointF(head, height() - 3));
    painter.setBrush(theme.text);
    painter.drawEllipse(QPointF(head, 5), 4, 4);
}

void Track::scrub(double x) {
    timeline_.setPlaying(false);
    timeline_.setPosition(timeline_.length() * (x - edge) / std::max(1.0, width() - 2 * edge));
}

void Track::mousePressEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton) {
        scrub(event->position().x());
    }
}

void Track::mouseMoveEvent(QMouseEvent *event) {
    if (event->buttons() & Qt::LeftButton) {
        scrub(event->position().x());
    }
}

void Track::wheelEvent(QWheelEvent *event) {
    event->angleDelta().y() > 0 ? timeline_.stepBack() : timeline_.step();
    event->accept();
}

void Track::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Left:
        timeline_.stepBack();
        break;
    case Qt::Key_Right:
        timeline_.step();
        break;
    case Qt::Key_Space:
        timeline_.setPlaying(!timeline_.playing());
        break;
    case Qt::Key_Home:
        timeline_.setPlaying(false);
        timeline_.setPosition(0);
        break;
    case Qt::Key_End:
        timeline_.setPlaying(false);
        timeline_.setPosition(timeline_.length());
        break;
    default:
        QAbstractSlider::keyPressEvent(event);
    }
}

} // namespace catchment::app
