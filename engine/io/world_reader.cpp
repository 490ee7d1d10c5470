// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/world_reader.h"

#include "io/csv.h"
#include "io/files.h"
#include "io/input_error.h"
#include "io/json_value.h"
#include "io/prefix.h"
#include "world/spelling.h"
#include "world/world_builder.h"

#include <limits>
#include <utility>

namespace catchment {
namespace {

constexpr std::uint64_t largest_asn = std::numeric_limits<std::uint32_t>::max();

/// Words of a column and what they mean.
template <class T>
using Words = std::initializer_list<std::pair<std::string_view, T>>;

class Reader {
public:
    using Text = std::function<std::string(const std::string &table)>;

    Reader(std::filesystem::path folder, const Text &text) : folder_(std::move(folder)), text_(text) {}

    std::shared_ptr<const World> read() {
        title();
        cities();
        networks();
        exchanges();
        presence();
        links();
        members();
        access();
        fibre();
        regions();
        sessions();
        resolvers();
        return build();
    }

private:
    std::string at(const char *table) const { return (folder_ / table).string(); }

    CsvTable csv(const char *table, CsvTable::Columns columns) const { return {at(table), text_(table), columns}; }

    static Asn asn(const CsvTable &table, std::size_t row, std::size_t column) {
        return Asn{static_cast<std::uint32_t>(table.whole(row, column, largest_asn))};
    }

    template <class T>
    static T word(const CsvTable &table, std::size_t row, std::size_t column, const char *what, Words<T> words) {
        for (const auto &[text, value] : words) {
            if (table.text(row, column) == text) {
                return value;
            }
        }
        std::vector<std::string> known;
        for (const auto &[text, value] : words) {
            known.emplace_back(text);
        }
        table.fail(row, std::string(what) + " '" + table.string(row, column) + "'", joined_with_or(known));
    }

    static std::vector<std::string> list(std::string_view field) {
        std::vector<std::string> out;
        for (std::size_t begin = 0; begin <= field.size();) {
            const std::size_t end = std::min(field.find(';', begin), field.size());
            if (const auto item = trimmed(field.substr(begin, end - begin)); !item.empty()) {
                out.emplace_back(item);
            }
            begin = end + 1;
        }
        return out;
    }

    /// Does `add` for every row; what it throws is reported at that row.
    template <class Add>
    static void each_row(const CsvTable &table, Add add) {
        for (std::size_t row = 0; row < table.size(); ++row) {
            try {
                add(row);
            } catch (const WorldError &error) {
                table.fail(row, error.what(), error.expected);
            }
        }
    }

    void title() {
        const std::string name = at("world.json");
        const JsonValue json = JsonValue::parse(text_("world.json"), name);
        std::vector<Source> sources;
        std::string title, date, description;
        Asn number;
        std::string operator_name;
        Prefix prefix;
        bool has_operator = false;
        for (const auto &[key, value] : json.object("world")) {
            if (key == "format") {
                if (value.text("'format'") != "catchment-world") {
                    value.fail("'format' is '" + value.text("'format'") + "'", "catchment-world");
                }
            } else if (key == "version") {
                value.whole("'version'", 1, 1);
            } else if (key == "name") {
                title = value.text("'name'");
            } else if (key == "date") {
                date = value.text("'date'");
            } else if (key == "description") {
                description = value.text("'description'");
            } else if (key == "operator") {
                has_operator = true;
                for (const auto &[part, inner] : value.object("'operator'")) {
                    if (part == "asn") {
                        number.value = static_cast<std::uint32_t>(inner.whole("'asn'", 1, largest_asn));
                    } else if (part == "name") {
                        operator_name = inner.text("'name'");
                    } else if (part == "prefix") {
                        const auto read = parse_prefix(inner.text("'prefix'"));
                        if (!read) {
                            inner.fail("'prefix' is '" + inner.text("'prefix'") + "'",
                                       "an IPv4 prefix without host bits, such as 203.0.112.0/22");
                        }
                        prefix = *read;
                    } else {
                        inner.fail("unknown key '" + part + "' in 'operator'", "asn, name or prefix");
                    }
                }
            } else if (key == "sources") {
                for (const JsonValue &source : value.array("'sources'")) {
                    Source out;
                    for (const auto &[part, inner] : source.object("a source")) {
                        std::string *field = part == "title"     ? &out.title
                                             : part == "licence" ? &out.licence
                                             : part == "url"     ? &out.url
                                             : part == "use"     ? &out.use
                                                                 : nullptr;
                        if (!field) {
                            inner.fail("unknown key '" + part + "' in a source", "title, licence, url or use");
                        }
                        *field = inner.text("'" + part + "'");
                    }
                    sources.push_back(std::move(out));
                }
            } else {
                value.fail("unknown key '" + key + "'",
                           "format, version, name, date, description, operator or sources");
            }
        }
        if (!has_operator || number.value == 0) {
            throw InputError(name, 0, "no 'operator' with an 'asn'", "who announces");
        }
        builder_.set_title(std::move(title), std::move(date), std::move(description), std::move(sources));
        builder_.set_operator(number, std::move(operator_name), prefix);
    }

