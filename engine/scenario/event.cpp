// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/event.h"

#include "scenario/scenario_error.h"
#include "world/spelling.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

namespace catchment {
namespace {

constexpr std::array<std::pair<std::string_view, Event::Kind>, 4> kinds = {{{"announce", Event::Kind::Announce},
                                                                            {"withdraw", Event::Kind::Withdraw},
                                                                            {"fail", Event::Kind::Fail},
                                                                            {"repair", Event::Kind::Repair}}};
constexpr std::array<std::pair<std::string_view, Event::What>, 5> things = {{{"region", Event::What::Region},
                                                                             {"network", Event::What::Network},
                                                                             {"link", Event::What::Link},
                                                                             {"exchange", Event::What::Exchange},
                                                                             {"cable", Event::What::Cable}}};
constexpr double latest_second = 1e9; ///< some thirty years

std::string quoted(std::string_view word) { return "'" + std::string(word) + "'"; }

[[noreturn]] void refuse(const std::string &problem, const std::string &expected) {
    throw EventError(in_one_line(problem + "; expected " + expected));
}

/// Cuts off the first word.
std::string_view take_word(std::string_view &words) {
    words = trimmed(words);
    const std::size_t end = std::min(words.find_first_of(" \t"), words.size());
    const std::string_view word = words.substr(0, end);
    words = trimmed(words.substr(end));
    return word;
}

template <class Table>
auto look_up(std::string_view word, const Table &table, const std::string &called) {
    const auto found = std::ranges::find_if(table, [&](const auto &entry) { return same_word(entry.first, word); });
    if (found == table.end()) {
        std::vector<std::string> words;
        words.reserve(table.size());
        for (const auto &[text, value] : table) {
            words.emplace_back(text);
        }
        refuse(word.empty() ? "no " + called : "unknown " + called + " " + quoted(word),
               joined_with_or(word.empty() ? words : closest_words(word, words, 2)));
    }
    return found->second;
}

class Reader {
public:
    Reader(const World &world, const Operator &op) : world_(world), op_(op) {}

    TimedEvent read(std::string_view words) const {
        TimedEvent timed;
        timed.at = take_time(words);
        Event &event = timed.event;
        event.kind = look_up(take_word(words), kinds, "event");
        if (event.kind == Event::Kind::Fail || event.kind == Event::Kind::Repair) {
            event.what = look_up(take_word(words), things, "thing to " + std::string(kinds[index(event.kind)].first));
        }
        switch (event.what) {
        case Event::What::Region:
            event.name = region(words);
            break;
        case Event::What::Network:
            event.asn = network(words);
            break;
        case Event::What::Link:
            link(words, event);
            break;
        case Event::What::Exchange:
            event.name = exchange(words);
            break;
        case Event::What::Cable:
            event.name = cable(words);
            break;
        }
        return timed;
    }

private:
    static std::size_t index(Event::Kind kind) { return static_cast<std::size_t>(kind); }

    static std::optional<Moment> take_time(std::string_view &words) {
        words = trimmed(words);
        const std::size_t at = words.rfind('@');
        if (at == std::string_view::npos || (at > 0 && words[at - 1] != ' ' && words[at - 1] != '\t')) {
            return std::nullopt;
        }
        const std::string_view text = trimmed(words.substr(at + 1));
        double seconds = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (error != std::errc() || end != text.data() + text.size() || !(seconds >= 0 && seconds <= latest_second)) {
            refuse("unknown time " + quoted(words.substr(at)), "'@' and seconds from the beginning, such as @30");
        }
        words = words.substr(0, at);
        return Moment(std::llround(seconds * 1e6));
    }

    std::string region(std::string_view words) const {
        const auto found = find_region(op_, trimmed(words));
        if (!found) {
            refuse(words.empty() ? "no region" : "unknown region " + quoted(words),
                   "a region code such as " + joined_with_or(closest_regions(op_, words, 3)));
        }
        return op_.regions[found->index()].code;
    }

    Asn network(std::string_view words, bool or_operator = false) const {
        std::string_view digits = words;
        if (digits.size() > 2 && same_word(digits.substr(0, 2), "as")) {
            digits.remove_prefix(2);
        }
        Asn asn;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), asn.value);
        const bool number = error == std::errc() && end == digits.data() + digits.size();
        const bool known = world_.network_by_asn.contains(asn) || (or_operator && asn == op_.asn);
        if (!number || !known) {
            std::vector<std::string> numbers;
            numbers.reserve(world_.networks.size());
            for (const Network &n : world_.networks) {
                numbers.push_back(std::to_string(n.asn.value));
            }
            refuse(words.empty() ? "no network" : "unknown network " + quoted(words),
                   "the AS number of a network of the world, such as " +
                       joined_with_or(closest_words(digits, numbers, 3)));
        }
        return asn;
    }

