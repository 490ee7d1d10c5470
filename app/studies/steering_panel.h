// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/job.h"
#include "scenario/event.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QModelIndex;
class QPushButton;
class QTableView;

namespace catchment::qml {
class SteeringCityModel;
class SteeringTotalsModel;
} // namespace catchment::qml

namespace catchment::app {

struct Workspace;
class DnsForm;

/// Anycast and DNS over the same regions: what each gets wrong, now or after a region fails, and which cities suffer
/// most; a row that is chosen is selected on the map. Follows the scenario while it is seen.
class SteeringPanel : public QWidget {
    Q_OBJECT

public:
    explicit SteeringPanel(Workspace &workspace, QWidget *parent = nullptr);

    bool busy() const { return job_.busy(); }

signals:
    /// Anycast is pinned as A, and the scenario is steered by DNS: both maps are wanted.
    void sideBySideWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeQuestion();
    void makeTables();
    void listEvents();
    std::optional<Event> event() const;
    void outdate();
    void compute();
    void arrange();
    void showBoth();

    Workspace &workspace_;
    DnsForm *dns_;
    QComboBox *event_;
    QComboBox *table_; ///< which of the two is seen where there is no room for both
    QPushButton *both_;
    qml::SteeringTotalsModel *totals_;
    qml::SteeringCityModel *cities_;
    QTableView *totals_table_;
    QTableView *city_table_;
    QLabel *state_;
    bool outdated_ = true; ///< the results have changed since it was computed
    Job job_;
};

} // namespace catchment::app
