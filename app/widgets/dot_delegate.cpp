// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/dot_delegate.h"

#include <QColor>
#include <QPainter>
#include <QPen>

namespace catchment::app {

void DotDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const QColor colour = index.data(colour_role_).value<QColor>();
    if (!colour.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    constexpr int room = 16;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    // The row's own ground goes all the way, the text begins behind the dot.
    QStyleOptionViewItem shifted = option;
    shifted.rect.adjust(room, 0, 0, 0);
    if (selected) {
        painter->fillRect(option.rect, option.palette.highlight());
    } else if (ground.features.testFlag(QStyleOptionViewItem::Alternate)) {
        painter->fillRect(option.rect, option.palette.alternateBase());
    }
    QStyledItemDelegate::paint(painter, shifted, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // A rim tells it from the ground of a selected row.
    painter->setPen(selected ? QPen(option.palette.highlightedText(), 1.5) : QPen(Qt::NoPen));
    painter->setBrush(colour);
    painter->drawEllipse(QRectF(option.rect.left() + 8, option.rect.center().y() - 4, 9, 9));
    painter->restore();
}

} // namespace catchment::app
