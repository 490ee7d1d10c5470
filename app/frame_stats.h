// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace catchment::qml {
class LiveMap;
}

namespace catchment::app {

/// Watches the live map for a while: how many frames it shows, how evenly, and how long anything but drawing holds the
/// GUI thread. Starts to count two seconds after the map's first complete picture.
class FrameStats : public QObject {
    Q_OBJECT

public:
    /// `done` gets one line of JSON (see the README), and the exit status: 1 where the backend cannot draw the live
    /// map.
    FrameStats(qml::LiveMap &map, double seconds, std::function<void(const QString &line, int status)> done,
               QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void end();
    void frameShown();
    void drawn();
    void wake();
    void sleep();

    qml::LiveMap &map_;
    double seconds_;
    std::function<void(const QString &, int)> done_;
    QElapsedTimer clock_;
    bool begun_ = false;
    double begin_ms_ = 0;
    double last_frame_ms_ = -1;
    std::vector<double> intervals_; ///< between presented frames, ms
    double awake_since_ms_ = -1;
    double drawing_since_ms_ = 0;
    bool composing_ = false;
    double drawn_ms_ = 0; ///< since the thread woke
    double longest_ms_ = 0;
};

} // namespace catchment::app
