// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;

namespace catchment::app {

struct Workspace;
class FaultModel;
class Job;
class NetworkSearch;

/// Everything that can break, to search and tick.
class FaultsPanel : public QWidget {
    Q_OBJECT

public:
    explicit FaultsPanel(Workspace &workspace, QWidget *parent = nullptr);

    void setSearch(std::shared_ptr<const NetworkSearch> search);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeView();
    void look();
    void follow();
    void countUsers();

    Workspace &workspace_;
    std::shared_ptr<const NetworkSearch> networks_;
    std::shared_ptr<const Operator> op_;        ///< whose regions and links are searched
    std::shared_ptr<const Catchments> counted_; ///< the results whose users are shown, or counted
    FaultModel *model_;
    Job *counting_;
    QLineEdit *search_;
    QComboBox *kind_;
    QListView *view_;
    QPushButton *repair_;
};

} // namespace catchment::app
