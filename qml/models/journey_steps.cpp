// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/journey_steps.h"

#include "io/prefix.h"
#include "io/results.h"
#include "qml/models/edge_steps.h"
#include "qml/models/numbers.h"
#include "qml/models/region_model.h"
#include "study/lookup.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace catchment::qml {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::qml", text); }

QString text(const std::string &words) { return QString::fromStdString(words); }

QString pathText(const std::vector<Asn> &path) {
    QStringList numbers;
    for (const Asn asn : path) {
        numbers << QString::number(asn.value);
    }
    return numbers.join(QLatin1Char(' '));
}

/// `from Arelion, Cogent and 3 more`.
QString offeredBy(const QStringList &names) {
    constexpr int named = 3;
    if (names.size() <= named + 1) {
        return tr("from %1").arg(names.join(tr(", ")));
    }
    return tr("from %1 and %2 more").arg(names.mid(0, named).join(tr(", "))).arg(names.size() - named);
}

/// With a capital letter in front and a full stop behind.
QString sentence(QString words) {
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
        if (!words.endsWith(QLatin1Char('.'))) {
            words += QLatin1Char('.');
        }
    }
    return words;
}

/// Reads one journey into steps.
class Teller {
    Q_DECLARE_TR_FUNCTIONS(catchment::qml::Teller)

public:
    Teller(const Catchments &catchments, const Journey &journey)
        : catchments_(catchments), journey_(journey), topology_(*catchments.solution->topology) {}

    JourneyStep lookup() const;
    QString asking() const;
    QString answer() const;
    JourneyStep decision(int at) const;
    JourneyStep arrival() const;
    std::optional<JourneyStep> detour() const;

private:
    QString code(const std::optional<RegionId> &id) const {
        return id ? text(catchments_.op().regions[id->index()].code) : hijackerCode();
    }
    QString city(CityId id) const { return text(catchments_.world().city(id).name); }
    QString network(NetworkId id) const { return text(topology_.name_of(id)); }
    NetworkId neighbour(const CandidateRoute &route) const {
        return topology_.network_of(RouterId(topology_.end(route.session).neighbour));
    }
    JourneyRoute route(const Decision &decision, const CandidateRoute &candidate) const;
    std::vector<JourneyRoute> routes(const Decision &decision) const;
    QString handover(const Decision &decision, const Hop &hop) const;

    const Catchments &catchments_;
    const Journey &journey_;
    const Topology &topology_;
};

/// Who asks whom.
QString Teller::asking() const {
    const Lookup found = catchment::lookup(catchments_, journey_.city, journey_.outcome);
    const QString resolver =
        found.resolver ? text(resolver_name(catchments_.world(), found.resolver)) : network(found.network);
    const QString asks = tr("The user asks %1's resolver in %2.").arg(resolver, city(found.at));
    return asks + QLatin1Char(' ') +
           (found.authority ? tr("That asks the operator's name server in %1.").arg(code(found.authority))
                            : tr("It finds no way to a name server of the operator."));
}

/// Under DNS: who asks whom, what the answer is and why.
QString Teller::answer() const {
    const NetworkOutcome &outcome = journey_.outcome;
    if (!outcome.answered) {
        return asking() + QLatin1Char(' ') + tr("No region announces: there is no address to answer with.");
    }
    const Dns &dns = catchments_.solution->scenario->dns;
    const QString why = dns.client_subnet
                            ? tr("the region nearest to the user, whose network the resolver passes on (RFC 7871)")
                            : tr("the region nearest to the resolver; of the user, the name server knows nothing");
    return asking() + QLatin1Char(' ') +
           tr("The answer is the address of %1: %2. It is kept for %3 s.")
               .arg(code(outcome.answered), why)
               .arg(dns.ttl);
}

JourneyStep Teller::lookup() const {
    const Operator &op = catchments_.op();
    const quint32 address = op.prefix.address;
    const QString prefix = QStringLiteral("%1.%2.%3.%4/%5")
                               .arg(address >> 24)
                               .arg((address >> 16) & 255)
                               .arg((address >> 8) & 255)
                               .arg(address & 255)
                               .arg(op.prefix.length);
    JourneyStep step;
    step.kind = JourneyStep::Kind::Lookup;
    step.title = tr("The name is looked up");
    if (!catchments_.solution->by_region.empty()) {
        step.detail = answer();
        step.region = journey_.outcome.answered ? code(journey_.outcome.answered) : QString();
        return step;
    }
    step.detail = asking() + QLatin1Char(' ') +
                  tr("Every resolver gives the same address, in %1: anycast. The lookup chooses no region; "
                     "the routes do.")
                      .arg(prefix);
    return step;
}