    void link(std::string_view words, Event &event) const {
        const std::size_t dash = words.find('-');
        if (dash == std::string_view::npos) {
            refuse(words.empty() ? "no link" : "unknown link " + quoted(words),
                   "two AS numbers with '-' between, such as 1299-3356");
        }
        event.asn = network(trimmed(words.substr(0, dash)), true);
        event.other = network(trimmed(words.substr(dash + 1)), event.asn != op_.asn);
        std::set<Asn> linked; // with the first
        for (const Link &l : world_.links) {
            const Asn a = world_.network(l.a).asn;
            const Asn b = world_.network(l.b).asn;
            if (a == event.asn || b == event.asn) {
                linked.insert(a == event.asn ? b : a);
            }
        }
        const bool with_operator = event.asn == op_.asn || event.other == op_.asn; // sessions may be added to it
        if (!with_operator && !linked.contains(event.other)) {
            std::vector<std::string> numbers;
            for (const Asn asn : linked) {
                numbers.push_back(std::to_string(asn.value));
            }
            const std::string number = std::to_string(event.asn.value);
            refuse("AS" + number + " and AS" + std::to_string(event.other.value) + " are not linked",
                   numbers.empty() ? "two networks that are"
                                   : "a neighbour of AS" + number + ", such as " +
                                         joined_with_or(closest_words(std::to_string(event.other.value), numbers, 3)));
        }
    }

    std::string exchange(std::string_view words) const {
        std::vector<std::string> ids;
        for (const Exchange &x : world_.exchanges) {
            ids.push_back(x.id);
        }
        return one_of(words, ids, "exchange");
    }

    std::string cable(std::string_view words) const {
        std::set<std::string> names;
        for (const FibreSegment &segment : world_.fibre) {
            names.insert(segment.name);
        }
        return one_of(words, {names.begin(), names.end()}, "cable");
    }

    static std::string one_of(std::string_view word, const std::vector<std::string> &known, const std::string &called) {
        auto found = std::ranges::find(known, word);
        if (found == known.end()) {
            found = std::ranges::find_if(known, [&](const std::string &name) { return same_word(name, word); });
        }
        if (found == known.end()) {
            refuse(word.empty() ? "no " + called : "unknown " + called + " " + quoted(word),
                   known.empty()  ? "a world that has one"
                   : word.empty() ? "one such as " + joined_with_or(std::span(known).first(1))
                                  : joined_with_or(closest_words(word, known, 3)));
        }
        return *found;
    }

    const World &world_;
    const Operator &op_;
};

/// Puts `item` into `list` or takes it out.
template <class T>
void set_listed(std::vector<T> &list, const T &item, bool listed) {
    const bool there = std::ranges::find(list, item) != list.end();
    if (listed && !there) {
        list.push_back(item);
    } else if (!listed && there) {
        std::erase(list, item);
    }
}

} // namespace

TimedEvent parse_event(std::string_view words, const World &world, const Operator &op) {
    return Reader(world, op).read(words);
}

TimedEvent parse_event(std::string_view words, const World &world) {
    return parse_event(words, world, world.own_operator);
}

std::string to_string(const Event &event) {
    std::string out(kinds[static_cast<std::size_t>(event.kind)].first);
    if (event.kind == Event::Kind::Fail || event.kind == Event::Kind::Repair) {
        out += ' ';
        out += things[static_cast<std::size_t>(event.what)].first;
    }
    out += ' ';
    switch (event.what) {
    case Event::What::Network:
        return out + std::to_string(event.asn.value);
    case Event::What::Link:
        return out + std::to_string(event.asn.value) + '-' + std::to_string(event.other.value);
    default:
        return out + event.name;
    }
}

Scenario apply(const Event &event, Scenario scenario) {
    if (event.kind == Event::Kind::Announce || event.kind == Event::Kind::Withdraw) {
        if (scenario.announce == Announce::Everywhere) {
            const bool withdraws = event.kind == Event::Kind::Withdraw;
            throw ScenarioError(event.name, "'" + to_string(event) + "' where every edge announces, deployed or not",
                                std::string(withdraws ? "'fail" : "'repair") + " region " + event.name +
                                    "', or \"announce\": \"deployed\"");
        }
        set_listed(scenario.regions, event.name, event.kind == Event::Kind::Announce);
        return scenario;
    }
    Faults &faults = scenario.faults;
    const bool broken = event.kind == Event::Kind::Fail;
    switch (event.what) {
    case Event::What::Region:
        set_listed(faults.regions, event.name, broken);
        break;
    case Event::What::Network:
        set_listed(faults.networks, event.asn, broken);
        break;
    case Event::What::Link:
        set_listed(faults.links, std::pair(event.other, event.asn), false);
        set_listed(faults.links, std::pair(event.asn, event.other), broken);
        break;
    case Event::What::Exchange:
        set_listed(faults.exchanges, event.name, broken);
        break;
    case Event::What::Cable:
        set_listed(faults.cables, event.name, broken);
        break;
    }
    return scenario;
}

} // namespace catchment
