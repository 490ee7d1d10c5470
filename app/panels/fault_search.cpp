// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/fault_search.h"

#include "app/edits/edit.h"
#include "world/spelling.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace catchment::app {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::app::FaultSearch", text); }

QString text(const std::string &words) { return QString::fromStdString(words); }

bool contains_all(const std::string &folded_text, const std::vector<std::string> &words) {
    return std::ranges::all_of(words,
                               [&](const std::string &word) { return folded_text.find(word) != std::string::npos; });
}

/// Keeps a fault, or only counts it where there are enough.
void keep(FaultSearch::Found &out, std::size_t first, std::size_t limit, Event fault) {
    if (out.faults.size() - first < limit) {
        out.faults.push_back(std::move(fault));
    } else {
        ++out.more;
    }
}

Event failing(Event::What what, std::string name) { return {Event::Kind::Fail, what, std::move(name), {}, {}}; }

constexpr std::array all_kinds = {Event::What::Region, Event::What::Exchange, Event::What::Cable, Event::What::Network,
                                  Event::What::Link};

} // namespace

FaultSearch::FaultSearch(std::shared_ptr<const NetworkSearch> networks, std::shared_ptr<const Operator> op)
    : networks_(std::move(networks)), op_(std::move(op)) {
    for (const Region &region : op_->regions) {
        regions_.push_back(folded(region.code + ' ' + region.name + ' ' + world().city(region.city).country));
    }
    for (const Exchange &exchange : world().exchanges) {
        exchanges_.push_back(folded(exchange.id + ' ' + exchange.name + ' ' + world().city(exchange.city).name));
    }
    std::map<std::string, Cable> cables;
    for (const FibreSegment &segment : world().fibre) {
        Cable &cable = cables[segment.name];
        cable.submarine = cable.submarine || segment.kind == FibreKind::Submarine;
        ++cable.segments;
    }
    for (auto &[name, cable] : cables) {
        cable.name = name;
        cable.folded_name = folded(name);
        cables_.push_back(std::move(cable));
    }
    std::set<NetworkId> neighbours;
    for (const Session &session : op_->sessions) {
        neighbours.insert(session.neighbour);
    }
    neighbours_.assign(neighbours.begin(), neighbours.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order; // by the neighbours of the lesser side, most first
    order.reserve(world().links.size());
    for (const Link &link : world().links) {
        const std::uint32_t least = std::min(networks_->neighbours(link.a), networks_->neighbours(link.b));
        order.emplace_back(~least, static_cast<std::uint32_t>(order.size()));
    }
    std::ranges::sort(order);
    links_.reserve(order.size());
    for (const auto &[least, i] : order) {
        links_.emplace_back(world().links[i].a, world().links[i].b);
    }
}

FaultSearch::Found FaultSearch::find(std::string_view text, std::optional<Event::What> what, std::size_t limit) const {
    // A link is written with a hyphen or a dash between its networks.
    std::string spaced(text);
    for (std::size_t at = spaced.find("–"); at != std::string::npos; at = spaced.find("–")) {
        spaced.replace(at, std::string_view("–").size(), " ");
    }
    const Words words = search_words(spaced);
    Found out;
    for (const Event::What kind : all_kinds) {
        if (what && *what != kind) {
            continue;
        }
        const std::size_t most = what ? limit : limit / all_kinds.size();
        switch (kind) {
        case Event::What::Region:
            addRegions(words, most, out);
            break;
        case Event::What::Exchange:
            addExchanges(words, most, out);
            break;
        case Event::What::Cable:
            addCables(words, most, out);
            break;
        case Event::What::Network:
            addNetworks(words, most, out);
            break;
        case Event::What::Link:
            addLinks(words, most, out);
            break;
        }
    }
    return out;
}

void FaultSearch::addRegions(const Words &words, std::size_t limit, Found &out) const {
    const std::size_t first = out.faults.size();
    for (std::size_t r = 0; r < regions_.size(); ++r) {
        if (contains_all(regions_[r], words)) {
            keep(out, first, limit, failing(Event::What::Region, op_->regions[r].code));
        }
    }
}

void FaultSearch::addExchanges(const Words &words, std::size_t limit, Found &out) const {
    const std::size_t first = out.faults.size();
    for (std::size_t x = 0; x < exchanges_.size(); ++x) {
        if (contains_all(exchanges_[x], words)) {
            keep(out, first, limit, failing(Event::What::Exchange, world().exchanges[x].id));
        }
    }
}

void FaultSearch::addCables(const Words &words, std::size_t limit, Found &out) const {
    const std::size_t first = out.faults.size();
    for (const bool submarine : {true, false}) {
        for (const Cable &cable : cables_) {
            if (cable.submarine == submarine && contains_all(cable.folded_name, words)) {
                keep(out, first, limit, failing(Event::What::Cable, cable.name));
            }
        }
    }
}

void FaultSearch::addNetworks(const Words &words, std::size_t limit, Found &out) const {
    const std::size_t first = out.faults.size();
    for (const NetworkId network : networks_->by_size()) {
        if (std::ranges::all_of(words, [&](const std::string &w) { return networks_->answers(network, w); })) {
            keep(out, first, limit, {Event::Kind::Fail, Event::What::Network, {}, world().network(network).asn, {}});
        }
    }
}

void FaultSearch::addLinks(const Words &with_hyphens, std::size_t limit, Found &out) const {
    Words words;
    for (const std::string &word : with_hyphens) {
        // `1299-3356` is two words here, `at-t` is not.
        const std::size_t hyphen = word.find('-');
        const bool pair = hyphen != std::string::npos && word.find_first_not_of("0123456789-as") == std::string::npos;
        for (const std::string &part :
             pair ? search_words(word.substr(0, hyphen) + ' ' + word.substr(hyphen + 1)) : Words{word}) {
            words.push_back(part);
        }
    }
    std::vector<std::vector<bool>> answering; // per word: which networks
    for (const std::string &word : words) {
        answering.push_back(networks_->answering(word));
    }
    const std::size_t first = out.faults.size();
    const std::string own = folded(op_->name) + ' ' + std::to_string(op_->asn.value);
    for (const NetworkId neighbour : neighbours_) {
        bool all = true;
        for (std::size_t w = 0; w < words.size(); ++w) {
            all = all && (answering[w][neighbour.index()] || own.find(words[w]) != std::string::npos);
        }
        if (all) {
            keep(out, first, limit,
                 {Event::Kind::Fail, Event::What::Link, {}, op_->asn, world().network(neighbour).asn});
        }
    }
    for (std::size_t i = 0; i < links_.size(); ++i) {
        const auto [a, b] = links_[i];
        if (words.empty() && out.faults.size() - first == limit) { // all of them answer
            out.more += links_.size() - i;
            break;
        }
        const bool all =
            std::ranges::all_of(answering, [&](const std::vector<bool> &of) { return of[a.index()] || of[b.index()]; });
        if (all) {
            keep(out, first, limit,
                 {Event::Kind::Fail, Event::What::Link, {}, world().network(a).asn, world().network(b).asn});
        }
    }
}

bool FaultSearch::answers(const Event &fault, std::string_view text) const {
    const std::string own = folded((title(fault) + QLatin1Char(' ') + detail(fault)).toStdString());
    const Words words = search_words(text);
    return contains_all(own, words);
}

const FaultSearch::Cable *FaultSearch::cable(const std::string &name) const {
    const auto found = std::ranges::lower_bound(cables_, name, {}, &Cable::name);
    return found != cables_.end() && found->name == name ? &*found : nullptr;
}

QString FaultSearch::networkName(Asn asn) const {
    if (asn == op_->asn) {
        return text(op_->name);
    }
    const auto found = world().network_by_asn.find(asn);
    return found == world().network_by_asn.end() ? asText(asn) : text(world().network(found->second).name);
}

QString FaultSearch::title(const Event &fault) const {
    switch (fault.what) {
    case Event::What::Network:
        return networkName(fault.asn);
    case Event::What::Link:
        return QStringLiteral("%1 – %2").arg(networkName(fault.asn), networkName(fault.other));
    case Event::What::Exchange:
        if (const auto found = world().exchange_by_id.find(fault.name); found != world().exchange_by_id.end()) {
            return text(world().exchange(found->second).name);
        }
        break;
    case Event::What::Region:
        if (const auto found = find_region(*op_, fault.name)) {
            return QStringLiteral("%1  %2").arg(text(fault.name), text(op_->regions[found->index()].name));
        }
        break;
    case Event::What::Cable:
        break;
    }
    return text(fault.name);
}

QString FaultSearch::detail(const Event &fault) const {
    switch (fault.what) {
    case Event::What::Network:
        return tr("network · %1").arg(asText(fault.asn));
    case Event::What::Link:
        return tr("link · %1–%2").arg(asText(fault.asn), asText(fault.other));
    case Event::What::Exchange: {
        const auto found = world().exchange_by_id.find(fault.name);
        return found == world().exchange_by_id.end()
                   ? tr("exchange")
                   : tr("exchange · %1").arg(text(world().city(world().exchange(found->second).city).name));
    }
    case Event::What::Cable: {
        const Cable *const known = cable(fault.name);
        return known && known->submarine ? tr("submarine cable") : tr("fibre on land");
    }
    case Event::What::Region:
        break;
    }
    return tr("region");
}

} // namespace catchment::app
