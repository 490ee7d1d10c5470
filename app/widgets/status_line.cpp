// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/status_line.h"

#include "qml/models/numbers.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QStatusBar>
#include <QStringList>

#include <algorithm>

namespace catchment::app {

StatusLine::StatusLine(const Results &results, QStatusBar &bar, QObject *parent)
    : QObject(parent), results_(results), figures_(new QLabel(&bar)) {
    figures_->setObjectName(QStringLiteral("statusFigures"));
    figures_->setTextFormat(Qt::PlainText);
    figures_->setText(tr("Reading the world …"));
    figures_->setContentsMargins(8, 0, 8, 0);
    bar.addWidget(figures_, 1);
    bar.setSizeGripEnabled(false);
    connect(&results, &Results::changed, this, &StatusLine::show);
}

void StatusLine::show() {
    const auto &catchments = results_.catchments();
    figures_->setText(catchments ? statusText(*catchments, results_.solveMilliseconds()) : QString());
    figures_->setToolTip(figures_->text());
}

QString statusText(const Catchments &catchments, double milliseconds) {
    const World &world = catchments.world();
    const Summary &summary = catchments.summary;
    QStringList words{
        QString::fromStdString(world.name),
        StatusLine::tr("%1 networks").arg(QLocale().toString(static_cast<int>(world.networks.size()))),
        StatusLine::tr("solved in %1").arg(qml::msText(milliseconds)),
        StatusLine::tr("%1 users").arg(qml::usersText(summary.users)),
        StatusLine::tr("mean RTT %1").arg(qml::msText(summary.mean_rtt_ms)),
        StatusLine::tr("%1 not at their nearest region").arg(qml::shareText(summary.not_nearest_share)),
        StatusLine::tr("%1 contested").arg(qml::shareText(summary.contested_share)),
    };
    if (catchments.hijacker()) {
        words << StatusLine::tr("%1 captured").arg(qml::usersText(summary.captured_users));
    }
    if (const double nowhere = summary.unreached_users - summary.captured_users; nowhere > 0.5) {
        words << StatusLine::tr("%1 reach nothing").arg(qml::usersText(nowhere));
    }
    return words.join(QStringLiteral("  ·  "));
}

QString captionText(const Catchments &catchments, const QString &app) {
    if (catchments.regions.empty()) {
        return StatusLine::tr("%1 is announced nowhere, so nobody reaches it: deploy it to a region.").arg(app);
    }
    std::vector<RegionOutcome> regions = catchments.regions;
    std::ranges::stable_sort(regions, std::ranges::greater(), &RegionOutcome::share);
    constexpr std::size_t named = 4;
    QStringList parts;
    for (std::size_t i = 0; i < std::min(regions.size(), named); ++i) {
        const Region &region = catchments.op().regions[regions[i].region.index()];
        parts << StatusLine::tr("%1 in %2 (%3)")
                     .arg(qml::shareText(regions[i].share), QString::fromStdString(region.name),
                          QString::fromStdString(region.code));
    }
    if (regions.size() > named) {
        parts << StatusLine::tr("the rest in %1 more regions").arg(regions.size() - named);
    }
    const bool by_dns = !catchments.solution->by_region.empty();
    const QString words =
        (by_dns ? StatusLine::tr("%1 has an address in each region, and the name server decides where each user "
                                 "arrives: %2. For %3 that is not the nearest.")
                : StatusLine::tr("%1 has one address everywhere, and BGP decides where each user arrives: %2. For %3 "
                                 "that is not the nearest."))
            .arg(app, parts.join(StatusLine::tr(", ")), qml::shareText(catchments.summary.not_nearest_share));
    if (const Hijacker *hijacker = catchments.hijacker()) {
        return StatusLine::tr("%1 (AS%2) hijacks the address and captures %3 users. %4")
            .arg(QString::fromStdString(catchments.world().network(hijacker->network).name))
            .arg(catchments.world().network(hijacker->network).asn.value)
            .arg(qml::usersText(catchments.summary.captured_users), words);
    }
    return words;
}

} // namespace catchment::app
