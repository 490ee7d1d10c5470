// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace catchment::app {

class Appearance;

/// Draws the rows of a RegionModel: a heading per group; per region a box to tick, its colour, code and name, and,
/// while it announces, its share of the users as a bar and in figures, and its median RTT.
class RegionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RegionDelegate(const Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// A click on the box, or the space bar, ticks.
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintRegion(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintFigures(QPainter &painter, const QRect &row, const QModelIndex &index) const;

    const Appearance &appearance_;
};

} // namespace catchment::app
