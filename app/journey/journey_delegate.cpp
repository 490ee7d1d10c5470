// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journey/journey_delegate.h"

#include "app/widgets/appearance.h"
#include "maps/fonts.h"
#include "qml/models/journey_model.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace catchment::app {
namespace {

using Role = qml::JourneyModel::Role;
using Kind = qml::JourneyStep::Kind;
using maps::FontWeight;

constexpr int margin = 12;
/// Diameter.
int station() { return maps::text_room(20); }
int stepLeft() { return margin + station() + 10; }
int routeLeft() { return stepLeft() + 12; }
constexpr int above = 7;
constexpr int between = 2;

QVariant get(const QModelIndex &index, Role role) { return index.data(static_cast<int>(role)); }

bool isRoute(const QModelIndex &index) { return index.parent().isValid(); }

QFont titleFont(const QModelIndex &index) {
    return isRoute(index) ? maps::font(12, get(index, Role::Won).toBool() ? FontWeight::SemiBold : FontWeight::Medium)
                          : maps::font(13, FontWeight::SemiBold);
}

QFont detailFont() { return maps::font(12); }

QString titleText(const QModelIndex &index) {
    const QString title = get(index, Role::Title).toString();
    if (!isRoute(index)) {
        return title;
    }
    const int places = get(index, Role::Places).toInt();
    const QString route = qml::JourneyModel::tr("%1 → %2").arg(title, get(index, Role::Region).toString());
    return places > 1 ? qml::JourneyModel::tr("%1  (×%2)").arg(route).arg(places) : route;
}

QString detailText(const QModelIndex &index) {
    const QString detail = get(index, Role::Detail).toString();
    const QString path = get(index, Role::Path).toString();
    if (path.isEmpty()) {
        return detail;
    }
    const bool several = get(index, Role::Places).toInt() > 1;
    return (several ? qml::JourneyModel::tr("AS path %1, and like ones\n%2") : qml::JourneyModel::tr("AS path %1\n%2"))
        .arg(path, detail);
}

int heightOf(const QFont &font, int width, const QString &text) {
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height();
}

/// The words of a row: title and below it the detail, within the row.
struct Words {
    QRect title;
    QRect detail;
    int height = 0;
};

Words layOut(const QRect &row, const QModelIndex &index) {
    const int left = row.left() + (isRoute(index) ? routeLeft() : stepLeft());
    // A decision keeps room for its chevron.
    const int right = row.right() - margin - (get(index, Role::Decision).toInt() >= 0 && !isRoute(index) ? 16 : 0);
    const int width = std::max(80, right - left);
    const int top = row.top() + (isRoute(index) ? 4 : above);
    Words words;
    words.title = QRect(left, top, width, heightOf(titleFont(index), width, titleText(index)));
    words.detail =
        QRect(left, words.title.bottom() + 1 + between, width, heightOf(detailFont(), width, detailText(index)));
    words.height = words.detail.bottom() + (isRoute(index) ? 5 : above) - row.top();
    return words;
}

} // namespace

JourneyDelegate::JourneyDelegate(const Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent), appearance_(appearance) {}

QSize JourneyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : 320;
    return {width, layOut(QRect(0, 0, width, 0), index).height};
}

void JourneyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const maps::Theme &theme = appearance_.theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.hover);
        const int left = isRoute(index) ? routeLeft() - 10 : 4;
        painter->drawRoundedRect(option.rect.adjusted(left, 1, -4, -1), 6, 6);
    }
    if (isRoute(index)) {
        paintRoute(*painter, option, index);
    } else {
        paintStep(*painter, option, index);
    }
    painter->restore();
}

void JourneyDelegate::paintStation(QPainter &painter, const QRect &row, const QModelIndex &index) const {
    const maps::Theme &theme = appearance_.theme();
    const QRectF disc(row.left() + margin, row.top() + above - 1, station(), station());
    const Kind kind = static_cast<Kind>(get(index, Role::Kind).toInt());
    const QColor region = get(index, Role::Colour).value<QColor>();
    const QColor ground = kind == Kind::Remark ? theme.warning : region.isValid() ? region : theme.muted;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(disc);
    painter.setPen(maps::text_on(ground));
    painter.setFont(maps::font(11, FontWeight::SemiBold));
    const int number = get(index, Role::Number).toInt();
    painter.drawText(disc, Qt::AlignCenter, number > 0 ? QString::number(number) : QStringLiteral("!"));
}

void JourneyDelegate::paintStep(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const maps::Theme &theme = appearance_.theme();
    const Words words = layOut(option.rect, index);
    paintStation(painter, option.rect, index);

    painter.setFont(titleFont(index));
    painter.setPen(theme.text);
    painter.drawText(words.title, Qt::TextWordWrap, titleText(index));
    painter.setFont(detailFont());
    painter.setPen(theme.muted);
    painter.drawText(words.detail, Qt::TextWordWrap, detailText(index));

    if (index.model()->hasChildren(index)) {
        QPainterPath chevron;
        const QPointF centre(option.rect.right() - margin - 4, words.title.top() + maps::text_room(9));
        if (option.state & QStyle::State_Open) {
            chevron.moveTo(centre + QPointF(-4, -2));
            chevron.lineTo(centre + QPointF(0, 2));
            chevron.lineTo(centre + QPointF(4, -2));
        } else {
            chevron.moveTo(centre + QPointF(-2, -4));
            chevron.lineTo(centre + QPointF(2, 0));
            chevron.lineTo(centre + QPointF(-2, 4));
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.muted, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(chevron);
    }
}

void JourneyDelegate::paintRoute(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const {
    const maps::Theme &theme = appearance_.theme();
    const Words words = layOut(option.rect, index);
    const bool won = get(index, Role::Won).toBool();

    const QColor region = get(index, Role::Colour).value<QColor>();
    const QRectF bar(option.rect.left() + stepLeft(), option.rect.top() + 4, 3, option.rect.height() - 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(region.isValid() ? region : theme.line);
    painter.setOpacity(won ? 1 : 0.45);
    painter.drawRoundedRect(bar, 1.5, 1.5);
    painter.setOpacity(1);

    painter.setFont(titleFont(index));
    painter.setPen(theme.text);
    painter.drawText(words.title, Qt::TextWordWrap, titleText(index));
    painter.setFont(detailFont());
    painter.setPen(won ? theme.good : theme.muted);
    painter.drawText(words.detail, Qt::TextWordWrap, detailText(index));
}

} // namespace catchment::app
