// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/peeringdb.h"

#include "io/decompress.h"
#include "io/input_error.h"
#include "io/json_stream.h"
#include "io/utf8.h"
#include "world/spelling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace catchment {
namespace {

constexpr std::size_t deepest = 64;

enum class Section { None, Net, Fac, Ix, NetFac, NetIxLan };

constexpr std::array<std::pair<std::string_view, Section>, 5> sections{{{"net", Section::Net},
                                                                        {"fac", Section::Fac},
                                                                        {"ix", Section::Ix},
                                                                        {"netfac", Section::NetFac},
                                                                        {"netixlan", Section::NetIxLan}}};

/// The fields that any of the sections needs.
enum Whole : std::size_t { Id, AsNumber, NetId, FacId, IxId, Wholes };
enum Text : std::size_t { Name, City, Country, Type, Policy, Status, Texts };
enum Degrees : std::size_t { Latitude, Longitude, Coordinates };

constexpr std::array<std::string_view, Wholes> whole_names{"id", "asn", "net_id", "fac_id", "ix_id"};
constexpr std::array<std::string_view, Texts> text_names{"name",      "city",           "country",
                                                         "info_type", "policy_general", "status"};
constexpr std::array<std::string_view, Coordinates> degree_names{"latitude", "longitude"};

/// An object of a section while it is read.
struct Record {
    std::array<std::optional<std::uint64_t>, Wholes> whole;
    std::array<std::string, Texts> text;
    std::array<std::optional<double>, Coordinates> degrees;
};

std::optional<PeeringPolicy> policy_of(const std::string &words) {
    const std::string word = folded(words);
    return word == "open"                          ? std::optional(PeeringPolicy::Open)
           : word == "selective"                   ? std::optional(PeeringPolicy::Selective)
           : word == "restrictive" || word == "no" ? std::optional(PeeringPolicy::Restrictive)
                                                   : std::nullopt;
}

/// Takes the parser's events. Depths count what is open: the dump itself is 1, a section's object or list 2.
class Reader {
public:
    explicit Reader(ByteReader &bytes) : source_(bytes) { out_.name = bytes.name(); }

    PeeringDb read() {
        parse_json_stream(source_, *this);
        if (!any_section_) {
            throw InputError(out_.name, 0, "is no dump of PeeringDB", "net, fac, ix, netfac or netixlan in an object");
        }
        return std::move(out_);
    }

    // What the parser calls.
    bool null() {
        return value("null", [](auto &) { return true; });
    }
    bool boolean(bool) {
        return value("true or false", [](auto &) { return false; });
    }
    bool number_integer(std::int64_t number) { return number_float(static_cast<double>(number), {}); }
    bool number_unsigned(std::uint64_t number) {
        return value("a number", [number](auto &field) {
            if constexpr (!std::is_same_v<decltype(field), std::string &>) {
                field = static_cast<typename std::decay_t<decltype(field)>::value_type>(number);
                return true;
            }
            return false;
        });
    }
    bool number_float(double number, const std::string &) {
        return value("a number", [number](auto &field) {
            if constexpr (std::is_same_v<decltype(field), std::optional<double> &>) {
                field = number;
                return true;
            }
            return false;
        });
    }
    bool string(std::string &text) {
        return value("a text", [&text](auto &field) {
            if constexpr (std::is_same_v<decltype(field), std::string &>) {
                field = as_utf8(trimmed(text));
                return true;
            }
            return false;
        });
    }
    bool binary(std::vector<std::uint8_t> &) { return false; }

    bool start_object(std::size_t) {
        refuse_in_a_field("an object");
        if (depth_ == 2) {
            refuse_for_a_list("an object");
        }
        open();
        if (list_depth_ != 0 && depth_ == list_depth_ + 1) {
            record_ = Record();
            record_depth_ = depth_;
        }
        return true;
    }
    bool start_array(std::size_t) {
        if (depth_ == 0) {
            fail("a list", "an object with net, fac, ix, netfac and netixlan");
        }
        refuse_in_a_field("a list");
        if (list_depth_ != 0 && depth_ == list_depth_) {
            fail("a list in '" + std::string(section_name()) + "'", "objects");
        }
        open();
        if (section_ != Section::None && (depth_ == 2 || (depth_ == 3 && in_data_))) {
            list_depth_ = depth_;
        }
        return true;
    }
    bool end_object() {
        if (depth_ == record_depth_) {
            keep();
            record_depth_ = 0;
        }
        --depth_;
        return true;
    }
    bool end_array() {
        if (depth_ == list_depth_) {
            list_depth_ = 0;
        }
        --depth_;
        return true;
    }
    bool key(std::string &name) {
        if (depth_ == 1) {
            const auto found = std::ranges::find(sections, name, &decltype(sections)::value_type::first);
            section_ = found == sections.end() ? Section::None : found->second;
            in_data_ = false;
            any_section_ = any_section_ || section_ != Section::None;
        } else if (depth_ == 2) {
            in_data_ = name == "data";
        } else if (depth_ == record_depth_) {
            field_ = std::move(name);
        }
        return true;
    }
    template <class Exception>
    bool parse_error(std::size_t, const std::string &token, const Exception &) {
        source_.fail_at_token(token);
    }

private:
    std::string_view section_name() const {
        return std::ranges::find(sections, section_, &decltype(sections)::value_type::second)->first;
    }

