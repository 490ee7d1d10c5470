// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/distance_chart.h"

#include "app/charts/chart_style.h"
#include "app/workspace.h"
#include "maps/fonts.h"
#include "qml/models/numbers.h"
#include "study/latency.h"

#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace catchment::app {
namespace {

/// Dots come in a few sizes; a city has the first whose users it does not exceed.
struct Size {
    double users;
    double pixels;
};
constexpr std::array<Size, 4> sizes{{{1e6, 3.5}, {5e6, 5.5}, {15e6, 8}, {1e12, 11}}};

std::size_t size_of(double users) {
    return static_cast<std::size_t>(std::ranges::find_if(sizes, [&](const Size &size) { return users <= size.users; }) -
                                    sizes.begin());
}

} // namespace

DistanceChart::DistanceChart(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), plot_(new QCustomPlot(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    plot_->setObjectName(QStringLiteral("distancePlot"));
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setAccessibleName(tr("Distance to the region against round-trip time, a dot for each city"));
    plot_->xAxis->setLabel(tr("great circle to the region, km"));
    plot_->yAxis->setLabel(tr("round-trip time, ms"));
    connect(&workspace.results, &Results::changed, this, &DistanceChart::draw);
    connect(&workspace.appearance, &Appearance::changed, this, &DistanceChart::draw);
    connect(&workspace.selection, &qml::Selection::cityChanged, this, &DistanceChart::draw);
    connect(plot_, &QCustomPlot::mouseRelease, this, [this](const QMouseEvent *event) {
        if (const auto city = cityAt(event->position()); city && event->button() == Qt::LeftButton) {
            workspace_.selection.setCity(
                QString::fromStdString(workspace_.results.catchments()->world().city(*city).id));
        }
    });
    connect(plot_, &QCustomPlot::mouseMove, this, [this](const QMouseEvent *event) {
        const auto city = cityAt(event->position());
        plot_->setCursor(city ? Qt::PointingHandCursor : Qt::ArrowCursor);
        if (!city) {
            QToolTip::hideText();
            return;
        }
        const Catchments &catchments = *workspace_.results.catchments();
        const CityOutcome &outcome = catchments.cities[city->index()];
        QToolTip::showText(event->globalPosition().toPoint(),
                           tr("%1 → %2: %3, %4")
                               .arg(QString::fromStdString(catchments.world().city(*city).name),
                                    QString::fromStdString(catchments.op().regions[outcome.region->index()].code),
                                    qml::kmText(outcome.region_km), qml::msText(outcome.rtt_ms)),
                           plot_);
    });
    draw();
}

void DistanceChart::draw() {
    plot_->clearPlottables();
    plot_->clearItems();
    plotStyle(*plot_, workspace_.appearance.theme());
    if (workspace_.results.catchments()) {
        drawCities();
        drawLimit();
        drawSelected();
    }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void DistanceChart::drawCities() {
    const Catchments &catchments = *workspace_.results.catchments();
    struct Dots {
        QVector<double> km, ms;
    };
    // Large cities first, so that small ones lie on them and stay seen.
    std::map<std::pair<std::size_t, RegionId>, Dots, std::greater<>> groups;
    double farthest = 1000, slowest = 10;
    for (const CityOutcome &outcome : catchments.cities) {
        if (!outcome.region) {
            continue;
        }
        const double users = catchments.world().city(outcome.city).users;
        Dots &dots = groups[{size_of(users), *outcome.region}];
        dots.km << outcome.region_km;
        dots.ms << outcome.rtt_ms;
        farthest = std::max(farthest, outcome.region_km);
        slowest = std::max(slowest, outcome.rtt_ms);
    }
    for (const auto &[key, dots] : groups) {
        const QString code = QString::fromStdString(catchments.op().regions[key.second.index()].code);
        const QColor colour = workspace_.appearance.regionColour(code);
        QColor fill = colour;
        fill.setAlphaF(0.75F);
        QCPGraph *graph = plot_->addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle,
                                               QPen(workspace_.appearance.theme().panel, 0.6), QBrush(fill),
                                               sizes.at(key.first).pixels));
        graph->setData(dots.km, dots.ms);
    }
    plot_->xAxis->setRange(0, farthest * 1.04);
    plot_->yAxis->setRange(0, slowest * 1.1);
}

void DistanceChart::drawLimit() {
    const LatencyModel latency;
    const maps::Theme &theme = workspace_.appearance.theme();
    const double end = plot_->xAxis->range().upper;
    QCPGraph *line = plot_->addGraph();
    line->setData({0, end}, {0, latency.limit_ms(end)});
    line->setPen(QPen(theme.text, 1.4, Qt::DashLine));
    QCPItemText *label = plotText(*plot_, theme, tr("light in fibre, straight there and back"));
    label->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
    label->position->setCoords(end * 0.995, latency.limit_ms(end * 0.68));
    label->setPadding(QMargins(0, 4, 0, 0));
}

void DistanceChart::drawSelected() {
    const Catchments &catchments = *workspace_.results.catchments();
    const auto &ids = catchments.world().city_by_id;
    const auto found = ids.find(workspace_.selection.city().toStdString());
    if (found == ids.end() || !catchments.cities[found->second.index()].region) {
        return;
    }
    const maps::Theme &theme = workspace_.appearance.theme();
    const CityOutcome &outcome = catchments.cities[found->second.index()];
    QCPGraph *ring = plot_->addGraph();
    ring->setLineStyle(QCPGraph::lsNone);
    ring->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.text, 2), Qt::NoBrush, 14));
    ring->setData({outcome.region_km}, {outcome.rtt_ms});
    const QString name = QString::fromStdString(catchments.world().city(found->second).name);
    QCPItemText *label = plotText(*plot_, theme, name);
    const bool left = outcome.region_km > plot_->xAxis->range().center();
    label->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    label->setPadding(QMargins(12, 0, 12, 0));
    label->setFont(maps::font(12, maps::FontWeight::SemiBold));
    label->position->setCoords(outcome.region_km, outcome.rtt_ms);
    plot_->setAccessibleDescription(
        tr("%1: %2, %3").arg(name, qml::kmText(outcome.region_km), qml::msText(outcome.rtt_ms)));
}

std::optional<CityId> DistanceChart::cityAt(QPointF position) const {
    constexpr double reach = 9; // pixels
    const auto &catchments = workspace_.results.catchments();
    std::optional<CityId> nearest;
    double best = reach;
    if (!catchments) {
        return nearest;
    }
    for (const CityOutcome &outcome : catchments->cities) {
        if (!outcome.region) {
            continue;
        }
        const QPointF dot(plot_->xAxis->coordToPixel(outcome.region_km), plot_->yAxis->coordToPixel(outcome.rtt_ms));
        const double away = std::hypot(dot.x() - position.x(), dot.y() - position.y());
        if (away < best) {
            best = away;
            nearest = outcome.city;
        }
    }
    return nearest;
}

} // namespace catchment::app
