// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/playbook.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <utility>

class QCustomPlot;
class QScrollBar;

namespace catchment::app {

class Appearance;

/// A playbook as a heat map: a row per region, a column per setting, in each cell the figure in words and as depth of
/// colour. A click, or Enter at the cell that the arrow keys have reached, chooses the setting.
class PlaybookChart : public QWidget {
    Q_OBJECT

public:
    /// What the cells show.
    struct Figure {
        enum class Kind {
            OwnShare,    ///< of the region that the row tunes
            RegionShare, ///< of `region`
            MeanRtt,
            Unreached
        };
        Kind kind = Kind::OwnShare;
        RegionId region;
    };

    explicit PlaybookChart(const Appearance &appearance, QWidget *parent = nullptr);

    void show(std::shared_ptr<const Operator> op, std::shared_ptr<const Playbook> playbook);
    void setFigure(const Figure &figure);
    /// The settings that are in force in it are outlined.
    void setScenario(const Scenario &scenario);
    /// Pale where the playbook is not of the scenario any more.
    void setStale(bool stale);
    /// Colours follow the theme.
    void restyle();

    QSize sizeHint() const override { return {520, 150}; }
    QSize minimumSizeHint() const override { return {300, 90}; }

signals:
    void settingChosen(const QString &region, const catchment::PlaybookSetting &setting);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Cell = std::pair<int, int>; ///< row, column

    QString code(int row) const;
    double value(int row, int column) const;
    QString text(int row, int column) const;
    QString spoken(int row, int column) const;
    QColor ground(int row, int column) const;
    std::optional<Cell> cellAt(const QPoint &at) const;
    void choose(const Cell &cell);
    void moveTo(const Cell &cell);
    void styleAxes();
    void layOut();
    void draw();
    void addCell(int row, int column);
    void addFrame(const Cell &cell, const QPen &pen, double inset);

    const Appearance &appearance_;
    QCustomPlot *plot_;
    QScrollBar *scroll_;
    std::shared_ptr<const Operator> op_;
    std::shared_ptr<const Playbook> playbook_;
    Scenario scenario_;
    Figure figure_;
    bool stale_ = false;
    Cell current_{0, 0}; ///< that the keys have reached
    double least_ = 0;   ///< of all values
    double most_ = 0;
};

} // namespace catchment::app
