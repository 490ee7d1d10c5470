// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/progress_bar.h"

#include <algorithm>
#include <iostream>
#include <string>
#include <unistd.h>

namespace catchment::app {
namespace {

constexpr std::size_t width = 40;
constexpr std::chrono::milliseconds between{100};

} // namespace

ProgressBar::ProgressBar() : terminal_(isatty(STDERR_FILENO) == 1), next_(std::chrono::steady_clock::now() + between) {}

ProgressBar::~ProgressBar() {
    if (drawn_) {
        std::cerr << "\r\x1b[K" << std::flush; // ECMA-48: erases the line
    }
}

void ProgressBar::show(std::size_t done, std::size_t total) {
    const auto now = std::chrono::steady_clock::now();
    if (!terminal_ || now < next_ || total == 0) {
        return;
    }
    next_ = now + between;
    drawn_ = true;
    const std::size_t filled = width * std::min(done, total) / total;
    std::cerr << "\r[" << std::string(filled, '#') << std::string(width - filled, ' ') << "] " << done << " of "
              << total << "\x1b[K" << std::flush;
}

} // namespace catchment::app
