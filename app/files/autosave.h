// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/saved_work.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace catchment::app {

class ScenarioDocument;

/// Keeps a document's unsaved work in a session file: soon after every edit, whole, and in a thread of its own. There
/// is no session file while nothing is unsaved, nor after this object's end.
class Autosave : public QObject {
    Q_OBJECT

public:
    static constexpr int delay_ms = 400;   ///< from an edit to its being kept, at most, besides the writing
    static constexpr int most_edits = 200; ///< of the history

    /// `document` must live longer. `session`: the file; empty: keeps nothing.
    Autosave(ScenarioDocument &document, QString session, QObject *parent = nullptr);
    ~Autosave() override;

    /// Keeps what there is now. Returns when that is on the disk; false where it cannot be written.
    bool flush();

signals:
    /// Once until it succeeds again.
    void failed(const QString &text);

private:
    void order();
    void run(std::stop_token stop);
    void write(const std::optional<SavedWork> &work);
    void report(const QString &problem);

    ScenarioDocument &document_;
    const QString session_;
    QTimer delay_;
    bool failing_ = false;

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::condition_variable_any idle_;
    bool asked_ = false; ///< there is something to do: `work_`
    bool writing_ = false;
    bool written_ = true;           ///< the last one succeeded
    std::optional<SavedWork> work_; ///< none: remove the file
    std::jthread thread_;           ///< last: it uses the rest
};

} // namespace catchment::app
