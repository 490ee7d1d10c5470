// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latest_job.h"

#include <QMetaObject>

namespace catchment::app {

void LatestJob::start(Work work) {
    drop();
    // Assigning waits until the older one has stopped.
    thread_ = std::jthread([this, generation = generation_, work = std::move(work)](const std::stop_token &stop) {
        if (Answer answer = work(stop)) {
            QMetaObject::invokeMethod(
                this,
                [this, generation, answer = std::move(answer)] {
                    if (generation == generation_) {
                        answer();
                    }
                },
                Qt::QueuedConnection);
        }
    });
}

void LatestJob::drop() {
    ++generation_;
    thread_.request_stop();
}

} // namespace catchment::app
