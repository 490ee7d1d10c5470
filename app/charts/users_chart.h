// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <QWidget>

#include <vector>

class QCustomPlot;

namespace catchment::app {

class Appearance;

/// Users per region as bars: filled in the region's colour now, a pale outline before the last edit.
class UsersChart : public QWidget {
    Q_OBJECT

public:
    explicit UsersChart(const Appearance &appearance, QWidget *parent = nullptr);

    /// `before` may be null. Both have the same operator.
    void show(const Catchments &now, const Catchments *before);

    /// Colours follow the theme.
    void restyle();

    QSize sizeHint() const override { return {520, 170}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Bar {
        QString code;
        double now = 0;    ///< people
        double before = 0; ///< people
        double share = 0;
    };

    void draw();
    void styleAxes();
    void addBar(int at, const Bar &bar);
    void addLabel(int at, const Bar &bar, double tallest, bool upright);
    bool crowded() const;
    QString spokenBars() const;

    const Appearance &appearance_;
    QCustomPlot *plot_;
    std::vector<Bar> bars_;
    bool compares_ = false;
};

} // namespace catchment::app
