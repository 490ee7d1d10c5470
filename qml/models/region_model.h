// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "study/catchments.h"

#include <QAbstractItemModel>
#include <QColor>

#include <functional>
#include <memory>
#include <vector>

namespace catchment::qml {

/// What stands for captured users where otherwise a region's code does.
inline QString hijackerCode() { return QStringLiteral("hijacker"); }

/// The colour by which a region is known, by its code; and that of what is captured, by hijackerCode().
using RegionColour = std::function<QColor(const QString &code)>;

/// The operator's regions as a tree of two levels: continents (then edge-only and former regions, as groups of their
/// own), and in each its regions by code.
///
/// It shows what it is given and changes nothing: a tick asks through `deploymentRequested`, and is shown once
/// the scenario that results comes back. Groups are made once per operator; after that rows only change.
class RegionModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Role {
        Code = Qt::UserRole + 1, ///< QString, `ams`; empty for a group
        Name,                    ///< QString, `Amsterdam`, or the group's
        Status,                  ///< RegionStatus as int
        Deployed,                ///< bool: the scenario deploys it
        Announces,               ///< bool: and its announcement is out
        Users,                   ///< double, people; 0 where it does not announce
        Share,                   ///< double, of the reached users
        MedianRtt,               ///< double, ms; 0 where nobody reaches it
        P95Rtt,                  ///< double, ms
        Position,                ///< QGeoCoordinate
        Colour,                  ///< QColor
        Prepend,                 ///< int: copies of the AS number put in front by the region as a whole
        Withheld,                ///< bool: the region as a whole withholds
        NoExport,                ///< bool: the region as a whole attaches NO_EXPORT
        Failed,                  ///< bool: the scenario breaks it
        State,                   ///< QString: what is special about it in words; often empty
        SearchText,              ///< QString: code, name, aliases, country and group, for filters
    };
    Q_ENUM(Role)

    explicit RegionModel(QObject *parent = nullptr);
    ~RegionModel() override;

    /// With the world's own operator.
    void setWorld(std::shared_ptr<const World> world);
    /// Another operator on the same world: other regions, in groups made anew.
    void setOperator(std::shared_ptr<const Operator> op);
    void setScenario(const Scenario &scenario);
    void setCatchments(std::shared_ptr<const Catchments> catchments);
    void setColours(RegionColour colour);

    /// The index of a region by its code; invalid where there is none.
    QModelIndex indexOf(const QString &code) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    /// The user ticked or cleared a region.
    void deploymentRequested(const QString &code, bool deployed);

private:
    struct Group;

    const Region *regionAt(const QModelIndex &index) const;
    QVariant groupData(const Group &group, int role) const;
    QVariant regionData(const Region &region, int role) const;
    const RegionOutcome *outcome(const Region &region) const;
    const Tuning *tuning(const Region &region) const;
    bool failed(const Region &region) const;
    bool announces(const Region &region) const;
    QString state(const Region &region) const;
    QString accessibleText(const Region &region) const;
    void allChanged();

    std::shared_ptr<const World> world_;
    std::shared_ptr<const Operator> op_;
    std::shared_ptr<const Catchments> catchments_;
    Scenario scenario_;
    RegionColour colour_;
    std::vector<Group> groups_;
};

} // namespace catchment::qml
