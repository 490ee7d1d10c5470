// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace catchment::app {

class Appearance;

/// Draws rows of two lines: a box to tick where the row can be ticked, its text with a figure at the right, and a
/// muted detail below. A click on the box, or the space bar, ticks.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// What it asks of a model besides the display and check state roles.
    enum Role {
        Detail = Qt::UserRole + 1, ///< QString
        Figure,                    ///< QString, often empty
        Marked,                    ///< bool: the figure, and a dot in front of the text, in the accent colour
        Bad,                       ///< bool: the detail in the colour of what is wrong
        Dim,                       ///< bool: all of it muted
    };

    explicit RowDelegate(const Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    const Appearance &appearance_;
};

} // namespace catchment::app
