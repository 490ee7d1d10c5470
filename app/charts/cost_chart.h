// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/sweep.h"

#include <QWidget>

#include <memory>
#include <vector>

class QCustomPlot;

namespace catchment::app {

class Appearance;

/// What each further region is worth: the best RTT against the number of regions.
class CostChart : public QWidget {
    Q_OBJECT

public:
    explicit CostChart(const Appearance &appearance, QWidget *parent = nullptr);

    /// `sizes`: the best deployment of 1, 2, 3 … regions; `value` names what their value is.
    void show(std::shared_ptr<const Operator> op, std::vector<Deployment> sizes, const QString &value);
    /// The size that is pointed out; 0 for none.
    void setChosen(std::size_t size);
    /// Colours follow the theme.
    void restyle();

    QSize sizeHint() const override { return {260, 150}; }
    QSize minimumSizeHint() const override { return {180, 90}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void draw();
    QString spoken(const Deployment &deployment) const;

    const Appearance &appearance_;
    QCustomPlot *plot_;
    std::shared_ptr<const Operator> op_;
    std::vector<Deployment> sizes_;
    QString value_;
    std::size_t chosen_ = 0;
};

} // namespace catchment::app
