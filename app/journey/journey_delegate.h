// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace catchment::app {

class Appearance;

/// Draws the rows of a JourneyModel: steps as numbered stations on a line, with what happened there, and under a
/// decision its routes, the winner marked. Rows are as high as their words need at the view's width.
class JourneyDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit JourneyDelegate(const Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintStep(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintStation(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintRoute(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Appearance &appearance_;
};

} // namespace catchment::app
