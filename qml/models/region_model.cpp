// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/region_model.h"

#include "qml/models/continents.h"
#include "qml/models/numbers.h"

#include <QGeoCoordinate>
#include <QMetaEnum>

#include <algorithm>

namespace catchment::qml {

struct RegionModel::Group {
    QString name;
    bool deployable = true;
    std::vector<RegionId> regions;
};

namespace {

/// Where a region stands among the groups: continents first, then edge-only, then former.
int groupOf(const World &world, const Region &region) {
    constexpr int continents = static_cast<int>(Continent::Antarctica) + 1;
    switch (region.status) {
    case RegionStatus::Edge:
        return continents;
    case RegionStatus::Former:
        return continents + 1;
    case RegionStatus::Deployable:
        break;
    }
    return static_cast<int>(continent_of(world.city(region.city).country));
}

QString groupName(int group) {
    switch (group) {
    case static_cast<int>(Continent::NorthAmerica):
        return RegionModel::tr("North America");
    case static_cast<int>(Continent::SouthAmerica):
        return RegionModel::tr("South America");
    case static_cast<int>(Continent::Europe):
        return RegionModel::tr("Europe");
    case static_cast<int>(Continent::Africa):
        return RegionModel::tr("Africa");
    case static_cast<int>(Continent::Asia):
        return RegionModel::tr("Asia");
    case static_cast<int>(Continent::Oceania):
        return RegionModel::tr("Oceania");
    case static_cast<int>(Continent::Antarctica):
        return RegionModel::tr("Elsewhere");
    case static_cast<int>(Continent::Antarctica) + 1:
        return RegionModel::tr("Edge only");
    default:
        return RegionModel::tr("Former regions");
    }
}

} // namespace

RegionModel::RegionModel(QObject *parent) : QAbstractItemModel(parent), scenario_{} {}

RegionModel::~RegionModel() = default;

void RegionModel::setWorld(std::shared_ptr<const World> world) {
    world_ = std::move(world);
    setOperator(world_ ? std::shared_ptr<const Operator>(world_, &world_->own_operator) : nullptr);
}

void RegionModel::setOperator(std::shared_ptr<const Operator> op) {
    if (!groups_.empty()) {
        beginRemoveRows({}, 0, static_cast<int>(groups_.size()) - 1);
        groups_.clear();
        endRemoveRows();
    }
    op_ = std::move(op);
    catchments_.reset();
    if (!op_) {
        return;
    }
    const auto &regions = op_->regions;
    std::vector<Group> groups(static_cast<int>(Continent::Antarctica) + 3);
    for (std::size_t i = 0; i < regions.size(); ++i) {
        groups[groupOf(*world_, regions[i])].regions.push_back(RegionId(i));
    }
    for (int i = 0; i < static_cast<int>(groups.size()); ++i) {
        groups[i].name = groupName(i);
        groups[i].deployable = i <= static_cast<int>(Continent::Antarctica);
        std::ranges::sort(groups[i].regions, {}, [&](RegionId id) { return regions[id.index()].code; });
    }
    std::erase_if(groups, [](const Group &group) { return group.regions.empty(); });
    if (!groups.empty()) {
        beginInsertRows({}, 0, static_cast<int>(groups.size()) - 1);
        groups_ = std::move(groups);
        endInsertRows();
    }
}

void RegionModel::setScenario(const Scenario &scenario) {
    scenario_ = scenario;
    allChanged();
}

void RegionModel::setCatchments(std::shared_ptr<const Catchments> catchments) {
    catchments_ = std::move(catchments);
    allChanged();
}

void RegionModel::setColours(RegionColour colour) {
    colour_ = std::move(colour);
    allChanged();
}

void RegionModel::allChanged() {
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex group = index(row, 0);
        emit dataChanged(group, group);
        emit dataChanged(index(0, 0, group), index(rowCount(group) - 1, 0, group));
    }
}

QModelIndex RegionModel::indexOf(const QString &code) const {
    for (int row = 0; row < rowCount(); ++row) {
        const auto &regions = groups_[row].regions;
        for (int i = 0; i < static_cast<int>(regions.size()); ++i) {
            if (QString::fromStdString(op_->regions[regions[i].index()].code) == code) {
                return index(i, 0, index(row, 0));
            }
        }
    }
    return {};
}

QModelIndex RegionModel::index(int row, int column, const QModelIndex &parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    // A region's internal id is its group's row plus one; a group's is 0.
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex RegionModel::parent(const QModelIndex &child) const {
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0});
}

int RegionModel::rowCount(const QModelIndex &parent) const {
    if (!parent.isValid()) {
        return static_cast<int>(groups_.size());
    }
    if (parent.internalId() != 0 || parent.column() != 0) {
        return 0;
    }
    return static_cast<int>(groups_[parent.row()].regions.size());
}

int RegionModel::columnCount(const QModelIndex &) const { return 1; }

const Region *RegionModel::regionAt(const QModelIndex &index) const {
    if (index.internalId() == 0) {
        return nullptr;
    }
    return &op_->regions[groups_[index.internalId() - 1].regions[index.row()].index()];
}

const RegionOutcome *RegionModel::outcome(const Region &region) const {
    if (!catchments_) {
        return nullptr;
    }
    const auto id = find_region(catchments_->op(), region.code);
    return id ? catchments_->region(*id) : nullptr;
}

