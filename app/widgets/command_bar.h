// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace catchment::app {

class CommandLine;
class ScenarioDocument;
class Results;

/// The command line with the message under it that says what is wrong with the words. Enter carries them out.
class CommandBar : public QWidget {
    Q_OBJECT

public:
    CommandBar(ScenarioDocument &document, const Results &results, QWidget *parent = nullptr);

    /// Puts the cursor into the line with all of it selected.
    void edit();

private:
    void run();
    void showError(const QString &text, int column);
    void clearError();

    ScenarioDocument &document_;
    std::shared_ptr<const Operator> regions_of_; ///< whose regions the line completes
    CommandLine *line_;
    QLabel *error_;
};

} // namespace catchment::app
