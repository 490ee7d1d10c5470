// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/path_table.h"
#include "scenario/event.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

namespace catchment {

/// A route as a message carries it; without a path it is a withdrawal.
struct CarriedRoute {
    PathId path = PathTable::none;
    std::uint32_t med = 0;
    std::uint8_t origin = 0; ///< 0 IGP, 1 EGP, 2 INCOMPLETE
    bool no_export = false;
    explicit operator bool() const { return path != PathTable::none; }
    friend bool operator==(const CarriedRoute &, const CarriedRoute &) = default;
};

/// What a router has to do at some time: take a message, or send what an advertisement interval held back.
struct Due {
    enum class Kind : std::uint8_t { External, Internal, Interval, IntervalInside };
    Moment at;
    std::uint32_t sender = 0;
    std::uint32_t receiver = 0;
    std::uint32_t number = 0; ///< in the order in which they were made
    std::uint32_t end = 0;    ///< a message: the receiving network's end; an interval: the sender's
    CarriedRoute route;
    Kind kind = Kind::External;

    auto order() const { return std::tuple(at, sender, receiver, number); }
};

/// What is due, earliest first; at the same time in the order of (sender, receiver).
class EventQueue {
public:
    bool empty() const { return heap_.empty(); }
    const Due &next() const { return heap_.front(); }
    const std::vector<Due> &all() const { return heap_; } ///< in no order

    void push(Due due) {
        due.number = made_++;
        heap_.push_back(due);
        std::ranges::push_heap(heap_, later);
    }

    Due pop() {
        std::ranges::pop_heap(heap_, later);
        const Due due = heap_.back();
        heap_.pop_back();
        return due;
    }

    /// Takes out what `gone(due)` says.
    template <class Predicate>
    void erase_if(Predicate gone) {
        std::erase_if(heap_, gone);
        std::ranges::make_heap(heap_, later);
    }

private:
    static bool later(const Due &a, const Due &b) { return a.order() > b.order(); }

    std::vector<Due> heap_;
    std::uint32_t made_ = 0;
};

} // namespace catchment
