// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/interruption.h"

#include <csignal>

namespace catchment::app {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void note(int) { interrupted = 1; }

} // namespace

Interruption::Interruption() {
    interrupted = 0;
    std::signal(SIGINT, note);
    std::signal(SIGTERM, note);
}

Interruption::~Interruption() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

void Interruption::poll() {
    if (interrupted != 0) {
        stop_.request_stop();
    }
}

} // namespace catchment::app
