// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/cost_chart.h"

#include "app/widgets/appearance.h"
#include "maps/fonts.h"
#include "qml/models/numbers.h"

#include <QHelpEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace catchment::app {

CostChart::CostChart(const Appearance &appearance, QWidget *parent)
    : QWidget(parent), appearance_(appearance), plot_(new QCustomPlot(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setAccessibleName(tr("RTT by number of regions"));
    plot_->installEventFilter(this);
    plot_->xAxis->setLabel(tr("regions"));
    plot_->axisRect()->setMinimumMargins(QMargins(10, 8, 10, 2));
    restyle();
}

void CostChart::show(std::shared_ptr<const Operator> op, std::vector<Deployment> sizes, const QString &value) {
    op_ = std::move(op);
    sizes_ = std::move(sizes);
    value_ = value;
    draw();
}

void CostChart::setChosen(std::size_t size) {
    chosen_ = size;
    draw();
}

void CostChart::restyle() {
    const maps::Theme &theme = appearance_.theme();
    plot_->setBackground(theme.panel);
    for (QCPAxis *axis : {plot_->xAxis, plot_->yAxis}) {
        axis->setTickLabelColor(theme.muted);
        axis->setTickLabelFont(maps::font(11));
        axis->setLabelColor(theme.muted);
        axis->setLabelFont(maps::font(11));
        axis->setLabelPadding(2);
        axis->setBasePen(axis == plot_->xAxis ? QPen(theme.line) : QPen(Qt::NoPen));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0);
    }
    plot_->xAxis->grid()->setVisible(false);
    plot_->yAxis->grid()->setPen(QPen(theme.line, 1));
    plot_->yAxis->grid()->setZeroLinePen(Qt::NoPen);
    const QSharedPointer<QCPAxisTickerFixed> whole(new QCPAxisTickerFixed);
    whole->setTickStep(1);
    whole->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    plot_->xAxis->setTicker(whole);
    plot_->yAxis->ticker()->setTickCount(4);
    plot_->yAxis->setNumberFormat(QStringLiteral("f"));
    plot_->yAxis->setNumberPrecision(0);
    draw();
}

void CostChart::draw() {
    const maps::Theme &theme = appearance_.theme();
    plot_->clearPlottables();
    plot_->yAxis->setLabel(value_.isEmpty() ? QString() : tr("%1, ms").arg(value_));
    const bool any = !sizes_.empty();
    plot_->xAxis->setVisible(any);
    plot_->yAxis->setVisible(any);
    double tallest = 1;
    QVector<double> at, values;
    for (const Deployment &d : sizes_) {
        at << static_cast<double>(d.regions.size());
        values << d.value;
        tallest = std::max(tallest, d.value);
    }
    const auto add = [&](const QVector<double> &x, const QVector<double> &y, double size, const QColor &fill) {
        QCPGraph *graph = plot_->addGraph();
        graph->setData(x, y, true);
        graph->setPen(QPen(theme.accent, 1.8));
        graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.accent, 1.6), fill, size));
    };
    add(at, values, 6, theme.panel);
    if (chosen_ >= 1 && chosen_ <= sizes_.size()) {
        const auto i = static_cast<qsizetype>(chosen_ - 1);
        add({at[i]}, {values[i]}, 9, theme.accent);
    }
    plot_->xAxis->setRange(0.5, std::max<double>(2, static_cast<double>(sizes_.size())) + 0.5);
    plot_->yAxis->setRange(0, tallest * 1.1);
    QStringList words;
    for (const Deployment &d : sizes_) {
        words << spoken(d);
    }
    plot_->setAccessibleDescription(words.join(QStringLiteral("; ")));
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

QString CostChart::spoken(const Deployment &deployment) const {
    QStringList codes;
    for (const RegionId region : deployment.regions) {
        codes << QString::fromStdString(op_->regions[region.index()].code);
    }
    QString out = tr("%1: %2").arg(codes.join(QStringLiteral(", ")), qml::msText(deployment.value));
    if (deployment.unreached_users > 0) {
        out += tr(", %1 users reach nothing").arg(qml::usersText(deployment.unreached_users));
    }
    return out;
}

bool CostChart::eventFilter(QObject *watched, QEvent *event) {
    if (watched == plot_ && event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto size = std::lround(plot_->xAxis->pixelToCoord(help->pos().x()));
        if (size >= 1 && size <= static_cast<long>(sizes_.size())) {
            QToolTip::showText(help->globalPos(), spoken(sizes_[static_cast<std::size_t>(size - 1)]), plot_);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace catchment::app
