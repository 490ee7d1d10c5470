// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/single_change.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace catchment::app {

struct Workspace;
class Job;

/// "What would bring this city to …?": tries single changes in the background and offers those that work, the least
/// upsetting first. Choosing one is an edit. Another city or scenario makes the answer void, so it goes.
class WishPanel : public QWidget {
    Q_OBJECT

public:
    explicit WishPanel(Workspace &workspace, QWidget *parent = nullptr);

private:
    void makeList();
    void follow();
    void fillRegions();
    void askOrCancel();
    void show(const SingleChanges &changes);
    void apply(int row);
    void forget();
    /// `Tokyo`, or `Tokyo’s users of KDDI`.
    QString who() const;

    Workspace &workspace_;
    Job *job_;
    QLabel *question_;
    QComboBox *region_;
    QPushButton *ask_;
    QProgressBar *progress_;
    QLabel *answer_;
    QStandardItemModel *model_;
    QTreeView *list_;
    std::vector<SingleChange> changes_;
};

} // namespace catchment::app
