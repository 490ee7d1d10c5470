// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/job.h"
#include "study/data_study.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QModelIndex;
class QPushButton;
class QTableView;

namespace catchment::maps {
struct CityTimes;
}

namespace catchment::qml {
class DataTableModel;
}

namespace catchment::app {

struct Workspace;
class DataChart;
class DataForm;

/// Where the data lives and what that means for the users: how long reads and writes take, what is stale, what failures
/// leave, and the best place for the primary. Follows the scenario while it is seen.
class DataPanel : public QWidget {
    Q_OBJECT

public:
    explicit DataPanel(Workspace &workspace, QWidget *parent = nullptr);

    bool busy() const { return job_.busy(); }

signals:
    /// The map is to be coloured by how long each city's writes take, or by regions again (none).
    void mapTimesWanted(const std::shared_ptr<const catchment::maps::CityTimes> &times, const QString &title);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Answer {
        std::shared_ptr<const DataStudy> study;
        std::vector<PrimaryPlace> places;
    };

    QWidget *makeQuestion();
    void makeTable();
    void outdate();
    void compute();
    void take(Answer answer);
    void arrange();
    void look();
    void colourMap();
    void choose(const QModelIndex &row, bool activated);

    Workspace &workspace_;
    DataForm *form_;
    QComboBox *view_;
    QPushButton *on_map_;
    DataChart *chart_;
    qml::DataTableModel *model_;
    QTableView *table_;
    QLabel *state_;
    Answer answer_;
    bool outdated_ = true; ///< the results have changed since it was computed
    Job job_;
};

} // namespace catchment::app
