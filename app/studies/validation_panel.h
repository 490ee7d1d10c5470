// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/job.h"
#include "study/validation_sweep.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace catchment::app {

struct Workspace;
class ValidationChart;

/// How many networks would have to validate origins for the scenario's hijack to fail. Follows the scenario while it is
/// seen; which of its networks validate only moves the dot.
class ValidationPanel : public QWidget {
    Q_OBJECT

public:
    explicit ValidationPanel(Workspace &workspace, QWidget *parent = nullptr);

    bool busy() const { return job_.busy(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void follow();
    void forget();
    void compute(Scenario scenario);
    void tell(const ValidationSweep &sweep);

    Workspace &workspace_;
    ValidationChart *chart_;
    QLabel *sentence_;
    QProgressBar *progress_;
    std::optional<Scenario> asked_; ///< what is shown, or computed: without validators and view
    Job job_;
};

} // namespace catchment::app
