// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>

#include <vector>

namespace catchment::app {

class Appearance;
class Timeline;

/// The timeline as a track that can be scrubbed: how much happens when (messages above, route changes below), the
/// event, and where the playhead is. Left and right step, space plays, Home and End go to the ends.
class Track : public QAbstractSlider {
    Q_OBJECT

public:
    Track(Timeline &timeline, const Appearance &appearance, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow();
    void count();
    void scrub(double x);
    double xOf(double seconds) const;

    Timeline &timeline_;
    const Appearance &appearance_;
    std::vector<int> messages_, changes_; ///< by equal parts of the track
    bool following_ = false;              ///< the value is the timeline's, not the user's
};

} // namespace catchment::app
