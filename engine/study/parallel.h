// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

/// The same work on many items, on all cores.
namespace catchment {

/// How far a long computation has come: `done` of `total` steps. `total` may grow. Called by one thread at a time, but
/// by any.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// Work on one item, by its index.
using ItemWork = std::function<void(std::size_t item)>;

/// Calls the work for every item from 0 to `count` - 1, each once, in no particular order. `make_worker` makes one for
/// each thread, so that each can keep its own tools; it is called by the caller's thread. False where `stop` was
/// requested before all was done. Rethrows what a worker throws, and then leaves the rest undone.
bool in_parallel(std::size_t count, const std::function<ItemWork()> &make_worker, const std::stop_token &stop = {},
                 const std::function<void()> &after_each = {});

} // namespace catchment
