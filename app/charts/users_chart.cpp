// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/users_chart.h"

#include "app/charts/chart_style.h"
#include "app/widgets/appearance.h"
#include "maps/fonts.h"
#include "qml/models/numbers.h"

#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace catchment::app {
namespace {

constexpr std::size_t most_codes_side_by_side = 12; // under the bars

} // namespace
UsersChart::UsersChart(const Appearance &appearance, QWidget *parent)
    : QWidget(parent), appearance_(appearance), plot_(new QCustomPlot(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot_);
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setAccessibleName(tr("Users per region"));
    const QSharedPointer<UsersTicker> ticker(new UsersTicker);
    ticker->setTickCount(4);
    plot_->yAxis->setTicker(ticker);
    restyle();
}

void UsersChart::show(const Catchments &now, const Catchments *before) {
    std::map<QString, Bar> bars; // by code, so that a region keeps its place among the others
    const auto code = [](const Catchments &of, const RegionOutcome &outcome) {
        return QString::fromStdString(of.op().regions[outcome.region.index()].code);
    };
    for (const RegionOutcome &outcome : now.regions) {
        Bar &bar = bars[code(now, outcome)];
        bar.now = outcome.users;
        bar.share = outcome.share;
    }
    compares_ = before != nullptr;
    if (before) {
        for (const RegionOutcome &outcome : before->regions) {
            bars[code(*before, outcome)].before = outcome.users;
        }
    }
    bars_.clear();
    for (auto &[name, bar] : bars) {
        bar.code = name;
        bars_.push_back(bar);
    }
    draw();
}

void UsersChart::restyle() {
    styleAxes();
    draw();
}

void UsersChart::styleAxes() {
    plotStyle(*plot_, appearance_.theme());
    axisStyle(*plot_->xAxis, appearance_.theme(), true);
    plot_->xAxis->setBasePen(QPen(appearance_.theme().line));
    plot_->xAxis->grid()->setVisible(false);
}

void UsersChart::addBar(int at, const Bar &bar) {
    const QColor colour = appearance_.regionColour(bar.code);
    QColor pale = colour;
    pale.setAlphaF(0.18F);
    if (compares_ && bar.before > 0) {
        auto *before = new QCPBars(plot_->xAxis, plot_->yAxis);
        before->setData({static_cast<double>(at)}, {bar.before});
        before->setWidth(0.78);
        before->setBrush(pale);
        before->setPen(QPen(colour, 1.2, Qt::DashLine));
    }
    if (bar.now > 0) {
        auto *now = new QCPBars(plot_->xAxis, plot_->yAxis);
        now->setData({static_cast<double>(at)}, {bar.now});
        now->setWidth(compares_ ? 0.5 : 0.62);
        now->setBrush(colour);
        now->setPen(Qt::NoPen);
    }
}

void UsersChart::addLabel(int at, const Bar &bar, double tallest, bool upright) {
    auto *label = new QCPItemText(plot_);
    label->setClipToAxisRect(false);
    label->setPositionAlignment(upright ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignHCenter | Qt::AlignBottom);
    label->setRotation(upright ? -90 : 0);
    label->position->setCoords(at, std::max(bar.now, bar.before) + tallest * 0.02);
    label->setText(bar.now > 0 ? qml::usersText(bar.now) : tr("gone"));
    label->setFont(maps::font(11, maps::FontWeight::Medium));
    label->setColor(appearance_.theme().text);
    label->setPadding(upright ? QMargins(2, 0, 0, 0) : QMargins(0, 0, 0, 2));
}

bool UsersChart::crowded() const {
    constexpr double label_width = 48; // pixels
    return !bars_.empty() && plot_->axisRect()->width() / static_cast<double>(bars_.size()) < label_width;
}

void UsersChart::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    draw();
}

void UsersChart::draw() {
    plot_->clearPlottables();
    plot_->clearItems();
    double tallest = 1;
    for (const Bar &bar : bars_) {
        tallest = std::max({tallest, bar.now, bar.before});
    }
    const bool upright = crowded();
    const QSharedPointer<QCPAxisTickerText> codes(new QCPAxisTickerText);
    for (int i = 0; i < static_cast<int>(bars_.size()); ++i) {
        codes->addTick(i, bars_[i].code);
        addBar(i, bars_[i]);
        addLabel(i, bars_[i], tallest, upright);
    }
    plot_->xAxis->setTicker(codes);
    plot_->xAxis->setTickLabelRotation(bars_.size() > most_codes_side_by_side ? 90 : 0);
    // A few regions stand together in the middle instead of filling the width with slabs.
    const double middle = (static_cast<double>(bars_.size()) - 1) / 2;
    const double half = std::max(static_cast<double>(bars_.size()), 7.0) / 2;
    plot_->xAxis->setRange(middle - half, middle + half);
    plot_->yAxis->setRange(0, tallest * (upright ? 1.55 : 1.22));
    if (const auto ticker = plot_->yAxis->ticker().dynamicCast<UsersTicker>()) {
        ticker->setLargest(tallest);
    }
    plot_->setAccessibleDescription(spokenBars());
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

QString UsersChart::spokenBars() const {
    QStringList words;
    for (const Bar &bar : bars_) {
        words << tr("%1: %2 of the users, %3").arg(bar.code, qml::shareText(bar.share), qml::usersText(bar.now));
    }
    return words.join(QStringLiteral("; "));
}

} // namespace catchment::app
