// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/validation_chart.h"

#include "app/charts/chart_style.h"
#include "app/widgets/appearance.h"
#include "maps/fonts.h"
#include "qml/models/numbers.h"

#include <QHelpEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace catchment::app {

ValidationChart::ValidationChart(const Appearance &appearance, QWidget *parent)
    : QWidget(parent), appearance_(appearance), plot_(new QCustomPlot(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setAccessibleName(tr("Captured users by validating networks"));
    plot_->installEventFilter(this);
    plot_->xAxis->setLabel(tr("networks that validate, %"));
    plot_->yAxis->setLabel(tr("users captured, %"));
    for (QCPAxis *axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setNumberFormat(QStringLiteral("f"));
        axis->setNumberPrecision(0);
        axis->ticker()->setTickCount(axis == plot_->xAxis ? 10 : 4);
    }
    restyle();
}

void ValidationChart::show(ValidationSweep sweep) {
    sweep_ = std::move(sweep);
    draw();
}

void ValidationChart::clear() { show({}); }

void ValidationChart::setNow(double validating, double captured) {
    validating_ = validating;
    captured_ = captured;
    draw();
}

void ValidationChart::restyle() {
    const maps::Theme &theme = appearance_.theme();
    plotStyle(*plot_, theme);
    plot_->legend->setBrush(theme.panel);
    // Where there is room: with more validators a hijacker captures less, so that all lines fall from the upper left.
    plot_->axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignLeft | Qt::AlignBottom);
    plot_->legend->setBorderPen(Qt::NoPen);
    plot_->legend->setFont(maps::font(11));
    plot_->legend->setTextColor(theme.text);
    draw();
}

void ValidationChart::draw() {
    plot_->clearPlottables();
    const bool any = !sweep_.largest_first.empty();
    plot_->legend->setVisible(any);
    plot_->xAxis->setVisible(any);
    plot_->yAxis->setVisible(any);
    double tallest = 0.01;
    for (const ValidationPoint &point : sweep_.by_lot) {
        tallest = std::max(tallest, point.most);
    }
    for (const ValidationPoint &point : sweep_.largest_first) {
        tallest = std::max(tallest, point.most);
    }
    if (any) {
        drawBand();
        drawLine(sweep_.largest_first, tr("the largest first"), false);
        drawLine(sweep_.by_lot, tr("by lot"), true);
        drawNow();
    }
    plot_->xAxis->setRange(-1, 101);
    plot_->yAxis->setRange(0, 100 * std::max(tallest, captured_) * 1.08);
    QStringList words;
    for (std::size_t step = 0; step < sweep_.largest_first.size(); ++step) {
        words << spoken(step);
    }
    plot_->setAccessibleDescription(words.join(QStringLiteral("; ")));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

/// From the luckiest order to the unluckiest.
void ValidationChart::drawBand() {
    QVector<double> at, least, most;
    for (const ValidationPoint &point : sweep_.by_lot) {
        at << 100 * point.share;
        least << 100 * point.least;
        most << 100 * point.most;
    }
    QCPGraph *low = plot_->addGraph();
    QCPGraph *high = plot_->addGraph();
    low->setData(at, least, true);
    high->setData(at, most, true);
    QColor pale = appearance_.theme().muted;
    pale.setAlphaF(0.22F);
    for (QCPGraph *edge : {low, high}) {
        edge->setPen(Qt::NoPen);
        edge->removeFromLegend();
    }
    high->setBrush(pale);
    high->setChannelFillGraph(low);
}

void ValidationChart::drawLine(const std::vector<ValidationPoint> &points, const QString &name, bool dashed) {
    const maps::Theme &theme = appearance_.theme();
    QVector<double> at, captured;
    for (const ValidationPoint &point : points) {
        at << 100 * point.share;
        captured << 100 * point.captured;
    }
    QCPGraph *line = plot_->addGraph();
    line->setData(at, captured, true);
    line->setName(name);
    line->setPen(dashed ? QPen(theme.muted, 1.8, Qt::DashLine) : QPen(theme.accent, 2));
}

void ValidationChart::drawNow() {
    const maps::Theme &theme = appearance_.theme();
    QCPGraph *dot = plot_->addGraph();
    dot->setData({100 * validating_}, {100 * captured_}, true);
    dot->setName(tr("now"));
    dot->setLineStyle(QCPGraph::lsNone);
    dot->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.text, 1.6), theme.captured, 9));
}

QString ValidationChart::spoken(std::size_t step) const {
    const ValidationPoint &first = sweep_.largest_first[step];
    const ValidationPoint &lot = sweep_.by_lot[step];
    return tr("%1 % of the networks (%L2): captured %3 of the users where the largest validate, %4 by lot (%5 to %6)")
        .arg(std::lround(100 * first.share))
        .arg(first.networks)
        .arg(qml::shareText(first.captured), qml::shareText(lot.captured), qml::shareText(lot.least),
             qml::shareText(lot.most));
}

bool ValidationChart::eventFilter(QObject *watched, QEvent *event) {
    if (watched == plot_ && event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto steps = static_cast<double>(sweep_.largest_first.size()) - 1;
        const double at = plot_->xAxis->pixelToCoord(help->pos().x()) / 100 * steps;
        if (steps >= 0 && at > -0.5 && at < steps + 0.5) {
            QToolTip::showText(help->globalPos(), spoken(static_cast<std::size_t>(std::lround(at))), plot_);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace catchment::app
