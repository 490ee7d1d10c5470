// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/parallel.h"

#include <QObject>
#include <QString>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace catchment::app {

/// Runs one function at a time in a thread of its own. A newer one cancels the older, and an answer that comes too late
/// is dropped. Everything is told on the thread that this object lives in.
class Job : public QObject {
    Q_OBJECT

public:
    explicit Job(QObject *parent = nullptr);
    ~Job() override;

    /// Runs `work`, and then `done` with its result, unless it is none (the work was stopped). `work` must not touch
    /// what the owner changes; it stops when it is told to, and reports progress as it likes.
    template <class Result>
    void start(std::function<std::optional<Result>(const std::stop_token &stop, const Progress &progress)> work,
               std::function<void(Result result)> done) {
        run([work = std::move(work), done = std::move(done)](const std::stop_token &stop, const Progress &progress) {
            auto result = std::make_shared<std::optional<Result>>(work(stop, progress));
            return *result ? std::function<void()>([result, done] { done(std::move(**result)); }) : nullptr;
        });
    }

    /// Stops the work; there will be no answer.
    void cancel();

    /// Is there work whose answer has not come yet?
    bool busy() const { return busy_; }

signals:
    /// It has begun, was cancelled, has failed or is done.
    void busyChanged(bool busy);
    /// How far the work has come; not for every step.
    void progressed(int done, int total);
    /// The work threw an exception; the text says what.
    void failed(const QString &text);

private:
    /// Work that returns what is to be done with its answer; nothing where it was stopped.
    using Work = std::function<std::function<void()>(const std::stop_token &, const Progress &)>;

    void run(Work work);
    void loop(const std::stop_token &end);
    void carryOut(const Work &work, quint64 generation, const std::stop_token &stop);
    void setBusy(bool busy);
    /// Calls `then` on the owner's thread, unless newer work has been given or this was cancelled.
    void tell(quint64 generation, std::function<void()> then);

    std::mutex mutex_; ///< guards the four below
    std::condition_variable_any wake_;
    Work asked_;
    std::stop_source running_;
    quint64 generation_ = 0; ///< of the last work

    bool busy_ = false;
    std::jthread thread_; ///< last, so that it ends before what it uses
};

} // namespace catchment::app
