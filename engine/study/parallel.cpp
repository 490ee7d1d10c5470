// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace catchment {

bool in_parallel(std::size_t count, const std::function<ItemWork()> &make_worker, const std::stop_token &stop,
                 const std::function<void()> &after_each) {
    const std::size_t threads = std::min<std::size_t>(std::max(1u, std::thread::hardware_concurrency()), count);
    std::atomic<std::size_t> next = 0;
    std::mutex one_at_a_time;
    std::exception_ptr failure;
    const auto run = [&](const ItemWork &work) {
        try {
            for (std::size_t item = next++; item < count && !stop.stop_requested(); item = next++) {
                work(item);
                if (after_each) {
                    const std::scoped_lock lock(one_at_a_time);
                    after_each();
                }
            }
        } catch (...) {
            const std::scoped_lock lock(one_at_a_time);
            failure = failure ? failure : std::current_exception();
            next = count;
        }
    };
    {
        std::vector<ItemWork> workers;
        for (std::size_t i = 0; i < threads; ++i) {
            workers.push_back(make_worker());
        }
        std::vector<std::jthread> others; // the caller's thread is one of them
        for (std::size_t i = 1; i < threads; ++i) {
            others.emplace_back([&run, &work = workers[i]] { run(work); });
        }
        if (threads > 0) {
            run(workers.front());
        }
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
    return !stop.stop_requested();
}

} // namespace catchment
