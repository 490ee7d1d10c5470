// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <stop_token>
#include <thread>

namespace catchment::app {

/// Runs one piece of work at a time in a thread of its own. A newer one takes the place of the older, which is asked to
/// stop and whose answer is dropped.
class LatestJob : public QObject {
    Q_OBJECT

public:
    /// What is done with an answer, on the thread that this object lives in.
    using Answer = std::function<void()>;
    /// Gives an empty answer where it was stopped.
    using Work = std::function<Answer(const std::stop_token &)>;

    using QObject::QObject;

    void start(Work work);

    /// Drops the answer of what runs.
    void drop();

private:
    quint64 generation_ = 0;
    std::jthread thread_; ///< last, so that it ends before what it uses
};

} // namespace catchment::app
