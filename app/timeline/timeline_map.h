// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/sparks.h"
#include "study/catchments.h"

#include <QObject>
#include <QTimer>

namespace catchment::app {

struct Workspace;
class MapPanel;

/// The moment of the timeline on the map: catchments, messages under way, where packets get lost, and the sentence
/// that says when it is.
class TimelineMap : public QObject {
    Q_OBJECT

public:
    TimelineMap(Workspace &workspace, MapPanel &panel, QObject *parent);

private:
    void show();
    void showMoment();
    void showSparks();
    void findLosses();
    QString sentence() const;

    Workspace &workspace_;
    MapPanel &panel_;
    std::pair<const void *, std::size_t> seen_{}; ///< of which playback, and how many route changes it had
    bool happened_ = false;
    std::shared_ptr<const Catchments> shown_;
    std::vector<maps::Spark> losses_;
    QTimer painting_; ///< runs until the map has painted what it was given last
};

} // namespace catchment::app
