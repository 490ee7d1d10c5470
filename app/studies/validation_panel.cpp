// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/validation_panel.h"

#include "app/charts/validation_chart.h"
#include "app/edits/edit.h"
#include "app/workspace.h"
#include "maps/fonts.h"
#include "qml/models/numbers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace catchment::app {
namespace {

QString percent(const ValidationPoint &point) { return qml::shareText(point.share); }

/// The first point at which the hijacker gets at most half of what it gets where nobody validates; none where it keeps
/// more.
const ValidationPoint *halved(const std::vector<ValidationPoint> &points) {
    const auto found = std::ranges::find_if(
        points, [&](const ValidationPoint &point) { return point.captured <= points.front().captured / 2; });
    return found == points.end() ? nullptr : &*found;
}

} // namespace

ValidationPanel::ValidationPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), chart_(new ValidationChart(workspace.appearance, this)),
      sentence_(new QLabel(this)), progress_(new QProgressBar(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    sentence_->setObjectName(QStringLiteral("validationSentence"));
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setWordWrap(true);
    sentence_->setFont(maps::font(12));
    sentence_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    progress_->setAccessibleName(tr("How far the solving has come"));
    progress_->setTextVisible(false);
    progress_->hide();
    auto *words = new QWidget(this);
    words->setFixedWidth(maps::text_room(240));
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 6, 0, 4);
    column->addWidget(sentence_, 1);
    column->addWidget(progress_);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 8, 2);
    layout->setSpacing(8);
    layout->addWidget(words);
    layout->addWidget(chart_, 1);

    connect(&workspace.appearance, &Appearance::changed, chart_, &ValidationChart::restyle);
    connect(&workspace.results, &Results::changed, this, &ValidationPanel::follow);
    connect(&workspace.results, &Results::worldChanged, this, &ValidationPanel::forget);
    connect(&job_, &Job::busyChanged, progress_, &QWidget::setVisible);
    connect(&job_, &Job::progressed, progress_, [this](int done, int total) {
        progress_->setMaximum(total);
        progress_->setValue(done);
    });
    connect(&job_, &Job::failed, this, [this](const QString &text) {
        forget();
        sentence_->setText(text);
    });
}

void ValidationPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    follow();
}

void ValidationPanel::forget() {
    job_.cancel();
    asked_.reset();
    chart_->clear();
}

void ValidationPanel::follow() {
    const auto &now = workspace_.results.catchments();
    if (!isVisible() || !now) {
        return;
    }
    Scenario scenario = *now->solution->scenario;
    if (!scenario.security.hijack) {
        forget();
        sentence_->setText(
            tr("Nobody hijacks the operator's prefix. Choose a hijacker under Security, on the left, and "
               "see here how many networks would have to validate origins to stop it."));
        return;
    }
    const Summary &sum = now->summary;
    chart_->setNow(static_cast<double>(scenario.security.origin_validation.size()) /
                       static_cast<double>(std::max<std::size_t>(1, now->world().networks.size())),
                   sum.users > 0 ? sum.captured_users / sum.users : 0);
    scenario.security.origin_validation.clear();
    scenario.view = {};
    if (asked_ != scenario) {
        compute(std::move(scenario));
    }
}

void ValidationPanel::compute(Scenario scenario) {
    chart_->clear();
    asked_ = scenario;
    sentence_->setText(tr("Solving with more and more networks that validate …"));
    progress_->setRange(0, 0);
    job_.start<ValidationSweep>(
        [world = workspace_.results.world(), scenario = std::move(scenario)](const std::stop_token &stop,
                                                                             const Progress &progress) {
            return validation_sweep(world, {scenario}, stop, progress);
        },
        [this](const ValidationSweep &sweep) { tell(sweep); });
}

void ValidationPanel::tell(const ValidationSweep &sweep) {
    chart_->show(sweep);
    const QString hijacker = asText(asked_->security.hijack->asn);
    if (!sweep.hijack) {
        sentence_->setText(tr("%1 has failed and announces nothing.").arg(hijacker));
        return;
    }
    QStringList words{tr("%1 captures %2 of the users while nobody validates.")
                          .arg(hijacker, qml::shareText(sweep.largest_first.front().captured))};
    if (*sweep.hijack != RoaTable::Validity::Invalid) {
        words << (*sweep.hijack == RoaTable::Validity::Valid
                      ? tr("What it announces ends in an origin that a ROA allows, so that it passes validation.")
                      : tr("No ROA covers what it announces, so that it passes validation."));
    } else {
        const ValidationPoint *largest = halved(sweep.largest_first);
        const ValidationPoint *lot = halved(sweep.by_lot);
        if (largest && lot && sweep.largest_first.front().captured > 0) {
            words << tr("It gets no more than half of that once the largest %1 validate, or %2 by lot.")
                         .arg(percent(*largest), percent(*lot));
        }
        words << tr("Where all networks validate it keeps %1.").arg(qml::shareText(sweep.by_lot.back().captured));
    }
    sentence_->setText(words.join(QLatin1Char(' ')));
}

} // namespace catchment::app
