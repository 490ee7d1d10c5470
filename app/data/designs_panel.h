// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/job.h"
#include "study/edge_study.h"

#include <QWidget>

#include <memory>

class QAbstractItemModel;
class QComboBox;
class QLabel;
class QModelIndex;
class QSortFilterProxyModel;
class QTableView;

namespace catchment::qml {
class TextTableModel;
}

namespace catchment::app {

struct Workspace;

/// The same app with only its regions announcing and with every edge: what that costs the users, city by city, and
/// whose connections a failure breaks. Follows the scenario while it is seen.
class DesignsPanel : public QWidget {
    Q_OBJECT

public:
    explicit DesignsPanel(Workspace &workspace, QWidget *parent = nullptr);

    bool busy() const { return job_.busy(); }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QTableView *makeTable(QAbstractItemModel *model, const QString &name, const QString &accessible);
    void follow();
    void look();
    void arrange();
    void take(std::shared_ptr<const EdgeStudy> study, const QString &words);
    void choose(const QModelIndex &row);

    Workspace &workspace_;
    QLabel *sentence_;
    QComboBox *view_;
    qml::TextTableModel *figures_;
    qml::TextTableModel *details_;
    QSortFilterProxyModel *sorted_;
    QTableView *figure_table_;
    QTableView *detail_table_;
    std::shared_ptr<const EdgeStudy> study_;
    std::shared_ptr<const Catchments> of_; ///< what the study is of
    Job job_;
};

} // namespace catchment::app
