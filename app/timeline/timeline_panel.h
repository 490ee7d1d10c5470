// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/topology.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace catchment {
struct Convergence;
}

namespace catchment::app {

struct Workspace;
class ElidedLabel;
class HappeningsModel;
class Track;

/// What follows an event: which event, the track with its keys, all that happens as a list, and the routes that the
/// selected city tried.
class TimelinePanel : public QWidget {
    Q_OBJECT

public:
    TimelinePanel(Workspace &workspace, QWidget *parent);

private:
    QWidget *makeQuestion();
    QBoxLayout *makeKeys();
    void makeList();
    void listEvents();
    void play();
    void playOrCancel();
    QString askForCity(const Convergence &c) const;
    void showState();
    void showTrack();
    void showList();
    void showTried();
    void say(const QString &text);
    std::vector<RouterId> routers() const;

    Workspace &workspace_;
    QComboBox *event_;
    QPushButton *start_;
    QPushButton *last_;
    QLabel *state_;
    QPushButton *close_;
    QToolButton *play_;
    QToolButton *back_;
    QToolButton *step_;
    QToolButton *city_;
    QToolButton *phase_;
    QComboBox *scale_;
    QComboBox *speed_;
    Track *track_;
    QCheckBox *only_;
    ElidedLabel *tried_;
    HappeningsModel *model_;
    QTableView *list_;
    bool has_last_ = false;  ///< the last change can be played
    bool following_ = false; ///< the list goes with the playhead
};

} // namespace catchment::app
