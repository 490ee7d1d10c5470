// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_peeringdb.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <random>
#include <set>
#include <string>
#include <utility>

namespace catchment {
namespace {

constexpr const char *dates = R"("created":"2012-03-04T05:06:07Z","updated":"2024-05-06T07:08:09Z")";

class Maker {
public:
    Maker(std::uint64_t seed, const PeeringDbSize &size, const std::vector<Asn> &asns, const std::vector<City> &cities,
          const std::function<void(std::string_view)> &write)
        : dice_(seed), size_(size), asns_(asns), cities_(cities), write_(write) {
        for (std::size_t i = cities_.size(); i > 1; --i) { // large cities come up more often by rank, not by name
            std::swap(cities_[i - 1], cities_[dice_() % i]);
        }
        std::ranges::stable_sort(cities_, std::ranges::greater(), &City::users);
    }

    void make() {
        write_("{");
        section("org", size_.nets, [this](std::size_t i) { return org(i); });
        section("fac", size_.facilities, [this](std::size_t i) { return facility(i); });
        section("net", size_.nets, [this](std::size_t i) { return net(i); });
        section("netfac", size_.at_facilities, [this](std::size_t i) { return at_facility(i); });
        section("netixlan", size_.at_exchanges, [this](std::size_t i) { return at_exchange(i); });
        section("ix", size_.exchanges, [this](std::size_t i) { return exchange(i); });
        section("poc", size_.nets, [this](std::size_t i) {
            return R"({"id":)" + std::to_string(i) + R"(,"role":"NOC","visible":"Users","name":"","phone":"",)" +
                   dates + R"(,"status":"ok"})";
        });
        write_("\n}\n");
    }

private:
    template <class Object>
    void section(const char *name, std::size_t count, const Object &object) {
        write_(std::string(first_ ? "\n" : ",\n") + "\"" + name +
               "\":{\"meta\":{\"generated\":1715000000.5},\"data\":[");
        first_ = false;
        for (std::size_t i = 0; i < count; ++i) {
            write_((i == 0 ? "\n" : ",\n") + object(i));
        }
        write_("]}");
    }

    std::size_t below(std::size_t count) { return dice_() % count; }
    bool one_in(std::size_t n) { return below(n) == 0; }

    /// One of `count`, the first ones far more often.
    std::size_t early(std::size_t count, double power) {
        const double x = static_cast<double>(dice_() >> 11) * 0x1p-53;
        return std::min(count - 1, static_cast<std::size_t>(std::pow(x, power) * static_cast<double>(count)));
    }

    std::string status() { return one_in(100) ? R"("status":"deleted")" : R"("status":"ok")"; }
    static std::size_t id(std::size_t i) { return 1 + i + i / 7; }

    std::string text(std::size_t bytes) {
        static constexpr std::array words{"peering ",      "NOC 24x7 ",   "Zürich ", "\\n",
                                          "\\\"open\\\" ", "\\u00e9tat ", "AS-SET "};
        std::string out;
        while (out.size() < bytes) {
            out += words[below(words.size())];
        }
        return out;
    }

    std::string quoted(const std::string &value) {
        std::string out = "\"";
        for (const char c : value) {
            out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        }
        return out + '"';
    }

    /// City and country, as people write them.
    std::string place_words(const City &city) {
        const std::string name = one_in(12)   ? city.name + ", " + city.country
                                 : one_in(40) ? "Suburb " + std::to_string(below(100))
                                              : city.name;
        return R"("city":)" + quoted(name) + R"(,"country":")" + city.country + R"(","state":"","zipcode":"12345")";
    }

    std::string org(std::size_t i) {
        return R"({"id":)" + std::to_string(id(i)) + R"(,"name":"Organisation )" + std::to_string(i) +
               R"(","aka":"","website":"https://example.net","notes":"","require_2fa":false,"net_set":[1,2],)" + dates +
               R"(,"status":"ok"})";
    }

