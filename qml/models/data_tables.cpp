// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/data_tables.h"

#include "qml/models/numbers.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace catchment::qml {
namespace {

QString text(const std::string &words) { return QString::fromStdString(words); }

QString msOrNo(std::optional<double> ms) { return ms ? msText(*ms) : DataTableModel::tr("no"); }

QString meanOrNo(double users, double ms) { return users > 0 ? msText(ms) : DataTableModel::tr("no"); }

QString staleness(const DataAccess &access) {
    return !access.read_ms   ? QString()
           : access.stale_ms ? msText(*access.stale_ms)
                             : DataTableModel::tr("since the cut");
}

} // namespace

void DataTableModel::show(Table table, std::shared_ptr<const DataStudy> study, std::span<const PrimaryPlace> places) {
    study_ = std::move(study);
    made_ = {};
    if (study_) {
        switch (table) {
        case Table::Edges:
            listEdges();
            break;
        case Table::Failures:
            listFailures();
            break;
        case Table::Replicas:
            listReplicas();
            break;
        case Table::Places:
            listPlaces(places);
            break;
        case Table::Cities:
            listCities();
            break;
        }
    }
    setTable(std::move(made_));
}

QString DataTableModel::code(RegionId region) const {
    return text(study_->catchments->op().regions[region.index()].code);
}

QString DataTableModel::name(RegionId region) const {
    return tr("%1 %2").arg(code(region), text(study_->catchments->op().regions[region.index()].name));
}

QString DataTableModel::codeOrNone(std::optional<RegionId> region) const { return region ? code(*region) : tr("none"); }

void DataTableModel::listEdges() {
    made_.header = {tr("Edge"), tr("Users"), tr("Data in"), tr("Read"), tr("Write"), tr("Stale by"), tr("Own writes")};
    for (const EdgeData &e : study_->edges) {
        made_.rows.push_back(
            {{name(e.edge), usersText(e.users), codeOrNone(e.access.replica), msOrNo(e.access.read_ms),
              msOrNo(e.access.write_ms), staleness(e.access), e.access.reads_own_write ? tr("read") : tr("perhaps")},
             code(e.edge),
             {},
             {}});
    }
}

void DataTableModel::listFailures() {
    made_.header = {tr("If it fails"), tr("Primary"), tr("Can read"), tr("Can write"), tr("Read"), tr("Write")};
    for (const DataFailure &f : study_->failures) {
        const DataFigures &figures = f.figures;
        made_.rows.push_back({{name(f.region), f.primary ? code(*f.primary) : QString(),
                               shareText(figures.share(figures.readers)), shareText(figures.share(figures.writers)),
                               meanOrNo(figures.readers, figures.read_ms), meanOrNo(figures.writers, figures.write_ms)},
                              code(f.region),
                              {},
                              {}});
    }
}

void DataTableModel::listReplicas() {
    made_.header = {tr("Data in"), tr("State"), tr("Lag"), tr("Missed / s"), tr("Catch-up")};
    for (const ReplicaData &r : study_->replicas) {
        const bool apart = r.replica.up && r.replica.group != study_->replicas.front().replica.group;
        const bool missed = r.missed_per_second > 0;
        made_.rows.push_back({{name(r.replica.region),
                               !r.replica.up ? tr("down")
                               : apart       ? tr("cut off")
                                             : tr("up"),
                               r.replica.lag_ms ? msText(*r.replica.lag_ms) : QString(),
                               missed ? usersText(r.missed_per_second) : QString(),
                               !missed              ? QString()
                               : r.catch_up_seconds ? tr("%1 s").arg(QLocale().toString(*r.catch_up_seconds, 'g', 3))
                                                    : tr("never")},
                              code(r.replica.region),
                              {},
                              {}});
    }
}

void DataTableModel::listPlaces(std::span<const PrimaryPlace> places) {
    made_.header = {tr("Primary in"), tr("Writes, mean"), tr("95 % within"), tr("Cannot write")};
    for (const PrimaryPlace &p : places) {
        made_.rows.push_back({{name(p.region), msText(p.mean_ms), msText(p.p95_ms),
                               p.unwritable_users > 0 ? usersText(p.unwritable_users) : QString()},
                              code(p.region),
                              {},
                              {}});
    }
}

void DataTableModel::listCities() {
    made_.header = {tr("City"), tr("Users"), tr("Data in"), tr("Read"), tr("Write"), tr("Stale by"), tr("Own writes")};
    std::vector<const CityData *> cities;
    for (const CityData &city : study_->cities) {
        if (city.figures.users > 0) {
            cities.push_back(&city);
        }
    }
    const auto slowness = [](const CityData *c) { // who cannot write comes first
        return std::pair(c->figures.writers > 0, -c->figures.write_ms);
    };
    std::ranges::stable_sort(cities, {}, slowness);
    cities.resize(std::min(cities.size(), most_cities));
    for (const CityData *c : cities) {
        const City &city = study_->catchments->world().city(c->city);
        const DataFigures &f = c->figures;
        const bool bounded = f.readers > f.unbounded;
        made_.rows.push_back({{tr("%1, %2").arg(text(city.name), text(city.country)), usersText(f.users),
                               codeOrNone(c->replica), meanOrNo(f.readers, f.read_ms), meanOrNo(f.writers, f.write_ms),
                               bounded         ? msText(f.stale_ms)
                               : f.readers > 0 ? tr("since the cut")
                                               : QString(),
                               shareText(f.share(f.own_write_users))},
                              {},
                              text(city.id),
                              {}});
    }
}

} // namespace catchment::qml
