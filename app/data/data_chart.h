// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/data_study.h"

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>

class QCustomPlot;

namespace catchment::app {

struct Workspace;

/// How long reads and writes take: users by time, or each city's reads against its writes. A click on a city's dot
/// selects it.
class DataChart : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Distribution, Cities };

    explicit DataChart(Workspace &workspace, QWidget *parent = nullptr);

    void setKind(Kind kind);

    /// Null: nothing.
    void show(std::shared_ptr<const DataStudy> study);

    /// The share of writes that the mean of all requests is drawn for; that of the study until it is said.
    void setWriteShare(double share);

private:
    void draw();
    void drawDistribution();
    void drawCities();
    void drawSelected();
    void drawMark(double ms, const QString &text, double top, bool dashed);
    std::optional<CityId> cityAt(QPointF position) const;
    QString spoken() const;

    Workspace &workspace_;
    QCustomPlot *plot_;
    Kind kind_ = Kind::Distribution;
    std::shared_ptr<const DataStudy> study_;
    std::optional<double> write_share_;
};

} // namespace catchment::app
