// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_chart.h"

#include "app/charts/chart_style.h"
#include "app/workspace.h"
#include "maps/fonts.h"
#include "qml/models/numbers.h"
#include "study/data_distribution.h"

#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>

namespace catchment::app {
namespace {

constexpr double bin_ms = 10;

bool in_chart(const CityData &city) { return city.figures.readers > 0 && city.figures.writers > 0; }

/// A staircase: each bin's height at both of its ends.
void draw_stairs(QCPGraph &graph, const std::vector<double> &bins) {
    QVector<double> keys, values;
    for (std::size_t bin = 0; bin < bins.size(); ++bin) {
        keys << static_cast<double>(bin) * bin_ms << static_cast<double>(bin + 1) * bin_ms;
        values << bins[bin] << bins[bin];
    }
    graph.setData(keys, values, true);
}

} // namespace

DataChart::DataChart(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), plot_(new QCustomPlot(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    plot_->setObjectName(QStringLiteral("dataPlot"));
    plot_->setFocusPolicy(Qt::NoFocus);
    connect(&workspace.appearance, &Appearance::changed, this, &DataChart::draw);
    connect(&workspace.selection, &qml::Selection::cityChanged, this, &DataChart::draw);
    connect(plot_, &QCustomPlot::mouseRelease, this, [this](const QMouseEvent *event) {
        if (const auto city = cityAt(event->position()); city && event->button() == Qt::LeftButton) {
            workspace_.selection.setCity(QString::fromStdString(study_->catchments->world().city(*city).id));
        }
    });
    connect(plot_, &QCustomPlot::mouseMove, this, [this](const QMouseEvent *event) {
        const auto city = cityAt(event->position());
        plot_->setCursor(city ? Qt::PointingHandCursor : Qt::ArrowCursor);
        if (!city) {
            QToolTip::hideText();
            return;
        }
        const DataFigures &figures = study_->cities[city->index()].figures;
        QToolTip::showText(event->globalPosition().toPoint(),
                           tr("%1: reads %2, writes %3")
                               .arg(QString::fromStdString(study_->catchments->world().city(*city).name),
                                    qml::msText(figures.read_ms), qml::msText(figures.write_ms)),
                           plot_);
    });
    draw();
}

void DataChart::setKind(Kind kind) {
    kind_ = kind;
    draw();
}

void DataChart::show(std::shared_ptr<const DataStudy> study) {
    study_ = std::move(study);
    write_share_.reset();
    draw();
}

void DataChart::setWriteShare(double share) {
    write_share_ = share;
    draw();
}

void DataChart::draw() {
    plot_->clearPlottables();
    plot_->clearItems();
    plotStyle(*plot_, workspace_.appearance.theme());
    const bool distribution = kind_ == Kind::Distribution;
    plot_->setAccessibleName(distribution ? tr("Users by the time that their reads and writes take")
                                          : tr("Reads against writes, a dot for each city"));
    plot_->xAxis->setLabel(distribution ? tr("time of a request, ms; reads filled, writes outlined") : tr("reads, ms"));
    plot_->yAxis->setLabel(distribution ? QString() : tr("writes, ms"));
    if (study_) {
        distribution ? drawDistribution() : drawCities();
    }
    plot_->setAccessibleDescription(spoken());
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void DataChart::drawDistribution() {
    const maps::Theme &theme = workspace_.appearance.theme();
    const DataHistogram users = data_histogram(*study_, bin_ms);
    double top = 1;
    for (std::size_t bin = 0; bin < users.reads.size(); ++bin) {
        top = std::max({top, users.reads[bin], users.writes[bin]});
    }
    QCPGraph *reads = plot_->addGraph();
    draw_stairs(*reads, users.reads);
    QColor fill = theme.accent;
    fill.setAlphaF(0.35F);
    reads->setBrush(fill);
    reads->setPen(QPen(theme.accent, 1.2));
    QCPGraph *writes = plot_->addGraph();
    draw_stairs(*writes, users.writes);
    writes->setPen(QPen(theme.text, 1.6));
    const QSharedPointer<UsersTicker> ticker(new UsersTicker);
    ticker->setTickCount(4);
    ticker->setLargest(top);
    plot_->yAxis->setTicker(ticker);
    plot_->xAxis->setRange(0, std::max(100.0, static_cast<double>(users.reads.size()) * bin_ms));
    plot_->yAxis->setRange(0, top * 1.42);
    const DataFigures &all = study_->all;
    const double share = write_share_.value_or(study_->placement.write_share);
    if (all.readers > 0) {
        drawMark(all.read_ms, tr("reads %1").arg(qml::msText(all.read_ms)), top * 1.4, false);
    }
    if (all.writers > 0) {
        drawMark(all.write_ms, tr("writes %1").arg(qml::msText(all.write_ms)), top * 1.26, false);
    }
    if (all.readers > 0 && all.writers > 0) {
        const double mean = all.mean_ms(share);
        drawMark(mean, tr("all, %1 writes: %2").arg(qml::shareText(share), qml::msText(mean)), top * 1.12, true);
    }
}

void DataChart::drawMark(double ms, const QString &text, double top, bool dashed) {
    const maps::Theme &theme = workspace_.appearance.theme();
    auto *line = new QCPItemLine(plot_);
    line->start->setCoords(ms, 0);
    line->end->setCoords(ms, top);
    line->setPen(QPen(dashed ? theme.muted : theme.text, 1.2, dashed ? Qt::DashLine : Qt::SolidLine));
    QCPItemText *label = plotText(*plot_, theme, text);
    label->setColor(dashed ? theme.muted : theme.text);
    label->setPadding(QMargins(4, 0, 4, 0));
    QColor ground = theme.panel; // another mark's line may run behind the words
    ground.setAlphaF(0.85F);
    label->setBrush(ground);
    const bool left = ms > plot_->xAxis->range().upper * 0.6;
    label->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    label->position->setCoords(ms, top);
}

void DataChart::drawCities() {
    struct Dots {
        QVector<double> reads, writes;
    };
    // Large cities first, so that small ones lie on them and stay seen.
    std::map<std::pair<int, RegionId>, Dots, std::greater<>> groups;
    double longest = 10, slowest = 10;
    for (const CityData &city : study_->cities) {
        if (!in_chart(city) || !city.replica) {
            continue;
        }
        const int size = city.figures.users > 15e6  ? 3
                         : city.figures.users > 5e6 ? 2
                         : city.figures.users > 1e6 ? 1
                                                    : 0;
        Dots &dots = groups[{size, *city.replica}];
        dots.reads << city.figures.read_ms;
        dots.writes << city.figures.write_ms;
        longest = std::max(longest, city.figures.read_ms);
        slowest = std::max(slowest, city.figures.write_ms);
    }
    constexpr double pixels[] = {3.5, 5.5, 8, 11};
    for (const auto &[key, dots] : groups) {
        const std::string &code = study_->catchments->op().regions[key.second.index()].code;
        QColor fill = workspace_.appearance.regionColour(QString::fromStdString(code));
        fill.setAlphaF(0.75F);
        QCPGraph *graph = plot_->addGraph();
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle,
                                               QPen(workspace_.appearance.theme().panel, 0.6), QBrush(fill),
                                               pixels[key.first]));
        graph->setData(dots.reads, dots.writes);
    }
    plot_->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    plot_->xAxis->setRange(0, longest * 1.05);
    plot_->yAxis->setRange(0, slowest * 1.1);
    drawSelected();
}

void DataChart::drawSelected() {
    const World &world = study_->catchments->world();
    const auto found = world.city_by_id.find(workspace_.selection.city().toStdString());
    if (found == world.city_by_id.end() || !in_chart(study_->cities[found->second.index()])) {
        return;
    }
    const maps::Theme &theme = workspace_.appearance.theme();
    const DataFigures &figures = study_->cities[found->second.index()].figures;
    QCPGraph *ring = plot_->addGraph();
    ring->setLineStyle(QCPGraph::lsNone);
    ring->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.text, 2), Qt::NoBrush, 14));
    ring->setData({figures.read_ms}, {figures.write_ms});
    QCPItemText *label = plotText(*plot_, theme, QString::fromStdString(world.city(found->second).name));
    const bool left = figures.read_ms > plot_->xAxis->range().center();
    label->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    label->setPadding(QMargins(12, 0, 12, 0));
    label->setFont(maps::font(12, maps::FontWeight::SemiBold));
    label->position->setCoords(figures.read_ms, figures.write_ms);
}

std::optional<CityId> DataChart::cityAt(QPointF position) const {
    constexpr double reach = 9; // pixels
    std::optional<CityId> nearest;
    if (!study_ || kind_ != Kind::Cities) {
        return nearest;
    }
    double best = reach;
    for (const CityData &city : study_->cities) {
        if (!in_chart(city)) {
            continue;
        }
        const QPointF dot(plot_->xAxis->coordToPixel(city.figures.read_ms),
                          plot_->yAxis->coordToPixel(city.figures.write_ms));
        const double away = std::hypot(dot.x() - position.x(), dot.y() - position.y());
        if (away < best) {
            best = away;
            nearest = city.city;
        }
    }
    return nearest;
}

QString DataChart::spoken() const {
    if (!study_) {
        return {};
    }
    const DataFigures &all = study_->all;
    return tr("Reads take %1 on average, writes %2; 95 % of the reads within %3, of the writes within %4")
        .arg(qml::msText(all.read_ms), qml::msText(all.write_ms), qml::msText(study_->p95_read_ms),
             qml::msText(study_->p95_write_ms));
}

} // namespace catchment::app
