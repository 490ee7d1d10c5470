// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/region_delegate.h"

#include "app/panels/tick_box.h"
#include "app/widgets/appearance.h"
#include "maps/fonts.h"
#include "qml/models/numbers.h"
#include "qml/models/region_model.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace catchment::app {
namespace {

using Role = qml::RegionModel::Role;
using maps::FontWeight;

constexpr int margin = 12;
int box() { return maps::text_room(16); }
int plainHeight() { return maps::text_room(27); }
int fullHeight() { return maps::text_room(46); }
int groupHeight() { return maps::text_room(28); }

QVariant get(const QModelIndex &index, Role role) { return index.data(static_cast<int>(role)); }

bool isGroup(const QModelIndex &index) { return !index.parent().isValid(); }

QRect boxOf(const QRect &row) {
    return {row.left() + margin, row.top() + (plainHeight() - box()) / 2 + (row.height() > plainHeight() ? 2 : 0),
            box(), box()};
}

} // namespace

RegionDelegate::RegionDelegate(const Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent), appearance_(appearance) {}

QSize RegionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
    if (isGroup(index)) {
        return {100, groupHeight()};
    }
    return {100, get(index, Role::Deployed).toBool() ? fullHeight() : plainHeight()};
}

void RegionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isGroup(index)) {
        paintGroup(*painter, option, index);
    } else {
        paintRegion(*painter, option, index);
    }
    painter->restore();
}

void RegionDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const maps::Theme &theme = appearance_.theme();
    const QRect row = option.rect.adjusted(margin, 4, -margin, 0);
    painter.setPen(theme.muted);
    painter.setFont(maps::font(11, FontWeight::SemiBold));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    // A chevron at the right: down while open.
    QPainterPath chevron;
    const QPointF centre(row.right() - 5, row.center().y() + 1);
    if (option.state & QStyle::State_Open) {
        chevron.moveTo(centre + QPointF(-4, -2));
        chevron.lineTo(centre + QPointF(0, 2));
        chevron.lineTo(centre + QPointF(4, -2));
    } else {
        chevron.moveTo(centre + QPointF(-2, -4));
        chevron.lineTo(centre + QPointF(2, 0));
        chevron.lineTo(centre + QPointF(-2, 4));
    }
    painter.setPen(QPen(theme.muted, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(chevron);
}

void RegionDelegate::paintRegion(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const {
    const maps::Theme &theme = appearance_.theme();
    const QRect row = option.rect;
    paintRowGround(painter, theme, row, option.state & (QStyle::State_Selected | QStyle::State_MouseOver),
                   (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Selected));

    const bool deployed = get(index, Role::Deployed).toBool();
    const bool deployable = get(index, Role::Status).toInt() == static_cast<int>(RegionStatus::Deployable);
    const QRect tick = boxOf(row);
    paintTickBox(painter, theme, tick, deployed);

    const QColor colour = get(index, Role::Colour).value<QColor>();
    const QRectF swatch(tick.right() + 9, tick.center().y() - 5, 12, 12);
    painter.setPen(deployed ? Qt::NoPen : QPen(colour, 1.5));
    painter.setBrush(deployed ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(deployed ? swatch : swatch.adjusted(1, 1, -1, -1));

    const int left = static_cast<int>(swatch.right()) + 8;
    const QRect line(left, tick.top() - 3, row.right() - margin - left, box() + 6);
    painter.setFont(maps::font(13, FontWeight::SemiBold));
    painter.setPen(deployable || deployed ? theme.text : theme.muted);
    const QString code = get(index, Role::Code).toString();
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, code);
    const int code_width = painter.fontMetrics().horizontalAdvance(code) + 8;

    int right = line.right();
    if (get(index, Role::Announces).toBool() && get(index, Role::Users).toDouble() >= 0) {
        const QString share = qml::shareText(get(index, Role::Share).toDouble());
        painter.setPen(theme.text);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, share);
        right -= painter.fontMetrics().horizontalAdvance(share) + 8;
    }
    painter.setFont(maps::font(13));
    painter.setPen(deployed ? theme.text : theme.muted);
    const QRect name = QRect(QPoint(left + code_width, line.top()), QPoint(right, line.bottom()));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(get(index, Role::Name).toString(), Qt::ElideRight, name.width()));
    if (deployed) {
        paintFigures(painter, QRect(left, line.bottom() + 1, line.width(), maps::text_room(16)), index);
    }
}

void RegionDelegate::paintFigures(QPainter &painter, const QRect &row, const QModelIndex &index) const {
    const maps::Theme &theme = appearance_.theme();
    const QString state = get(index, Role::State).toString();
    const bool announces = get(index, Role::Announces).toBool();
    const double median = get(index, Role::MedianRtt).toDouble();
    painter.setFont(maps::font(11));

    const QString rtt = announces && median > 0 ? qml::msText(median) : QString();
    painter.setPen(theme.muted);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, rtt);

    int left = row.left();
    if (!state.isEmpty()) {
        painter.setPen(announces ? theme.accent : theme.bad);
        const int width = std::min(painter.fontMetrics().horizontalAdvance(state), row.width() * 2 / 3);
        painter.drawText(QRect(left, row.top(), width, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(state, Qt::ElideRight, width));
        left += width + 8;
    }
    // The bar ends at the same place in every row, so that lengths compare.
    const int end = row.right() - painter.fontMetrics().horizontalAdvance(QStringLiteral("0000 ms"));
    if (!announces || left >= end) {
        return;
    }
    const QRectF track(left, row.center().y() - 1, end - left, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.line);
    painter.drawRoundedRect(track, 2, 2);
    painter.setBrush(get(index, Role::Colour).value<QColor>());
    const double share = get(index, Role::Share).toDouble();
    painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * share, 4)), 2, 2);
}

bool RegionDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) {
    if (!(index.flags() & Qt::ItemIsUserCheckable)) {
        return false;
    }
    bool toggle = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        // The column of the box is easier to hit than the box.
        const int column = boxOf(option.rect).right() + 5;
        toggle = mouse->button() == Qt::LeftButton && mouse->position().x() <= column;
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        toggle = key == Qt::Key_Space || key == Qt::Key_Select;
    }
    if (!toggle) {
        return false;
    }
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, static_cast<int>(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace catchment::app
