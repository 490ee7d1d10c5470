// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/scenario_edits.h"
#include "app/files/saved_work.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <filesystem>
#include <memory>

namespace catchment::app {

/// The scenario that is open: what it says, how it came to say that, and the file it lives in.
///
/// Every change is an Edit on the undo stack. Files are read and written whole: one that cannot be read leaves the
/// open work as it is, and one that cannot be written is left as it was. Does not solve anything.
class ScenarioDocument : public QObject {
    Q_OBJECT

public:
    static constexpr int largest_file = 16 << 20; ///< bytes; whatever is larger is something else

    explicit ScenarioDocument(QObject *parent = nullptr);
    ~ScenarioDocument() override;

    const Scenario &scenario() const { return scenario_; }

    /// Who announces: the scenario's own operator, else the world's; none before the world is there.
    const std::shared_ptr<const Operator> &op() const { return op_; }

    /// The scenario as it was before the last edit that is in force; none before the first.
    const Scenario *before() const;

    QUndoStack &undoStack() { return stack_; }

    /// Makes an edit; one that changes nothing is not made.
    void apply(Edit edit);

    /// Starts anew with this scenario, without a file and with nothing to undo.
    void start(Scenario scenario);

    /// Names in files are checked against this world as soon as it is there; `folder` is where its tables are.
    void setWorld(std::shared_ptr<const World> world, std::filesystem::path folder = {});

    /// Opens a scenario file in place of the open work. On failure emits `failed` and changes nothing.
    bool open(const QString &file);

    /// Takes over what the file says now, as an edit that can be undone. On failure emits `failed`.
    bool readAgain();

    /// Writes the scenario to `file` and makes it this document's. On failure emits `failed`.
    bool save(const QString &file);

    /// All of the work with its history, to be kept for after a crash.
    SavedWork work() const;

    /// Puts kept work in place of the open one, with its history. On failure emits `failed` and changes nothing.
    bool restore(const SavedWork &work);

    /// Absolute path of the folder of the world's tables; empty where it is not known.
    QString worldFolder() const;

    /// The file's path; empty where there is none yet.
    QString file() const { return file_; }

    /// For the window's title: the file's name, else that of the app.
    QString title() const;

    bool isModified() const { return !stack_.isClean(); }

signals:
    void scenarioChanged();
    /// The file's name, the title, or whether there is unsaved work has changed.
    void fileChanged();
    /// A file was opened or written.
    void fileUsed(const QString &file);
    /// A file could not be read or written; the text says where and what was expected.
    void failed(const QString &text);

private:
    friend class ScenarioCommand;
    /// For commands alone; the stack tells the others.
    void show(Scenario scenario);

    void findOperator();
    Scenario read(const QString &file) const;
    void checkWorld(const Scenario &scenario, const std::filesystem::path &file) const;

    std::shared_ptr<const World> world_;
    std::shared_ptr<const Operator> op_;
    std::filesystem::path folder_;
    Scenario scenario_;
    QUndoStack stack_;
    QString file_;
};

} // namespace catchment::app
