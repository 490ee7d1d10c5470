// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace catchment::app {
namespace {

QPixmap draw(QByteArray svg, const QColor &colour, int size) {
    svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString &name, const maps::Theme &theme) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray svg = file.readAll();
    QColor faint = theme.muted;
    faint.setAlphaF(0.5);
    const QColor disabled =
        QColor::fromRgbF((faint.redF() + theme.panel.redF()) / 2, (faint.greenF() + theme.panel.greenF()) / 2,
                         (faint.blueF() + theme.panel.blueF()) / 2);
    QIcon icon;
    for (const int size : {18, 36, 54}) {
        icon.addPixmap(draw(svg, theme.text, size), QIcon::Normal);
        icon.addPixmap(draw(svg, disabled, size), QIcon::Disabled);
    }
    return icon;
}

QIcon applicationIcon() { return QIcon(QStringLiteral(":/icons/catchment.svg")); }

} // namespace catchment::app