    [[noreturn]] void fail(const std::string &problem, const std::string &expected) const {
        throw InputError(out_.name, source_.line(), problem, expected);
    }

    /// `'asn' in 'net' 12`: which field of which object.
    std::string field_in_words(std::string_view field) const {
        const auto id = record_.whole[Id];
        return "'" + excerpt(field) + "' in '" + std::string(section_name()) + "'" +
               (id ? " " + std::to_string(*id) : "");
    }

    void open() {
        if (++depth_ > deepest) {
            fail("nested too deeply", "at most " + std::to_string(deepest) + " levels");
        }
    }

    /// Gives the field of that name to `with`, as std::string &, std::optional<double> & or std::optional<uint64> &;
    /// true where there is none of that name.
    template <class With>
    bool with_field(const With &with) {
        const auto among = [&](const auto &names, auto &fields) -> std::optional<bool> {
            for (std::size_t f = 0; f < names.size(); ++f) {
                if (names[f] == field_) {
                    return with(fields[f]);
                }
            }
            return std::nullopt;
        };
        auto done = among(whole_names, record_.whole);
        done = done ? done : among(text_names, record_.text);
        done = done ? done : among(degree_names, record_.degrees);
        return done.value_or(true);
    }

    template <class Set>
    bool value(const char *what, const Set &set) {
        if (depth_ == 0) {
            fail(what, "an object with net, fac, ix, netfac and netixlan");
        }
        refuse_for_a_list(what);
        if (list_depth_ != 0 && depth_ == list_depth_) {
            fail(std::string(what) + " in '" + std::string(section_name()) + "'", "objects");
        }
        if (record_depth_ != 0 && depth_ == record_depth_ && !with_field(set)) {
            fail(field_in_words(field_) + " is " + what, expected_of_field());
        }
        return true;
    }

    /// Where a section's list should stand.
    void refuse_for_a_list(const char *what) {
        const bool here = list_depth_ == 0 && (depth_ == 1 || (depth_ == 2 && in_data_));
        if (section_ != Section::None && here) {
            fail("'" + std::string(section_name()) + "' is " + what, "a list of objects, or data with one");
        }
    }

    void refuse_in_a_field(const char *what) {
        if (record_depth_ != 0 && depth_ == record_depth_ && !with_field([](auto &) { return false; })) {
            fail(field_in_words(field_) + " is " + what, expected_of_field());
        }
    }

    std::string expected_of_field() const {
        return std::ranges::find(text_names, field_) != text_names.end()       ? "a text"
               : std::ranges::find(degree_names, field_) != degree_names.end() ? "degrees, or null"
                                                                               : "a whole number, not negative";
    }

    std::uint64_t need(Whole field) const {
        if (!record_.whole[field]) {
            fail(field_in_words(whole_names[field]) + " is missing", "a whole number");
        }
        return *record_.whole[field];
    }

    std::optional<GeoPoint> place() const {
        const auto [lat, lon] = record_.degrees;
        const bool known = lat && lon && std::abs(*lat) <= 90 && std::abs(*lon) <= 180;
        return known ? std::optional(GeoPoint{*lat, *lon}) : std::nullopt;
    }

    void keep() {
        auto &text = record_.text;
        if (!text[Status].empty() && text[Status] != "ok") {
            ++out_.not_ok;
            return;
        }
        switch (section_) {
        case Section::None:
            return;
        case Section::Net:
            keep_net();
            return;
        case Section::Fac:
            out_.facilities.push_back({need(Id), std::move(text[City]), std::move(text[Country]), place()});
            return;
        case Section::Ix:
            out_.exchanges.push_back(
                {need(Id), std::move(text[Name]), std::move(text[City]), std::move(text[Country])});
            return;
        case Section::NetFac:
            out_.at_facilities.push_back({need(NetId), need(FacId)});
            return;
        case Section::NetIxLan:
            out_.at_exchanges.push_back({need(NetId), need(IxId)});
            return;
        }
    }

    void keep_net() {
        const std::uint64_t id = need(Id);
        const std::uint64_t asn = need(AsNumber);
        if (asn == 0 || asn > std::numeric_limits<std::uint32_t>::max()) {
            fail(field_in_words("asn") + " is " + std::to_string(asn), "numbers from 1 to 4294967295");
        }
        auto &text = record_.text;
        out_.nets.push_back({id, Asn{static_cast<std::uint32_t>(asn)}, std::move(text[Name]), std::move(text[Type]),
                             policy_of(text[Policy])});
    }

    PeeringDb out_;
    JsonSource source_;
    std::size_t depth_ = 0;
    Section section_ = Section::None; ///< of the dump's member at hand
    bool in_data_ = false;            ///< is that member an object, and its member at hand its data?
    std::size_t list_depth_ = 0;      ///< of the section's list while it is open, else 0
    std::size_t record_depth_ = 0;    ///< of the section's object while it is open, else 0
    std::string field_;               ///< of that object
    Record record_;
    bool any_section_ = false;
};

} // namespace

PeeringDb read_peeringdb(const std::filesystem::path &file) {
    ByteReader bytes(file);
    return Reader(bytes).read();
}

PeeringDb parse_peeringdb(std::string name, std::string content) {
    ByteReader bytes(std::move(name), std::move(content));
    return Reader(bytes).read();
}

} // namespace catchment
