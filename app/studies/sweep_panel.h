// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/job.h"
#include "study/sweep.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QModelIndex;
class QProgressBar;
class QPushButton;
class QTableView;

namespace catchment::qml {
class DeploymentModel;
}

namespace catchment::app {

struct Workspace;
class CostChart;

/// Which regions would be best: asks, computes in the background, ranks, and shows what each further region is worth. A
/// row that is activated is deployed.
class SweepPanel : public QWidget {
    Q_OBJECT

public:
    explicit SweepPanel(Workspace &workspace, QWidget *parent = nullptr);

    bool busy() const { return job_.busy(); }

private:
    QWidget *makeQuestion();
    void makeTable();
    void limitChoice();
    std::vector<RegionId> candidates() const;
    SweepQuestion question() const;
    void forget();
    void compute();
    void take(const std::shared_ptr<const Operator> &op, const SweepQuestion &question, Sweep ranked);
    void computeSizes(const std::shared_ptr<const Operator> &op, const SweepQuestion &question, Deployment best);
    void deploy(const QModelIndex &row);
    void showBusy(bool busy);

    Workspace &workspace_;
    QComboBox *choose_;
    QComboBox *from_;
    QComboBox *objective_;
    QPushButton *button_;
    QProgressBar *progress_;
    QLabel *state_;
    qml::DeploymentModel *model_;
    QTableView *table_;
    CostChart *chart_;
    std::shared_ptr<const Operator> of_; ///< whose deployments are listed
    Job job_;
};

} // namespace catchment::app
