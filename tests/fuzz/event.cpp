// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/event.h"

#include "fuzz.h"
#include "io/world_reader.h"

using namespace catchment;

/// The words of an event: what is said of it is read as the same, and a scenario takes it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const auto world = read_world(CATCHMENT_FUZZ_WORLD);
    try {
        const Event event = parse_event(fuzz::text(data, size), *world).event;
        fuzz::require(parse_event(to_string(event), *world).event == event, "what is said of an event is another one");
        apply(event, {});
    } catch (const EventError &error) {
        fuzz::require_one_line(error.what());
    }
    return 0;
}
