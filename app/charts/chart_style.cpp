// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_style.h"

#include "maps/fonts.h"

#include <QCoreApplication>
#include <QLocale>

namespace catchment::app {

QString UsersTicker::getTickLabel(double tick, const QLocale &, QChar, int) {
    if (tick == 0) {
        return QLocale().toString(0);
    }
    const QString number = QLocale().toString(tick / (billions_ ? 1e9 : 1e6), 'g', 3);
    return (billions_ ? QCoreApplication::translate("UsersTicker", "%1 bn")
                      : QCoreApplication::translate("UsersTicker", "%1 M"))
        .arg(number);
}

void plotStyle(QCustomPlot &plot, const maps::Theme &theme) {
    plot.setBackground(theme.panel);
    plot.axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom | QCP::msTop | QCP::msRight);
    plot.axisRect()->setMinimumMargins(QMargins(10, 6, 10, 2));
    axisStyle(*plot.xAxis, theme, false);
    axisStyle(*plot.yAxis, theme, false);
    plot.xAxis->setBasePen(QPen(theme.line));
    plot.xAxis->grid()->setVisible(false);
}

void axisStyle(QCPAxis &axis, const maps::Theme &theme, bool names) {
    axis.setTickLabelColor(names ? theme.text : theme.muted);
    axis.setTickLabelFont(maps::font(names ? 12 : 11, names ? maps::FontWeight::SemiBold : maps::FontWeight::Regular));
    axis.setLabelColor(theme.muted);
    axis.setLabelFont(maps::font(11));
    axis.setLabelPadding(2);
    axis.setBasePen(Qt::NoPen);
    axis.setTickPen(Qt::NoPen);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLength(0);
    axis.setTickLabelPadding(6);
    axis.grid()->setPen(QPen(theme.line, 1));
    axis.grid()->setZeroLinePen(Qt::NoPen);
}

QCPItemText *plotText(QCustomPlot &plot, const maps::Theme &theme, const QString &text) {
    auto *label = new QCPItemText(&plot);
    label->setClipToAxisRect(false);
    label->setText(text);
    label->setFont(maps::font(11, maps::FontWeight::Medium));
    label->setColor(theme.text);
    return label;
}

} // namespace catchment::app
