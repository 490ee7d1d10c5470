// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

namespace catchment::app {

class OfferBar;
class ScenarioDocument;

/// Notices when another program changes the file that is open, and offers to read it again. The open work stays as it
/// is until somebody takes the offer, and one undo brings it back then.
class FileWatch : public QObject {
    Q_OBJECT

public:
    /// Both must live longer; `bar` shows the offer.
    FileWatch(ScenarioDocument &document, OfferBar &bar, QObject *parent);

private:
    void follow();
    void watch();
    void compare();

    ScenarioDocument &document_;
    OfferBar &bar_;
    QFileSystemWatcher watcher_;
    QTimer settle_; ///< programs write in several strokes
    QString file_;
    QByteArray known_; ///< what the file said when it was last read, written or answered for
};

} // namespace catchment::app
