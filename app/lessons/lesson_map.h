// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>
#include <QVariant>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace catchment {
struct Catchments;
}

namespace catchment::app {

struct Workspace;
class LessonPanel;
class LessonRun;
class MapPanel;

/// A prediction on the map: catchments are hidden, cities show the regions that they were given, clicks and the brush
/// mark them. Leaves the map alone otherwise.
class LessonMap : public QObject {
    Q_OBJECT

public:
    LessonMap(Workspace &workspace, LessonRun &run, LessonPanel &panel, MapPanel &map, QObject *parent = nullptr);

private:
    void show();
    QVariantList cityMarks() const;
    void showView();
    void clicked(const QString &city);
    void paint(QPointF at);

    Workspace &workspace_;
    LessonRun &run_;
    LessonPanel &panel_;
    MapPanel &map_;
    bool shown_ = false;
    std::optional<std::size_t> step_; ///< whose view is shown; none: no lesson's
};

/// The results with the regions in `marks` (city id to code) in place of what cities reach; all others reach nothing.
std::shared_ptr<const Catchments> marked(const Catchments &results, const std::map<std::string, std::string> &marks);

} // namespace catchment::app
