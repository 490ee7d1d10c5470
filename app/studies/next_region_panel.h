// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/job.h"

#include <QWidget>

class QLabel;
class QModelIndex;
class QTableView;

namespace catchment::qml {
class NextRegionModel;
}

namespace catchment::app {

struct Workspace;

/// What one more region would bring to the present deployment, best first; a row that is activated is deployed. Follows
/// the scenario while it is seen.
class NextRegionPanel : public QWidget {
    Q_OBJECT

public:
    explicit NextRegionPanel(Workspace &workspace, QWidget *parent = nullptr);

    bool busy() const { return job_.busy(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void compute();
    void deploy(const QModelIndex &row);

    Workspace &workspace_;
    qml::NextRegionModel *model_;
    QLabel *sentence_;
    QTableView *table_;
    bool outdated_ = true; ///< the results have changed since it was computed
    Job job_;
};

} // namespace catchment::app