const Tuning *RegionModel::tuning(const Region &region) const {
    const auto found = std::ranges::find_if(
        scenario_.tuning, [&](const Tuning &tuning) { return tuning.region == region.code && !tuning.neighbour; });
    return found == scenario_.tuning.end() ? nullptr : &*found;
}

bool RegionModel::failed(const Region &region) const {
    return std::ranges::find(scenario_.faults.regions, region.code) != scenario_.faults.regions.end();
}

bool RegionModel::announces(const Region &region) const {
    const Tuning *how = tuning(region);
    return scenario_.deploys(region.code) && !failed(region) && !(how && how->withhold.value_or(false));
}

QString RegionModel::state(const Region &region) const {
    QStringList words;
    if (failed(region)) {
        words << tr("failed");
    }
    if (const Tuning *how = tuning(region)) {
        if (how->withhold.value_or(false)) {
            words << tr("withheld");
        }
        if (how->prepend.value_or(0) > 0) {
            words << tr("prepend %1").arg(*how->prepend);
        }
        if (how->no_export.value_or(false)) {
            words << tr("NO_EXPORT");
        }
    }
    return words.join(QStringLiteral(" · "));
}

QString RegionModel::accessibleText(const Region &region) const {
    QStringList words{QString::fromStdString(region.code), QString::fromStdString(region.name)};
    if (const RegionOutcome *result = outcome(region); result && announces(region)) {
        words << tr("%1 of the users").arg(shareText(result->share))
              << tr("median %1").arg(msText(result->median_rtt_ms));
    }
    if (const QString special = state(region); !special.isEmpty()) {
        words << special;
    }
    return words.join(QStringLiteral(", "));
}

QVariant RegionModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const Region *region = regionAt(index);
    return region ? regionData(*region, role) : groupData(groups_[index.row()], role);
}

QVariant RegionModel::groupData(const Group &group, int role) const {
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case static_cast<int>(Role::Name):
        return group.name;
    case static_cast<int>(Role::Code):
        return QString();
    case static_cast<int>(Role::Status):
        return static_cast<int>(op_->regions[group.regions.front().index()].status);
    case static_cast<int>(Role::Deployed):
        return std::ranges::any_of(group.regions,
                                   [&](RegionId id) { return scenario_.deploys(op_->regions[id.index()].code); });
    default:
        return {};
    }
}

QVariant RegionModel::regionData(const Region &region, int role) const {
    const QString code = QString::fromStdString(region.code);
    const QString name = QString::fromStdString(region.name);
    const RegionOutcome *result = announces(region) ? outcome(region) : nullptr;
    const Tuning *how = tuning(region);
    switch (role) {
    case Qt::DisplayRole:
        return tr("%1  %2").arg(code, name);
    case Qt::AccessibleTextRole:
        return accessibleText(region);
    case Qt::CheckStateRole:
        return static_cast<int>(scenario_.deploys(region.code) ? Qt::Checked : Qt::Unchecked);
    default:
        break;
    }
    switch (static_cast<Role>(role)) {
    case Role::Code:
        return code;
    case Role::Name:
        return name;
    case Role::Status:
        return static_cast<int>(region.status);
    case Role::Deployed:
        return scenario_.deploys(region.code);
    case Role::Announces:
        return announces(region);
    case Role::Users:
        return result ? result->users : 0.0;
    case Role::Share:
        return result ? result->share : 0.0;
    case Role::MedianRtt:
        return result ? result->median_rtt_ms : 0.0;
    case Role::P95Rtt:
        return result ? result->p95_rtt_ms : 0.0;
    case Role::Position:
        return QVariant::fromValue(QGeoCoordinate(region.place.lat, region.place.lon));
    case Role::Colour:
        return colour_ ? colour_(code) : QColor();
    case Role::Prepend:
        return how ? how->prepend.value_or(0) : 0;
    case Role::Withheld:
        return how && how->withhold.value_or(false);
    case Role::NoExport:
        return how && how->no_export.value_or(false);
    case Role::Failed:
        return failed(region);
    case Role::State:
        return state(region);
    case Role::SearchText: {
        QStringList words{code, name, QString::fromStdString(world_->city(region.city).country),
                          QString::fromStdString(world_->city(region.city).name), groupName(groupOf(*world_, region))};
        for (const std::string &alias : region.aliases) {
            words << QString::fromStdString(alias);
        }
        return words.join(QLatin1Char(' '));
    }
    }
    return {};
}

bool RegionModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid() || !checkIndex(index)) {
        return false;
    }
    const Region *region = regionAt(index);
    const bool wanted = value.toInt() == Qt::Checked;
    if (!region || wanted == scenario_.deploys(region->code)) {
        return false;
    }
    emit deploymentRequested(QString::fromStdString(region->code), wanted);
    return true;
}

Qt::ItemFlags RegionModel::flags(const QModelIndex &index) const {
    if (!index.isValid() || !checkIndex(index)) {
        return Qt::NoItemFlags;
    }
    if (!regionAt(index)) {
        return Qt::ItemIsEnabled;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> RegionModel::roleNames() const {
    QHash<int, QByteArray> names = QAbstractItemModel::roleNames();
    const QMetaEnum roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i) {
        QByteArray name(roles.key(i));
        name[0] = static_cast<char>(name[0] - 'A' + 'a');
        names.insert(roles.value(i), name);
    }
    return names;
}

} // namespace catchment::qml