QString Teller::handover(const Decision &decision, const Hop &hop) const {
    const QString next = network(topology_.network_of(hop.next));
    const CityId exit = topology_.city_of(hop.exit);
    const auto exchange = topology_.exchange_of(hop.session);
    const QString where =
        exchange ? tr("at %1").arg(text(catchments_.world().exchange(*exchange).name)) : tr("in %1").arg(city(exit));
    if (exit == decision.city) {
        return tr("handed to %1 %2").arg(next, where);
    }
    return tr("carried to %1, handed to %2 %3").arg(city(exit), next, exchange ? where : tr("there"));
}

JourneyRoute Teller::route(const Decision &decision, const CandidateRoute &candidate) const {
    JourneyRoute route;
    route.won = !candidate.lost_at;
    route.region = code(candidate.region);
    route.path = pathText(candidate.path);
    if (route.won) {
        route.verdict = decision.decided_at == Step::OnlyOne ? tr("The only route on offer.")
                                                             : tr("Won by %1.").arg(stepPhrase(decision.decided_at));
    } else {
        route.verdict = sentence(text(loss_in_words(catchments_.routes(journey_.outcome), decision, candidate)));
    }
    return route;
}

JourneyStep Teller::decision(int at) const {
    const Decision &decision = journey_.decisions[at];
    JourneyStep step;
    step.kind = JourneyStep::Kind::Decision;
    step.decision = at;
    step.title = tr("%1 in %2").arg(network(decision.network), city(decision.city));
    const int count = static_cast<int>(decision.candidates.size());
    QStringList words;
    if (count > 1) {
        words << tr("%1 routes on offer; decided by %2").arg(count).arg(stepPhrase(decision.decided_at));
    } else {
        words << tr("One route on offer");
    }
    if (at < static_cast<int>(journey_.hops.size())) {
        words << handover(decision, journey_.hops[at]);
    }
    step.detail = words.join(QStringLiteral("; ")) + QLatin1Char('.');
    if (catchments_.routes(journey_.outcome).more_specific && count > 0) {
        step.detail = tr("The longest prefix with a route here is %1. ")
                          .arg(text(to_string(decision.candidates.front().prefix))) +
                      step.detail;
    }
    if (const QString ties = sentence(text(ties_in_words(catchments_, journey_.outcome, decision))); !ties.isEmpty()) {
        step.detail += QLatin1Char(' ') + ties;
    }
    step.routes = routes(decision);
    if (!decision.candidates.empty()) {
        step.region = code(decision.candidates.front().region);
    }
    return step;
}

std::vector<JourneyRoute> Teller::routes(const Decision &decision) const {
    std::vector<JourneyRoute> told;
    std::vector<QStringList> offered_by;
    for (const CandidateRoute &candidate : decision.candidates) {
        JourneyRoute one = route(decision, candidate);
        const QString from = network(neighbour(candidate));
        const auto same = std::ranges::find_if(told, [&](const JourneyRoute &other) {
            return !other.won && !one.won && other.region == one.region && other.verdict == one.verdict;
        });
        if (same == told.end()) {
            told.push_back(std::move(one));
            offered_by.push_back({from});
            continue;
        }
        ++same->places;
        QStringList &names = offered_by[same - told.begin()];
        if (!names.contains(from)) {
            names << from;
        }
    }
    for (std::size_t i = 0; i < told.size(); ++i) {
        told[i].title = offeredBy(offered_by[i]);
    }
    return told;
}

