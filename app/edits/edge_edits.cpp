// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/edge_edits.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace catchment::app {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::app", text); }

QString text(const std::string &code) { return QString::fromStdString(code); }

Instances instancesOf(const Edge &edge, const std::string &region) {
    const auto found = std::ranges::find(edge.instances, region, &Instances::region);
    return found == edge.instances.end() ? Instances{region, 1, 0} : *found;
}

QString changeOf(const Instances &was, const Instances &is) {
    const QString region = text(is.region);
    if (was.failed != is.failed && was.count == is.count) {
        return is.failed == 0          ? tr("Repair the instances in %1").arg(region)
               : is.failed == is.count ? tr("All instances fail in %1").arg(region)
                                       : tr("%1 of %2 instances fail in %3").arg(is.failed).arg(is.count).arg(region);
    }
    return is.count == 1 ? tr("1 instance in %1").arg(region) : tr("%1 instances in %2").arg(is.count).arg(region);
}

QString changeOf(const Edge &was, const Edge &is) {
    if (was.soft_limit != is.soft_limit) {
        return is.soft_limit ? tr("Soft limit %L1").arg(*is.soft_limit) : tr("No soft limit");
    }
    if (was.hard_limit != is.hard_limit) {
        return is.hard_limit ? tr("Hard limit %L1").arg(*is.hard_limit) : tr("No hard limit");
    }
    if (was.overflow != is.overflow) {
        return is.overflow ? tr("Past the soft limit on to the next region") : tr("Past the soft limit stay");
    }
    return is.hour ? tr("At %1 h UTC").arg(QLocale().toString(*is.hour, 'g', 4)) : tr("The mean of the day");
}

QString nameOf(Consistency consistency) {
    switch (consistency) {
    case Consistency::Primary:
        return tr("One primary, read replicas");
    case Consistency::PrimaryOnly:
        return tr("Everything at the primary");
    case Consistency::Quorum:
        return tr("Quorums");
    case Consistency::Local:
        break;
    }
    return tr("Local first");
}

QString changeOf(const std::optional<DataPlacement> &was, const std::optional<DataPlacement> &is) {
    if (!is) {
        return tr("No data");
    }
    if (!was || was->consistency != is->consistency) {
        return nameOf(is->consistency);
    }
    if (was->primary != is->primary) {
        return tr("Primary in %1").arg(text(is->primary));
    }
    if (was->write_share != is->write_share) {
        return tr("%1 % writes").arg(100 * is->write_share, 0, 'g', 3);
    }
    if (was->write_quorum != is->write_quorum || was->read_quorum != is->read_quorum) {
        return tr("Other quorums");
    }
    return tr("Other replicas");
}

/// As the reader would take it.
void makeSound(DataPlacement &data) {
    const bool needs_primary = data.consistency == Consistency::Primary || data.consistency == Consistency::PrimaryOnly;
    if (needs_primary && data.primary.empty() && !data.replicas.empty()) {
        data.primary = data.replicas.front();
        data.replicas.erase(data.replicas.begin());
    }
    std::erase(data.replicas, data.primary);
    const int all = static_cast<int>(data.replicas.size()) + (data.primary.empty() ? 0 : 1);
    for (std::optional<int> *quorum : {&data.write_quorum, &data.read_quorum}) {
        if (data.consistency != Consistency::Quorum) {
            quorum->reset();
        } else if (*quorum) {
            *quorum = std::clamp(**quorum, 1, std::max(1, all));
        }
    }
}

} // namespace

Edit announceFrom(Scenario scenario, Announce announce) {
    scenario.announce = announce;
    return {announce == Announce::Everywhere ? tr("Announce everywhere") : tr("Announce where deployed"),
            std::move(scenario)};
}

Edit setInstances(Scenario scenario, const Instances &instances) {
    const QString name = changeOf(instancesOf(scenario.edge, instances.region), instances);
    std::vector<Instances> &all = scenario.edge.instances;
    const auto found = std::ranges::find(all, instances.region, &Instances::region);
    const bool usual = instances.count == 1 && instances.failed == 0;
    if (found == all.end()) {
        if (!usual) {
            all.push_back(instances);
        }
    } else if (usual) {
        all.erase(found);
    } else {
        *found = instances;
    }
    return {name, std::move(scenario)};
}

Edit setEdge(Scenario scenario, const Edge &edge) {
    const QString name = changeOf(scenario.edge, edge);
    scenario.edge = edge;
    return {name, std::move(scenario)};
}

Edit setData(Scenario scenario, std::optional<DataPlacement> data) {
    if (data) {
        makeSound(*data);
    }
    const QString name = changeOf(scenario.data, data);
    scenario.data = std::move(data);
    return {name, std::move(scenario)};
}

Edit movePrimary(Scenario scenario, const std::string &code) {
    DataPlacement data = scenario.data.value_or(DataPlacement{});
    if (data.primary == code) {
        return {tr("Primary in %1").arg(text(code)), std::move(scenario)};
    }
    std::erase(data.replicas, code);
    if (!data.primary.empty()) {
        data.replicas.insert(data.replicas.begin(), data.primary);
    }
    data.primary = code;
    if (!scenario.deploys(code)) {
        scenario.regions.push_back(code);
    }
    return setData(std::move(scenario), std::move(data));
}

} // namespace catchment::app
