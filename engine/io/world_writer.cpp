// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/world_writer.h"

#include "io/csv.h"
#include "io/files.h"
#include "io/prefix.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace catchment {
namespace {

constexpr std::array shared_files{"cities.csv", "fibre.csv", "regions.csv", "resolvers.csv"};

const char *word(NetworkKind kind) {
    switch (kind) {
    case NetworkKind::Tier1:
        return "tier1";
    case NetworkKind::Transit:
        return "transit";
    case NetworkKind::Access:
        return "access";
    case NetworkKind::Content:
        return "content";
    case NetworkKind::Operator:
        return "operator";
    }
    return "";
}

const char *word(PeeringPolicy policy) {
    return policy == PeeringPolicy::Open ? "open" : policy == PeeringPolicy::Selective ? "selective" : "restrictive";
}

const char *word(Relationship relationship) {
    return relationship == Relationship::Provider ? "provider"
           : relationship == Relationship::Peer   ? "peer"
                                                  : "customer";
}

/// The shortest digits that read back as the same number.
std::string shortest(double value) {
    std::array<char, 32> out;
    return {out.data(), std::to_chars(out.data(), out.data() + out.size(), value).ptr};
}

/// A table line by line.
class Table {
public:
    explicit Table(const char *header) : text_(std::string(header) + '\n') {}

    template <class... Fields>
    void row(const Fields &...fields) {
        (add(fields), ...);
        text_.back() = '\n';
    }

    const std::string &text() const { return text_; }

private:
    void add(Asn asn) { text_ += std::to_string(asn.value) + ','; }
    void add(std::string_view field) { text_ += csv_field(field) + ','; }

    std::string text_;
};

class Writer {
public:
    Writer(const WorldTables &tables, const World &base, std::filesystem::path folder)
        : tables_(tables), base_(base), folder_(std::move(folder)) {}

    void write() const {
        write_file(folder_ / "world.json", title());
        write("networks.csv", networks());
        write("presence.csv", presence());
        write("links.csv", links());
        write("exchanges.csv", exchanges());
        write("members.csv", members());
        write("access.csv", access());
        write("sessions.csv", sessions());
    }

private:
    void write(const char *name, const Table &table) const { write_file(folder_ / name, table.text()); }

    const std::string &city(CityId id) const { return base_.city(id).id; }
    const std::string &exchange(ExchangeId id) const { return tables_.exchanges[id.index()].id; }

    std::string title() const {
        nlohmann::ordered_json json;
        json["format"] = "catchment-world";
        json["version"] = 1;
        json["name"] = tables_.name;
        json["date"] = tables_.date;
        json["description"] = tables_.description;
        json["operator"] = {{"asn", base_.own_operator.asn.value},
                            {"name", base_.own_operator.name},
                            {"prefix", to_string(base_.own_operator.prefix)}};
        for (const Source &s : tables_.sources) {
            json["sources"].push_back({{"title", s.title}, {"licence", s.licence}, {"url", s.url}, {"use", s.use}});
        }
        return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
    }

    Table networks() const {
        Table out("asn,name,kind,country");
        for (const Network &n : tables_.networks) {
            out.row(n.asn, n.name, word(n.kind), n.country);
        }
        return out;
    }

    Table presence() const {
        Table out("asn,city");
        for (const auto &[asn, at] : tables_.presence) {
            out.row(asn, city(at));
        }
        return out;
    }

    Table links() const {
        Table out("a,b,kind,places,note");
        std::string places;
        for (const WorldTables::LinkRow &link : tables_.links) {
            places.clear();
            for (const ExchangeId x : link.exchanges) {
                places += (places.empty() ? "" : ";") + exchange(x);
            }
            for (const CityId c : link.cities) {
                places += (places.empty() ? "" : ";") + city(c);
            }
            out.row(link.a, link.b, link.transit ? "transit" : "peering", places, "");
        }
        return out;
    }

    Table exchanges() const {
        Table out("id,name,city");
        for (const Exchange &x : tables_.exchanges) {
            out.row(x.id, x.name, city(x.city));
        }
        return out;
    }

    Table members() const {
        Table out("exchange,asn,policy");
        for (const WorldTables::MemberRow &m : tables_.members) {
            out.row(exchange(m.exchange), m.asn, word(m.policy));
        }
        return out;
    }

    Table access() const {
        Table out("city,asn,share");
        for (const WorldTables::AccessRow &a : tables_.access) {
            out.row(city(a.city), a.asn, shortest(a.share));
        }
        return out;
    }

    Table sessions() const {
        Table out("region,asn,relationship,via");
        for (const WorldTables::SessionRow &s : tables_.sessions) {
            const std::string &region = base_.own_operator.regions[s.region.index()].code;
            out.row(region, s.asn, word(s.neighbour_is), s.via ? exchange(*s.via) : std::string());
        }
        return out;
    }

    const WorldTables &tables_;
    const World &base_;
    std::filesystem::path folder_;
};

} // namespace

const std::set<std::string> &world_files() {
    static const std::set<std::string> names{"world.json",  "cities.csv",  "networks.csv", "presence.csv",
                                             "links.csv",   "members.csv", "access.csv",   "exchanges.csv",
                                             "regions.csv", "fibre.csv",   "sessions.csv", "resolvers.csv"};
    return names;
}

void write_world(const WorldTables &tables, const World &base, const std::filesystem::path &base_folder,
                 const std::filesystem::path &folder) {
    for (const char *name : shared_files) {
        write_file(folder / name, read_file(base_folder / name));
    }
    Writer(tables, base, folder).write();
}

} // namespace catchment
