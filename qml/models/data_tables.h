// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/models/text_table_model.h"
#include "study/data_study.h"

#include <memory>
#include <span>
#include <vector>

namespace catchment::qml {

/// What a placement of data means, as one of several small tables. A row is about one region or one city.
class DataTableModel : public TextTableModel {
    Q_OBJECT

public:
    enum class Table {
        Edges,    ///< what users find at each edge
        Failures, ///< what is left when a region with data fails
        Replicas, ///< where the data is: behind the primary, cut off, catching up
        Places,   ///< for the primary, best first
        Cities,   ///< those with users, slowest writes first
    };
    static constexpr std::size_t most_cities = 500;

    using TextTableModel::TextTableModel;

    /// `study` may be null: no rows.
    void show(Table table, std::shared_ptr<const DataStudy> study, std::span<const PrimaryPlace> places);

private:
    QString code(RegionId region) const;
    QString name(RegionId region) const;
    QString codeOrNone(std::optional<RegionId> region) const;
    void listEdges();
    void listFailures();
    void listReplicas();
    void listPlaces(std::span<const PrimaryPlace> places);
    void listCities();

    std::shared_ptr<const DataStudy> study_;
    TextTable made_;
};

} // namespace catchment::qml
