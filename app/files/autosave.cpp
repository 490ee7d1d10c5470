// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/autosave.h"

#include "app/files/scenario_document.h"
#include "io/files.h"

#include <exception>
#include <filesystem>
#include <system_error>
#include <utility>

namespace catchment::app {

Autosave::Autosave(ScenarioDocument &document, QString session, QObject *parent)
    : QObject(parent), document_(document), session_(std::move(session)),
      thread_([this](std::stop_token stop) { run(std::move(stop)); }) {
    delay_.setSingleShot(true);
    delay_.setInterval(delay_ms);
    connect(&delay_, &QTimer::timeout, this, &Autosave::order);
    // Not begun anew by each edit: whoever edits without a pause is to lose no more than others.
    const auto soon = [this] {
        if (!delay_.isActive()) {
            delay_.start();
        }
    };
    connect(&document, &ScenarioDocument::scenarioChanged, this, soon);
    connect(&document, &ScenarioDocument::fileChanged, this, soon);
}

Autosave::~Autosave() {
    thread_.request_stop();
    thread_.join();
    write({});
}

void Autosave::order() {
    delay_.stop();
    std::optional<SavedWork> work;
    if (document_.isModified()) {
        work = document_.work();
        work->when = QDateTime::currentDateTimeUtc();
        shorten(*work, most_edits);
    }
    {
        const std::scoped_lock lock(mutex_);
        work_ = std::move(work);
        asked_ = true;
    }
    wake_.notify_one();
}

bool Autosave::flush() {
    order();
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return !asked_ && !writing_; });
    return written_;
}

void Autosave::run(std::stop_token stop) {
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return asked_; })) {
        const std::optional<SavedWork> work = std::exchange(work_, {});
        asked_ = false;
        writing_ = true;
        lock.unlock();
        QString problem;
        try {
            write(work);
        } catch (const std::exception &error) {
            problem = QString::fromUtf8(error.what());
        }
        lock.lock();
        writing_ = false;
        written_ = problem.isEmpty();
        idle_.notify_all();
        QMetaObject::invokeMethod(
            this, [this, problem] { report(problem); }, Qt::QueuedConnection);
    }
}

void Autosave::write(const std::optional<SavedWork> &work) {
    if (session_.isEmpty()) {
        return;
    }
    if (work) {
        write_file(session_.toStdString(), writeSavedWork(*work));
    } else {
        std::error_code ignored; // it may not be there
        std::filesystem::remove(session_.toStdString(), ignored);
    }
}

void Autosave::report(const QString &problem) {
    const bool failed_before = std::exchange(failing_, !problem.isEmpty());
    if (failing_ && !failed_before) {
        emit failed(tr("This work cannot be kept for after a crash, so save it yourself: %1").arg(problem));
    }
}

} // namespace catchment::app
