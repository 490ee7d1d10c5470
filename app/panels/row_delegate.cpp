// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/row_delegate.h"

#include "app/panels/tick_box.h"
#include "app/widgets/appearance.h"
#include "maps/fonts.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace catchment::app {
namespace {

constexpr int margin = 12;
constexpr int oneLine = 27;
constexpr int twoLines = 40;

bool canBeTicked(const QModelIndex &index) { return index.flags() & Qt::ItemIsUserCheckable; }

QRect boxOf(const QRect &row) {
    return {row.left() + margin, row.top() + (row.height() - tickBoxSize) / 2, tickBoxSize, tickBoxSize};
}

} // namespace

RowDelegate::RowDelegate(const Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent), appearance_(appearance) {}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
    return {100, index.data(Detail).toString().isEmpty() ? maps::text_room(oneLine) : maps::text_room(twoLines)};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const maps::Theme &theme = appearance_.theme();
    const QRect row = option.rect;
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, theme, row, enabled && (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)),
                   (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Selected));
    int left = row.left() + margin;
    if (canBeTicked(index)) {
        const QRect box = boxOf(row);
        paintTickBox(*painter, theme, box, index.data(Qt::CheckStateRole).toInt() == Qt::Checked);
        left = box.right() + 9;
    }
    const bool marked = index.data(Marked).toBool();
    const QString detail = index.data(Detail).toString();
    QRect line(left, row.top(), row.right() - margin - left, row.height());
    if (!detail.isEmpty()) {
        line = QRect(left, row.top() + 3, line.width(), maps::text_room(18));
    }
    int right = line.right();
    if (const QString figure = index.data(Figure).toString(); !figure.isEmpty()) {
        painter->setFont(maps::font(12, marked ? maps::FontWeight::SemiBold : maps::FontWeight::Regular));
        painter->setPen(marked ? theme.accent : theme.muted);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, figure);
        right -= painter->fontMetrics().horizontalAdvance(figure) + 8;
    }
    if (marked) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        painter->drawEllipse(QPointF(row.left() + margin / 2.0 + 0.5, line.center().y() + 0.5), 2.5, 2.5);
    }
    painter->setFont(maps::font(13));
    painter->setPen(enabled && !index.data(Dim).toBool() ? theme.text : theme.muted);
    const QRect title(QPoint(line.left(), line.top()), QPoint(right, line.bottom()));
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, title.width()));
    if (!detail.isEmpty()) {
        const QRect below(left, line.bottom() + 1, row.right() - margin - left, maps::text_room(15));
        painter->setFont(maps::font(11));
        painter->setPen(index.data(Bad).toBool() ? theme.bad : theme.muted);
        painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(detail, Qt::ElideRight, below.width()));
    }
    painter->restore();
}

bool RowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                              const QModelIndex &index) {
    if (!canBeTicked(index)) {
        return false;
    }
    bool toggle = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        toggle = mouse->button() == Qt::LeftButton && mouse->position().x() <= boxOf(option.rect).right() + 5;
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        toggle = key == Qt::Key_Space || key == Qt::Key_Select;
    }
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return toggle && model->setData(index, static_cast<int>(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace catchment::app
