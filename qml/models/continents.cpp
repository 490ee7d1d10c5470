// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/continents.h"

#include <array>
#include <utility>

namespace catchment::qml {
namespace {

constexpr std::array<std::pair<Continent, std::string_view>, 6> countries = {{
    {Continent::NorthAmerica, "AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX "
                              "NI PA PM PR SV SX TC TT US VC VG VI"},
    {Continent::SouthAmerica, "AR BO BR CL CO EC FK GF GY PE PY SR UY VE"},
    {Continent::Europe, "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU "
                        "LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK"},
    {Continent::Africa, "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML "
                        "MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW"},
    {Continent::Asia, "AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV "
                      "MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE"},
    {Continent::Oceania, "AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS"},
}};

} // namespace

Continent continent_of(std::string_view country) {
    if (country.size() == 2) {
        for (const auto &[continent, codes] : countries) {
            for (std::size_t at = 0; at < codes.size(); at += 3) {
                if (codes.substr(at, 2) == country) {
                    return continent;
                }
            }
        }
    }
    return Continent::Antarctica;
}

} // namespace catchment::qml
