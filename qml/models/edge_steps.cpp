// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/edge_steps.h"

#include "qml/models/numbers.h"
#include "study/proxy.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace catchment::qml {
namespace {

QString text(const std::string &words) { return QString::fromStdString(words); }

/// Tells the stages behind the edge of one journey.
class Teller {
    Q_DECLARE_TR_FUNCTIONS(catchment::qml::EdgeTeller)

public:
    Teller(const Catchments &catchments, const Journey &journey)
        : catchments_(catchments), journey_(journey), edge_region_(*journey.outcome.region),
          edge_(proxied(catchments).at(edge_region_)) {}

    JourneyStep proxy() const {
        JourneyStep step;
        step.kind = JourneyStep::Kind::Proxy;
        if (edge_.parts.empty()) {
            step.title = tr("The proxy finds no instance");
            step.detail =
                tr("No healthy instance can be reached from here, or all are at their hard limit: the request fails.");
            return step;
        }
        const RegionId instance = *edge_.instance();
        const bool here = edge_.parts.size() == 1 && instance == edge_region_;
        step.region = code(instance);
        step.title = here ? tr("The proxy stays here") : tr("The proxy goes on to %1").arg(step.region);
        QStringList words{here ? tr("Routing ends at the edge, and %1 has an instance itself.").arg(step.region)
                               : tr("Routing ends at the edge; from here on it is the operator's own network.")};
        for (const Served &part : edge_.parts) {
            words << told(part);
        }
        if (edge_.parts.size() > 1) {
            words << tr("The nearest instances are at their limits.");
        }
        if (edge_.failed_share > 0) {
            words << tr("%1 fail: every instance is at its hard limit.").arg(shareText(edge_.failed_share));
        }
        words.removeAll(QString());
        step.detail = words.join(QLatin1Char(' '));
        return step;
    }

    std::optional<JourneyStep> app() const {
        const auto instance = edge_.instance();
        if (!instance) {
            return std::nullopt;
        }
        JourneyStep step;
        step.kind = JourneyStep::Kind::App;
        step.region = code(*instance);
        step.title =
            tr("The app answers in %1, %2").arg(step.region, text(catchments_.op().regions[instance->index()].name));
        step.detail = tr("The whole journey: %1 to the edge and %2 behind it, %3 there and back.")
                          .arg(msText(journey_.outcome.rtt_ms), msText(edge_.rtt_ms()),
                               msText(journey_.outcome.rtt_ms + edge_.rtt_ms()));
        return step;
    }

    QString headline() const {
        const QString city = text(catchments_.world().city(journey_.city).name);
        const auto instance = edge_.instance();
        if (!instance) {
            return tr("%1 → %2  requests fail").arg(city, code(edge_region_));
        }
        return *instance == edge_region_ ? QString()
                                         : tr("%1 → %2 → %3  %4")
                                               .arg(city, code(edge_region_), code(*instance),
                                                    msText(journey_.outcome.rtt_ms + edge_.rtt_ms()));
    }

private:
    QString code(RegionId region) const { return text(catchments_.op().regions[region.index()].code); }

    /// Where a share goes, and how far; nothing of what stays as a whole.
    QString told(const Served &part) const {
        const bool all = edge_.parts.size() == 1 && edge_.failed_share == 0;
        if (part.instance == edge_region_) {
            return all ? QString() : tr("%1 of the requests stay.").arg(shareText(part.share));
        }
        const QString km = kmText(part.km), ms = msText(part.rtt_ms);
        return all ? tr("The nearest healthy instance is in %1, %2 over the backbone, %3 there and back.")
                         .arg(code(part.instance), km, ms)
                   : tr("%1 of the requests go to %2, %3 over the backbone, %4 there and back.")
                         .arg(shareText(part.share), code(part.instance), km, ms);
    }

    const Catchments &catchments_;
    const Journey &journey_;
    const RegionId edge_region_;
    const EdgeService edge_;
};

bool hasEdge(const Catchments &catchments, const Journey &journey) {
    return catchments.solution->scenario->announce == Announce::Everywhere && journey.outcome.region;
}

} // namespace

std::vector<JourneyStep> stepsBehindTheEdge(const Catchments &catchments, const Journey &journey) {
    if (!hasEdge(catchments, journey)) {
        return {};
    }
    const Teller teller(catchments, journey);
    std::vector<JourneyStep> out{teller.proxy()};
    if (auto app = teller.app()) {
        out.push_back(std::move(*app));
    }
    return out;
}

QString edgeHeadline(const Catchments &catchments, const Journey &journey) {
    return hasEdge(catchments, journey) ? Teller(catchments, journey).headline() : QString();
}

} // namespace catchment::qml