    void cities() {
        const CsvTable table = csv("cities.csv", {"id", "name", "country", "lat", "lon", "users"});
        each_row(table, [&](std::size_t row) {
            City city;
            city.id = table.string(row, 0);
            city.name = table.string(row, 1);
            city.country = table.string(row, 2);
            city.place = {table.number(row, 3), table.number(row, 4)};
            city.users = table.whole(row, 5, 10'000'000'000);
            if (city.name.empty()) {
                table.fail(row, "a city without a name", "the name that a map prints");
            }
            if (city.country.size() != 2) {
                table.fail(row, "country '" + city.country + "'", "two letters (ISO 3166-1)");
            }
            builder_.add_city(std::move(city));
        });
    }

    void networks() {
        const CsvTable table = csv("networks.csv", {"asn", "name", "kind", "country"});
        each_row(table, [&](std::size_t row) {
            Network network;
            network.asn = asn(table, row, 0);
            network.name = table.string(row, 1);
            network.kind = word<NetworkKind>(table, row, 2, "kind",
                                             {{"tier1", NetworkKind::Tier1},
                                              {"transit", NetworkKind::Transit},
                                              {"access", NetworkKind::Access},
                                              {"content", NetworkKind::Content},
                                              {"operator", NetworkKind::Operator}});
            network.country = table.string(row, 3);
            builder_.add_network(std::move(network));
        });
    }

    void exchanges() {
        const CsvTable table = csv("exchanges.csv", {"id", "name", "city"});
        each_row(table, [&](std::size_t row) {
            builder_.add_exchange(table.string(row, 0), table.string(row, 1), table.string(row, 2));
        });
    }

    void presence() {
        const CsvTable table = csv("presence.csv", {"asn", "city"});
        each_row(table, [&](std::size_t row) { builder_.add_router(asn(table, row, 0), table.string(row, 1)); });
    }

    void links() {
        const CsvTable table = csv("links.csv", {"a", "b", "kind", "places", "note"});
        builder_.expect_links(table.size());
        link_lines_.reserve(table.size());
        each_row(table, [&](std::size_t row) {
            const auto kind = word<Relationship>(
                table, row, 2, "kind", {{"transit", Relationship::Customer}, {"peering", Relationship::Peer}});
            builder_.add_link(asn(table, row, 0), asn(table, row, 1), kind, list(table.text(row, 3)),
                              table.string(row, 4));
            link_lines_.push_back(table.line(row));
        });
    }

    void members() {
        const CsvTable table = csv("members.csv", {"exchange", "asn", "policy"});
        each_row(table, [&](std::size_t row) {
            builder_.add_member(table.string(row, 0), asn(table, row, 1),
                                word<PeeringPolicy>(table, row, 2, "policy",
                                                    {{"open", PeeringPolicy::Open},
                                                     {"selective", PeeringPolicy::Selective},
                                                     {"restrictive", PeeringPolicy::Restrictive}}));
        });
    }

    void access() {
        const CsvTable table = csv("access.csv", {"city", "asn", "share"});
        each_row(table, [&](std::size_t row) {
            builder_.add_access(table.string(row, 0), asn(table, row, 1), table.number(row, 2));
        });
    }

    void fibre() {
        const CsvTable table = csv("fibre.csv", {"from", "to", "km", "kind", "name"});
        each_row(table, [&](std::size_t row) {
            builder_.add_fibre(
                table.string(row, 0), table.string(row, 1), table.number(row, 2),
                word<FibreKind>(table, row, 3, "kind",
                                {{"terrestrial", FibreKind::Terrestrial}, {"submarine", FibreKind::Submarine}}),
                table.string(row, 4));
        });
    }

    void regions() {
        const CsvTable table = csv("regions.csv", {"code", "name", "city", "status", "aliases"});
        each_row(table, [&](std::size_t row) {
            Region region;
            region.code = table.string(row, 0);
            region.name = table.string(row, 1);
            region.status = word<RegionStatus>(table, row, 3, "status",
                                               {{"deployable", RegionStatus::Deployable},
                                                {"former", RegionStatus::Former},
                                                {"edge", RegionStatus::Edge}});
            region.aliases = list(table.text(row, 4));
            builder_.add_region(std::move(region), table.string(row, 2));
        });
    }

    void sessions() {
        const CsvTable table = csv("sessions.csv", {"region", "asn", "relationship", "via"});
        each_row(table, [&](std::size_t row) {
            builder_.add_session(table.string(row, 0), asn(table, row, 1),
                                 word<Relationship>(table, row, 2, "relationship",
                                                    {{"provider", Relationship::Provider},
                                                     {"peer", Relationship::Peer},
                                                     {"customer", Relationship::Customer}}),
                                 table.string(row, 3));
        });
    }

    void resolvers() {
        const CsvTable table = csv("resolvers.csv", {"city", "operator", "asn"});
        each_row(table, [&](std::size_t row) {
            builder_.add_resolver(table.string(row, 0), table.string(row, 1), asn(table, row, 2));
        });
    }

    std::shared_ptr<const World> build() {
        try {
            return builder_.build();
        } catch (const ProviderCycle &cycle) {
            std::string lines;
            for (const std::size_t row : cycle.link_rows) {
                lines += (lines.empty() ? "" : ", ") + std::to_string(link_lines_[row]);
            }
            throw InputError(at("links.csv"), link_lines_[cycle.link_rows.front()],
                             std::string(cycle.what()) + " (lines " + lines + ")", cycle.expected);
        } catch (const WorldError &error) {
            throw InputError(folder_.string(), 0, error.what(), error.expected);
        }
    }

    std::filesystem::path folder_;
    const Text &text_;
    WorldBuilder builder_;
    std::vector<std::size_t> link_lines_;
};

} // namespace

std::shared_ptr<const World> read_world(const std::filesystem::path &folder) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        throw InputError(folder.string(), 0, "is no folder", "the folder of a world, with world.json in it");
    }
    return parse_world(folder, [&folder](const std::string &table) { return read_file(folder / table); });
}

std::shared_ptr<const World> parse_world(const std::filesystem::path &folder,
                                         const std::function<std::string(const std::string &table)> &text) {
    return Reader(folder, text).read();
}

} // namespace catchment
