// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/job.h"
#include "study/playbook.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace catchment::app {

struct Workspace;
class PlaybookChart;

/// What prepending at each region, or withdrawing it, would do; computed in the background, applied by a click.
class PlaybookPanel : public QWidget {
    Q_OBJECT

public:
    explicit PlaybookPanel(Workspace &workspace, QWidget *parent = nullptr);

    bool busy() const { return job_.busy(); }
    /// None until it was computed.
    const std::shared_ptr<const Playbook> &playbook() const { return playbook_; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void compute();
    void take(Scenario scenario, std::shared_ptr<const Operator> op, Playbook playbook);
    void fillFigures();
    void chooseFigure();
    void showState();
    bool stale() const;

    Workspace &workspace_;
    QComboBox *figure_;
    QLabel *state_;
    QProgressBar *progress_;
    QPushButton *button_;
    PlaybookChart *chart_;
    Scenario of_; ///< what the playbook was computed for
    std::shared_ptr<const Playbook> playbook_;
    std::shared_ptr<const Operator> op_; ///< of the playbook
    QString failure_;
    Job job_;
};

} // namespace catchment::app
