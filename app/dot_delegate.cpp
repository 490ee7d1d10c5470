// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dot_delegate.h"

#include <QPainter>

namespace catchment::app {

void DotDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const QColor colour = index.data(colour_role_).value<QColor>();
    QStyleOptionViewItem shifted = option;
    if (colour.isValid()) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawEllipse(QRectF(option.rect.left() + 8, option.rect.center().y() - 4, 9, 9));
        painter->restore();
        shifted.rect.adjust(16, 0, 0, 0);
    }
    QStyledItemDelegate::paint(painter, shifted, index);
}

} // namespace catchment::app
