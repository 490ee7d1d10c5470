// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/tuning_edits.h"

#include <QCoreApplication>

#include <algorithm>

namespace catchment::app {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::app", text); }

QString text(const std::string &code) { return QString::fromStdString(code); }

/// `ams`, or `ams–AS1299`.
QString nameOf(const TuningOf &whom) {
    return whom.neighbour ? QStringLiteral("%1–%2").arg(text(whom.region), asText(*whom.neighbour)) : text(whom.region);
}

/// Sets one key. A session that is to do what its region does says nothing itself.
template <class T>
Edit set(Scenario scenario, const TuningOf &whom, std::optional<T> Tuning::*key, T value, const QString &name) {
    std::optional<T> &own = scenario.tuning_for(whom.region, whom.neighbour).*key;
    own.reset();
    if (inForce(scenario, whom).*key != value) {
        scenario.tuning_for(whom.region, whom.neighbour).*key = value;
    }
    scenario.tidy();
    return {name, std::move(scenario)};
}

} // namespace

Tuning ownWords(const Scenario &scenario, const TuningOf &whom) {
    const auto found = std::ranges::find_if(
        scenario.tuning, [&](const Tuning &t) { return t.region == whom.region && t.neighbour == whom.neighbour; });
    if (found != scenario.tuning.end()) {
        return *found;
    }
    Tuning none;
    none.region = whom.region;
    none.neighbour = whom.neighbour;
    return none;
}

Tuning inForce(const Scenario &scenario, const TuningOf &whom) {
    const Tuning region = ownWords(scenario, {whom.region, {}});
    Tuning out = ownWords(scenario, whom);
    out.withhold = out.withhold.value_or(region.withhold.value_or(false));
    out.prepend = out.prepend.value_or(region.prepend.value_or(0));
    out.no_export = out.no_export.value_or(region.no_export.value_or(false));
    out.med = out.med.value_or(region.med.value_or(0));
    return out;
}

Edit withhold(Scenario scenario, const TuningOf &whom, bool withheld) {
    const QString from = whom.neighbour ? asText(*whom.neighbour) : QString();
    const QString name =
        whom.neighbour ? (withheld ? tr("Withhold %1 from %2") : tr("Announce %1 to %2")).arg(text(whom.region), from)
                       : (withheld ? tr("Withhold %1") : tr("Announce %1 again")).arg(text(whom.region));
    return set(std::move(scenario), whom, &Tuning::withhold, withheld, name);
}

Edit prepend(Scenario scenario, const TuningOf &whom, int times) {
    const QString name =
        (whom.neighbour ? tr("Prepend %1 on %2") : tr("Prepend %1 at %2")).arg(times).arg(nameOf(whom));
    return set(std::move(scenario), whom, &Tuning::prepend, times, name);
}

Edit noExport(Scenario scenario, const TuningOf &whom, bool no_export) {
    const QString words = whom.neighbour ? (no_export ? tr("NO_EXPORT on %1") : tr("No NO_EXPORT on %1"))
                                         : (no_export ? tr("NO_EXPORT at %1") : tr("No NO_EXPORT at %1"));
    return set(std::move(scenario), whom, &Tuning::no_export, no_export, words.arg(nameOf(whom)));
}

Edit setMed(Scenario scenario, const TuningOf &whom, std::uint32_t med) {
    const QString name = (whom.neighbour ? tr("MED %1 on %2") : tr("MED %1 at %2")).arg(med).arg(nameOf(whom));
    return set(std::move(scenario), whom, &Tuning::med, med, name);
}

Edit drainRegion(Scenario scenario, const std::string &code, bool drained) {
    for (Tuning &t : scenario.tuning) {
        if (t.region == code) {
            t.withhold.reset();
        }
    }
    scenario.tuning_for(code).withhold = drained;
    scenario.tidy();
    return {(drained ? tr("Drain %1") : tr("Announce %1 again")).arg(text(code)), std::move(scenario)};
}

bool isDrained(const Scenario &scenario, const std::string &code) {
    return inForce(scenario, {code, {}}).withhold.value_or(false) &&
           std::ranges::none_of(scenario.tuning, [&](const Tuning &t) {
               return t.region == code && t.neighbour && !t.withhold.value_or(true);
           });
}

Edit resetTuning(Scenario scenario, const TuningOf &whom) {
    std::erase_if(scenario.tuning, [&](const Tuning &t) {
        return t.region == whom.region && (!whom.neighbour || t.neighbour == whom.neighbour);
    });
    return {tr("Reset %1").arg(nameOf(whom)), std::move(scenario)};
}

Edit addSession(Scenario scenario, const ExtraSession &session) {
    if (std::ranges::find(scenario.sessions, session) == scenario.sessions.end()) {
        scenario.sessions.push_back(session);
    }
    return {tr("Add a session of %1 with %2").arg(text(session.region), asText(session.asn)), std::move(scenario)};
}

Edit removeSession(Scenario scenario, const ExtraSession &session, const Operator &op, const World &world) {
    std::erase(scenario.sessions, session);
    const auto with_it = [&](const ExtraSession &s) { return s.region == session.region && s.asn == session.asn; };
    const bool of_operator = std::ranges::any_of(op.sessions, [&](const Session &s) {
        return op.regions[s.region.index()].code == session.region && world.network(s.neighbour).asn == session.asn;
    });
    if (!of_operator && std::ranges::none_of(scenario.sessions, with_it)) {
        std::erase_if(scenario.tuning,
                      [&](const Tuning &t) { return t.region == session.region && t.neighbour == session.asn; });
    }
    return {tr("Remove the session of %1 with %2").arg(text(session.region), asText(session.asn)), std::move(scenario)};
}

} // namespace catchment::app
