// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/scenario_edits.h"

#include <QDateTime>
#include <QString>

#include <string>
#include <vector>

namespace catchment::app {

/// A document's work with its history, as it is kept for after a crash.
struct SavedWork {
    QDateTime when;          ///< it was kept
    QString file;            ///< that it was opened from or saved to last; empty: none yet
    QString world;           ///< absolute path of the folder of its world's tables; empty: not known
    Scenario start;          ///< before the first edit
    std::vector<Edit> edits; ///< in the order in which they were made, undone ones included
    int index = 0;           ///< how many edits are in force, 0…edits.size()
    int clean = 0;           ///< with how many in force it equals its file; -1: with none

    const Scenario &scenario() const;
    /// The file's name, else the app's.
    QString title() const;
};

/// Drops the oldest edits that are beyond `most`, but none that would have to be undone to get to `index`.
void shorten(SavedWork &work, int most);

/// As JSON text (`"format": "catchment-session"`, version 1), scenarios as in their files.
std::string writeSavedWork(const SavedWork &work);

/// What writeSavedWork wrote; `name` stands for the file in messages. Throws InputError.
SavedWork parseSavedWork(const std::string &text, const std::string &name);

} // namespace catchment::app
