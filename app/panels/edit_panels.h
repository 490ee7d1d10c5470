// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

#include <memory>

namespace catchment::app {

struct Workspace;
class FaultsPanel;
class NetworkSearch;
class RegionActions;
class RegionsPanel;
class SecurityPanel;

/// The panels by which a scenario is changed, as tabs: regions and how they announce, what is broken, who hijacks,
/// and what is behind the edge.
class EditPanels : public QTabWidget {
    Q_OBJECT

public:
    EditPanels(Workspace &workspace, const RegionActions &actions, QWidget *parent = nullptr);

private:
    void takeWorld();

    Workspace &workspace_;
    std::shared_ptr<const NetworkSearch> search_; ///< one for all of them
    RegionsPanel *regions_;
    FaultsPanel *faults_;
    SecurityPanel *security_;
};

} // namespace catchment::app
