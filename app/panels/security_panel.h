// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;

namespace catchment::app {

struct Workspace;
class HijackEditor;
class Job;
class NetworkSearch;
class ValidationEditor;

/// Who hijacks the operator's prefix, who believes it, and what that costs.
class SecurityPanel : public QWidget {
    Q_OBJECT

public:
    explicit SecurityPanel(Workspace &workspace, QWidget *parent = nullptr);

    void setSearch(std::shared_ptr<const NetworkSearch> search);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeRoas();
    void followScenario();
    void showResult();
    void findLosses();

    Workspace &workspace_;
    HijackEditor *hijack_;
    ValidationEditor *validation_;
    QComboBox *roas_;
    QLabel *captured_;
    QLabel *losses_;
    Job *job_;                                   ///< solves without the hijack
    std::shared_ptr<const Catchments> compared_; ///< the results whose losses are shown, or looked for
};

} // namespace catchment::app
