// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/job.h"

#include <chrono>
#include <exception>
#include <utility>

namespace catchment::app {
namespace {

constexpr std::chrono::milliseconds between_reports{50};

} // namespace

Job::Job(QObject *parent) : QObject(parent), thread_([this](const std::stop_token &end) { loop(end); }) {}

Job::~Job() {
    thread_.request_stop();
    const std::scoped_lock lock(mutex_);
    running_.request_stop();
}

void Job::run(Work work) {
    {
        const std::scoped_lock lock(mutex_);
        ++generation_;
        asked_ = std::move(work);
        running_.request_stop();
    }
    wake_.notify_one();
    setBusy(true);
}

void Job::cancel() {
    {
        const std::scoped_lock lock(mutex_);
        ++generation_;
        asked_ = nullptr;
        running_.request_stop();
    }
    setBusy(false);
}

void Job::setBusy(bool busy) {
    if (std::exchange(busy_, busy) != busy) {
        emit busyChanged(busy);
    }
}

void Job::loop(const std::stop_token &end) {
    for (;;) {
        std::unique_lock lock(mutex_);
        if (!wake_.wait(lock, end, [this] { return asked_ != nullptr; }) || end.stop_requested()) {
            return;
        }
        const Work work = std::exchange(asked_, nullptr);
        const quint64 generation = generation_;
        running_ = std::stop_source();
        const std::stop_token stop = running_.get_token();
        lock.unlock();
        carryOut(work, generation, stop);
    }
}

void Job::carryOut(const Work &work, quint64 generation, const std::stop_token &stop) {
    auto next = std::chrono::steady_clock::now();
    const auto report = [&](std::size_t done, std::size_t total) { // by one thread at a time
        const auto now = std::chrono::steady_clock::now();
        if (now >= next) {
            next = now + between_reports;
            tell(generation, [this, done, total] { emit progressed(static_cast<int>(done), static_cast<int>(total)); });
        }
    };
    try {
        const auto deliver = work(stop, report);
        if (deliver) {
            tell(generation, [this, deliver] {
                setBusy(false);
                deliver();
            });
        }
    } catch (const std::exception &error) {
        const QString text = QString::fromUtf8(error.what());
        tell(generation, [this, text] {
            setBusy(false);
            emit failed(text);
        });
    }
}

void Job::tell(quint64 generation, std::function<void()> then) {
    QMetaObject::invokeMethod(
        this,
        [this, generation, then = std::move(then)] {
            if (generation == generation_) { // written on this thread alone
                then();
            }
        },
        Qt::QueuedConnection);
}

} // namespace catchment::app
