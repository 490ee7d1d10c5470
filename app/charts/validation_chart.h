// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/validation_sweep.h"

#include <QWidget>

class QCustomPlot;

namespace catchment::app {

class Appearance;

/// The share of the users that a hijacker captures against the share of the networks that validate: one line where the
/// largest begin, one for random orders with a band from the best to the worst of them, and a dot for the scenario as
/// it is.
class ValidationChart : public QWidget {
    Q_OBJECT

public:
    explicit ValidationChart(const Appearance &appearance, QWidget *parent = nullptr);

    void show(ValidationSweep sweep);
    void clear();
    /// Both shares from 0 to 1.
    void setNow(double validating, double captured);
    /// Colours follow the theme.
    void restyle();

    QCustomPlot &plot() { return *plot_; }

    QSize sizeHint() const override { return {420, 150}; }
    QSize minimumSizeHint() const override { return {220, 90}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void draw();
    void drawBand();
    void drawLine(const std::vector<ValidationPoint> &points, const QString &name, bool dashed);
    void drawNow();
    QString spoken(std::size_t step) const;

    const Appearance &appearance_;
    QCustomPlot *plot_;
    ValidationSweep sweep_;
    double validating_ = 0, captured_ = 0;
};

} // namespace catchment::app
