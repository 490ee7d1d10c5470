// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/rtt_chart.h"

#include "app/charts/chart_style.h"
#include "app/workspace.h"
#include "qml/models/numbers.h"

#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace catchment::app {
namespace {

constexpr double bin_ms = 10;

double highest(const RttHistogram &histogram) {
    double most = 0;
    for (std::size_t bin = 0; bin < histogram.users.size(); ++bin) {
        most = std::max(most, histogram.total(bin));
    }
    return most;
}

} // namespace

RttChart::RttChart(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), plot_(new QCustomPlot(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setAccessibleName(tr("Users by round-trip time"));
    const QSharedPointer<UsersTicker> ticker(new UsersTicker);
    ticker->setTickCount(4);
    plot_->yAxis->setTicker(ticker);
    plot_->xAxis->setLabel(tr("round-trip time, ms; a bar is 10 ms wide"));
    connect(&workspace.results, &Results::changed, this, &RttChart::draw);
    connect(&workspace.appearance, &Appearance::changed, this, &RttChart::draw);
    draw();
}

void RttChart::draw() {
    plot_->clearPlottables();
    plot_->clearItems();
    plotStyle(*plot_, workspace_.appearance.theme());
    const Results &results = workspace_.results;
    if (results.catchments()) {
        const RttHistogram now = rtt_histogram(*results.catchments(), bin_ms);
        const RttHistogram before = results.before() ? rtt_histogram(*results.before(), bin_ms) : RttHistogram();
        const std::size_t bins = std::max(now.users.size(), before.users.size());
        const double top = std::max({1.0, highest(now), highest(before)});
        drawBars(now, bins);
        drawOutline(before, bins);
        plot_->xAxis->setRange(0, static_cast<double>(bins) * bin_ms);
        plot_->yAxis->setRange(0, top * 1.3);
        if (const auto ticker = plot_->yAxis->ticker().dynamicCast<UsersTicker>()) {
            ticker->setLargest(top);
        }
        const Summary &sum = results.catchments()->summary;
        drawMark(sum.median_rtt_ms, tr("median %1").arg(qml::msText(sum.median_rtt_ms)), top * 1.27, false);
        drawMark(sum.p95_rtt_ms, tr("95 % within %1").arg(qml::msText(sum.p95_rtt_ms)), top * 1.27, false);
        if (results.before()) {
            const Summary &old = results.before()->summary;
            const QString word = workspace_.pin.scenario() ? tr("A") : tr("before");
            drawMark(old.median_rtt_ms, tr("%1: %2").arg(word, qml::msText(old.median_rtt_ms)), top * 1.13, true);
            drawMark(old.p95_rtt_ms, tr("%1: %2").arg(word, qml::msText(old.p95_rtt_ms)), top * 1.13, true);
        }
    }
    plot_->setAccessibleDescription(spoken());
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void RttChart::drawBars(const RttHistogram &now, std::size_t bins) {
    const Catchments &catchments = *workspace_.results.catchments();
    // The largest region lies at the bottom, where its outline can be read.
    std::vector<std::size_t> order(catchments.regions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return catchments.regions[i].users; });
    QCPBars *below = nullptr;
    for (const std::size_t i : order) {
        QVector<double> keys, values;
        for (std::size_t bin = 0; bin < std::min(bins, now.users.size()); ++bin) {
            keys << (static_cast<double>(bin) + 0.5) * bin_ms;
            values << now.users[bin][i];
        }
        const Region &region = catchments.op().regions[catchments.regions[i].region.index()];
        auto *bars = new QCPBars(plot_->xAxis, plot_->yAxis);
        bars->setData(keys, values, true);
        bars->setWidth(bin_ms * 0.86);
        bars->setPen(Qt::NoPen);
        bars->setBrush(workspace_.appearance.regionColour(QString::fromStdString(region.code)));
        if (below) {
            bars->moveAbove(below);
        }
        below = bars;
    }
}

void RttChart::drawOutline(const RttHistogram &before, std::size_t bins) {
    if (before.users.empty()) {
        return;
    }
    // A staircase: each bin's height at both of its ends.
    QVector<double> keys, values;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        keys << static_cast<double>(bin) * bin_ms << static_cast<double>(bin + 1) * bin_ms;
        values << before.total(bin) << before.total(bin);
    }
    auto *outline = plot_->addGraph();
    outline->setData(keys, values, true);
    outline->setPen(QPen(workspace_.appearance.theme().text, 1.3, Qt::DashLine));
}

void RttChart::drawMark(double ms, const QString &text, double top, bool before) {
    const maps::Theme &theme = workspace_.appearance.theme();
    auto *line = new QCPItemLine(plot_);
    line->start->setCoords(ms, 0);
    line->end->setCoords(ms, top);
    line->setPen(QPen(before ? theme.muted : theme.text, before ? 1 : 1.4, before ? Qt::DashLine : Qt::SolidLine));
    QCPItemText *label = plotText(*plot_, theme, text);
    label->setColor(before ? theme.muted : theme.text);
    label->setPadding(QMargins(4, 0, 0, 0));
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->position->setCoords(ms, top);
}

QString RttChart::spoken() const {
    const auto &catchments = workspace_.results.catchments();
    if (!catchments) {
        return {};
    }
    const Summary &sum = catchments->summary;
    return tr("Mean %1, median %2, 95 % of the users within %3")
        .arg(qml::msText(sum.mean_rtt_ms), qml::msText(sum.median_rtt_ms), qml::msText(sum.p95_rtt_ms));
}

} // namespace catchment::app