    std::string net(std::size_t i) {
        static constexpr std::array types{
            "NSP",          "Content", "Cable/DSL/ISP", "Enterprise", "Educational/Research", "Non-Profit",
            "Route Server", "",        "Not Disclosed"};
        static constexpr std::array policies{"Open", "Open", "Open", "Selective", "Selective", "Restrictive", "No", ""};
        const std::string n = std::to_string(i);
        // Networks are listed once each; where there are more nets than networks, the rest have numbers of their own.
        const std::uint32_t asn = i < asns_.size() ? asns_[i].value : 4'200'000'000u + static_cast<std::uint32_t>(i);
        return R"({"id":)" + std::to_string(id(i)) + R"(,"org_id":)" + std::to_string(id(i)) + R"(,"name":"Network )" +
               n + R"(","aka":"N)" + n + R"(","name_long":"","website":"https://n)" + n +
               R"(.example","social_media":[{"service":"website","identifier":"https://example"}],"asn":)" +
               std::to_string(asn) + R"(,"looking_glass":"","route_server":"","irr_as_set":"AS-N)" + n +
               R"(","info_type":")" + types[below(types.size())] + R"(","info_types":["NSP","Content"],)" +
               R"("info_prefixes4":)" + std::to_string(below(5000)) + R"(,"info_prefixes6":null,)" +
               R"("info_traffic":"1-5Gbps","info_ratio":"Balanced","info_scope":"Regional","info_unicast":true,)" +
               R"("info_multicast":false,"info_ipv6":true,"ix_count":1,"fac_count":2,"notes":")" +
               text(below(2 * size_.notes + 1)) + R"(","policy_url":"","policy_general":")" +
               policies[below(policies.size())] +
               R"(","policy_locations":"Not Required","policy_ratio":false,"policy_contracts":"Not Required",)" +
               R"("allow_ixp_update":false,"status_dashboard":null,"rir_status":"ok","logo":null,)" + dates + "," +
               status() + "}";
    }

    std::string facility(std::size_t i) {
        const City &city = cities_[early(cities_.size(), 3)];
        const std::string coordinates = one_in(10) ? std::string(R"("latitude":null,"longitude":null)")
                                                   : R"("latitude":)" + std::to_string(city.place.lat) +
                                                         R"(,"longitude":)" + std::to_string(city.place.lon);
        return R"({"id":)" + std::to_string(id(i)) + R"(,"org_id":1,"org_name":"","campus_id":null,"name":"Facility )" +
               std::to_string(i) + R"(","aka":"","clli":"","rencode":"","npanxx":"","notes":"","net_count":3,)" +
               R"("suggest":false,"available_voltage_services":["48 VDC"],"address1":"1 Street","floor":"",)" +
               place_words(city) + "," + coordinates + "," + dates + "," + status() + "}";
    }

    std::string exchange(std::size_t i) {
        const City &city = cities_[early(cities_.size(), 3)];
        return R"({"id":)" + std::to_string(id(i)) + R"(,"org_id":1,"name":"Exchange )" + std::to_string(i) +
               R"(","aka":"","name_long":"","region_continent":"Europe","media":"Ethernet","notes":"",)" +
               R"("proto_unicast":true,"proto_multicast":false,"proto_ipv6":true,"net_count":9,"fac_count":1,)" +
               place_words(city) + "," + dates + "," + status() + "}";
    }

    std::string at_facility(std::size_t i) {
        const std::size_t n = early(size_.nets, 2);
        return R"({"id":)" + std::to_string(id(i)) + R"(,"name":"","city":"","country":"","net_id":)" +
               std::to_string(id(n)) + R"(,"fac_id":)" + std::to_string(id(early(size_.facilities, 2))) +
               R"(,"local_asn":1,)" + dates + "," + status() + "}";
    }

    std::string at_exchange(std::size_t i) {
        const std::size_t n = early(size_.nets, 1.5);
        const std::string x = std::to_string(id(early(size_.exchanges, 3)));
        return R"({"id":)" + std::to_string(id(i)) + R"(,"net_id":)" + std::to_string(id(n)) + R"(,"ix_id":)" + x +
               R"(,"name":"","ixlan_id":)" + x + R"(,"notes":"","speed":10000,"asn":1,"ipaddr4":"192.0.2.1",)" +
               R"("ipaddr6":"2001:db8::1","is_rs_peer":)" + (one_in(2) ? "true" : "false") +
               R"(,"bfd_support":false,"operational":true,"net_side_id":null,)" + dates + "," + status() + "}";
    }

    std::mt19937_64 dice_;
    PeeringDbSize size_;
    const std::vector<Asn> &asns_;
    std::vector<City> cities_;
    const std::function<void(std::string_view)> &write_;
    bool first_ = true;
};

} // namespace

void make_up_peeringdb(std::uint64_t seed, const PeeringDbSize &size, const std::vector<Asn> &asns,
                       const std::vector<City> &cities, const std::function<void(std::string_view)> &write) {
    Maker(seed, size, asns, cities, write).make();
}

} // namespace catchment
