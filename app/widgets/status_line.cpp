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
    figures_->setText(catchments ? statusText(*catchments, results_.behind(), results_.solveMilliseconds())
                                 : QString());
    figures_->setToolTip(figures_->text());
}

namespace {

/// Is anybody served? Otherwise there is no way to an instance either.
bool serves(const Summary &summary, const BehindEdge &behind) {
    return summary.users - summary.unreached_users - behind.journeys.failed_users > 0.5;
}

/// Empty where nobody arrives.
QString meanText(const Summary &summary, const std::optional<BehindEdge> &behind) {
    if (summary.users - summary.unreached_users < 0.5) {
        return {};
    }
    const QString rtt = qml::msText(summary.mean_rtt_ms);
    return !behind                    ? StatusLine::tr("mean RTT %1").arg(rtt)
           : serves(summary, *behind) ? StatusLine::tr("mean RTT %1 to the edge, %2 to the instance")
                                            .arg(rtt, qml::msText(behind->journeys.mean_rtt_ms))
                                      : StatusLine::tr("mean RTT %1 to the edge").arg(rtt);
}

QString regionList(const std::vector<RegionId> &regions, const Operator &op) {
    constexpr std::size_t most = 4;
    QStringList codes;
    for (std::size_t i = 0; i < std::min(most, regions.size()); ++i) {
        codes << QString::fromStdString(op.regions[regions[i].index()].code);
    }
    if (regions.size() > most) {
        codes << StatusLine::tr("%1 more").arg(regions.size() - most);
    }
    return codes.join(StatusLine::tr(", "));
}

/// What becomes of those who have reached an edge.
QString behindText(const Catchments &catchments, const BehindEdge &behind) {
    std::vector<RegionId> serving;
    for (const InstanceLoad &load : behind.proxied.instances) {
        if (load.healthy > 0) {
            serving.push_back(load.region);
        }
    }
    if (serving.empty()) {
        return StatusLine::tr("No instance runs anywhere, so every request fails.");
    }
    const QString fail = behind.journeys.failed_users > 0.5
                             ? StatusLine::tr(" The requests of %1 users fail for want of room.")
                                   .arg(qml::usersText(behind.journeys.failed_users))
                             : QString();
    return StatusLine::tr("The proxy there goes on to the instances in %1: %2 in all, on average.")
               .arg(regionList(serving, catchments.op()), qml::msText(behind.journeys.mean_rtt_ms)) +
           fail;
}

} // namespace

QString statusText(const Catchments &catchments, const std::optional<BehindEdge> &behind, double milliseconds) {
    const World &world = catchments.world();
    const Summary &summary = catchments.summary;
    QStringList words{
        QString::fromStdString(world.name),
        StatusLine::tr("%1 networks").arg(QLocale().toString(static_cast<int>(world.networks.size()))),
        StatusLine::tr("solved in %1").arg(qml::msText(milliseconds)),
        StatusLine::tr("%1 users").arg(qml::usersText(summary.users)),
        meanText(summary, behind),
        StatusLine::tr("%1 not at their nearest region").arg(qml::shareText(summary.not_nearest_share)),
        StatusLine::tr("%1 contested").arg(qml::shareText(summary.contested_share)),
    };
    if (catchments.hijacker()) {
        words << StatusLine::tr("%1 captured").arg(qml::usersText(summary.captured_users));
    }
    if (const double nowhere = summary.unreached_users - summary.captured_users; nowhere > 0.5) {
        words << StatusLine::tr("%1 reach nothing").arg(qml::usersText(nowhere));
    }
    if (behind && behind->journeys.failed_users > 0.5) {
        words << StatusLine::tr("requests of %1 fail").arg(qml::usersText(behind->journeys.failed_users));
    }
    words.removeAll(QString());
    return words.join(QStringLiteral("  ·  "));
}

QString captionText(const Catchments &catchments, const std::optional<BehindEdge> &behind, const QString &app) {
    if (catchments.regions.empty()) {
        return StatusLine::tr("%1 is announced nowhere, so nobody reaches it: deploy it to a region.").arg(app);
    }
    std::vector<RegionOutcome> regions = catchments.regions;
    std::erase_if(regions, [](const RegionOutcome &region) { return region.users < 0.5; });
    std::ranges::stable_sort(regions, std::ranges::greater(), &RegionOutcome::share);
    const std::size_t named = behind ? 2 : 4; // there is more to say
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
    const QString list = parts.join(StatusLine::tr(", "));
    QString words;
    if (regions.empty()) {
        words = StatusLine::tr("No user reaches a region of %1.").arg(app);
    } else if (behind) {
        words = (by_dns ? StatusLine::tr("Every edge has an address for %1, and the name server decides where each "
                                         "user enters: %2. %3")
                        : StatusLine::tr("Every edge announces %1’s address, and BGP decides where each user enters: "
                                         "%2. %3"))
                    .arg(app, list, behindText(catchments, *behind));
    } else {
        words = (by_dns ? StatusLine::tr("%1 has an address in each region, and the name server decides where each "
                                         "user arrives: %2.")
                        : StatusLine::tr("%1 has one address everywhere, and BGP decides where each user arrives: %2."))
                    .arg(app, list);
        if (const double far = catchments.summary.not_nearest_share; far > 0) {
            words = StatusLine::tr("%1 For %2 that is not the nearest.").arg(words, qml::shareText(far));
        }
    }
    if (const Hijacker *hijacker = catchments.hijacker()) {
        return StatusLine::tr("%1 (AS%2) hijacks the address and captures %3 users. %4")
            .arg(QString::fromStdString(catchments.world().network(hijacker->network).name))
            .arg(catchments.world().network(hijacker->network).asn.value)
            .arg(qml::usersText(catchments.summary.captured_users), words);
    }
    return words;
}

} // namespace catchment::app