JourneyStep Teller::arrival() const {
    JourneyStep step;
    step.kind = JourneyStep::Kind::Arrival;
    if (journey_.outcome.captured) {
        const Network &hijacker = catchments_.world().network(catchments_.hijacker()->network);
        step.region = hijackerCode();
        step.title = tr("Captured by %1").arg(text(hijacker.name));
        step.detail = tr("The packets end at AS%1, which announces the app's address without a right to; AS path %2. "
                         "They reach no region.")
                          .arg(hijacker.asn.value)
                          .arg(pathText(journey_.path)) +
                      QLatin1Char(' ') + text(certainty_in_words(catchments_, journey_));
        return step;
    }
    if (!journey_.outcome.region) {
        step.title = tr("No region is reached");
        step.detail = tr("%1 in %2 has no route to the app's address.")
                          .arg(network(journey_.outcome.network), city(journey_.city));
        return step;
    }
    const Region &region = catchments_.op().regions[journey_.outcome.region->index()];
    step.region = text(region.code);
    const bool everywhere = catchments_.solution->scenario->announce == Announce::Everywhere;
    step.title = (everywhere ? tr("Arrival at the edge %1, %2") : tr("Arrival at %1, %2"))
                     .arg(text(region.code), text(region.name));
    step.detail = tr("%1 there and back, over %2 of fibre one way; AS path %3.")
                      .arg(msText(journey_.outcome.rtt_ms), kmText(journey_.km), pathText(journey_.path)) +
                  QLatin1Char(' ') + text(certainty_in_words(catchments_, journey_));
    return step;
}

std::optional<JourneyStep> Teller::detour() const {
    const CityOutcome &outcome = catchments_.cities[journey_.city.index()];
    if (!outcome.not_nearest || !outcome.nearest || outcome.region != journey_.outcome.region) {
        return {};
    }
    JourneyStep step;
    step.kind = JourneyStep::Kind::Remark;
    step.region = code(*outcome.nearest);
    step.title = tr("Why not the nearest");
    QStringList words;
    if (const auto why = reason(catchments_, journey_.city)) {
        words << sentence(text(reason_in_words(catchments_, journey_.city, *why)));
    }
    if (outcome.wasted_ms > 0.05) {
        words << tr("Costs %1 beyond the direct way there.").arg(msText(outcome.wasted_ms));
    }
    step.detail = words.join(QLatin1Char(' '));
    return step;
}

} // namespace

QString stepPhrase(Step step) {
    switch (step) {
    case Step::OnlyOne:
        return tr("nothing: there was no other");
    case Step::Unusable:
        return tr("usability: the others could not be used");
    case Step::LocalPref:
        return tr("local preference");
    case Step::PathLength:
        return tr("the shorter AS path");
    case Step::Origin:
        return tr("the origin code");
    case Step::Med:
        return tr("the lower MED");
    case Step::External:
        return tr("its own external session");
    case Step::HotPotato:
        return tr("the nearest exit (hot potato)");
    case Step::Tie:
        return tr("a tie-break");
    }
    return {};
}

std::vector<JourneyStep> journeySteps(const Catchments &catchments, const Journey &journey) {
    const Teller teller(catchments, journey);
    std::vector<JourneyStep> steps{teller.lookup()};
    for (int i = 0; i < static_cast<int>(journey.decisions.size()); ++i) {
        steps.push_back(teller.decision(i));
    }
    steps.push_back(teller.arrival());
    std::ranges::move(stepsBehindTheEdge(catchments, journey), std::back_inserter(steps));
    if (auto detour = teller.detour()) {
        steps.push_back(std::move(*detour));
    }
    return steps;
}

QString detourHeadline(const Catchments &catchments, const Journey &journey) {
    const CityOutcome &outcome = catchments.cities[journey.city.index()];
    if (!outcome.not_nearest || !outcome.nearest || outcome.region != journey.outcome.region) {
        return {};
    }
    return tr("Not the nearest: %1 is %2 closer")
        .arg(text(catchments.op().regions[outcome.nearest->index()].code),
             kmText(outcome.region_km - outcome.nearest_km));
}

QString contestedHeadline(const Journey &journey) {
    return journey.outcome.contested() ? tr("Contested: %1 certain").arg(shareText(journey.outcome.certainty))
                                       : QString();
}

QString journeyHeadline(const Catchments &catchments, const Journey &journey) {
    const QString city = text(catchments.world().city(journey.city).name);
    if (journey.outcome.captured) {
        return tr("%1  captured by AS%2")
            .arg(city)
            .arg(catchments.world().network(catchments.hijacker()->network).asn.value);
    }
    if (!journey.outcome.region) {
        return tr("%1  unreached").arg(city);
    }
    if (const QString behind = edgeHeadline(catchments, journey); !behind.isEmpty()) {
        return behind;
    }
    return tr("%1 → %2  %3")
        .arg(city, text(catchments.op().regions[journey.outcome.region->index()].code), msText(journey.outcome.rtt_ms));
}

} // namespace catchment::qml
