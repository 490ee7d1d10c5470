// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/reading.h"
#include "world/spelling.h"

#include <algorithm>
#include <map>

namespace catchment {
namespace {

constexpr std::int64_t most_cities = 100000;

AskedValue read_asked(const JsonValue &value) {
    static const std::map<AskedValue::Of, std::vector<std::string>> known = {
        {AskedValue::Of::City, {"rttMs", "certainty", "regionKm", "nearestKm", "pathLength"}},
        {AskedValue::Of::Region, {"share", "users", "medianRttMs", "p95RttMs"}},
        {AskedValue::Of::Summary,
         {"users", "unreachedUsers", "capturedUsers", "meanRttMs", "medianRttMs", "p95RttMs", "notNearestShare",
          "contestedShare"}}};
    AskedValue out;
    const JsonValue *at = &value;
    for (const auto &[key, inner] : value.object("'of'")) {
        if (key == "city") {
            out.of = AskedValue::Of::City;
            out.name = inner.text(in_quotes(key));
        } else if (key == "region") {
            out.of = AskedValue::Of::Region;
            out.name = inner.text(in_quotes(key));
        } else if (key == "summary") {
            out.of = AskedValue::Of::Summary;
            out.value = inner.text(in_quotes(key));
            at = &inner;
        } else if (key == "value") {
            out.value = inner.text(in_quotes(key));
            at = &inner;
        } else {
            unknown_key(inner, key, "'of'", {"city", "region", "summary", "value"});
        }
    }
    const auto &values = known.at(out.of);
    if (std::find(values.begin(), values.end(), out.value) == values.end()) {
        at->fail("an unknown value '" + in_one_line(out.value) + "'", joined_with_or(values));
    }
    return out;
}

std::vector<LessonOption> read_options(const JsonValue &value) {
    std::vector<LessonOption> out;
    for (const JsonValue &item : value.array("'options'")) {
        LessonOption option;
        if (item.find("text")) {
            for (const auto &[key, inner] : item.object("an option")) {
                if (key == "text") {
                    option.text = inner.text(in_quotes(key));
                } else if (key == "next") {
                    option.next = inner.text(in_quotes(key));
                } else {
                    unknown_key(inner, key, "an option", {"text", "next"});
                }
            }
        } else {
            option.text = item.text("an option");
        }
        out.push_back(std::move(option));
    }
    return out;
}

/// One number, or a list of them, from 1.
std::vector<int> read_right(const JsonValue &value, std::size_t options) {
    std::vector<int> out;
    const auto one = [&](const JsonValue &item) {
        out.push_back(static_cast<int>(item.whole("'answer'", 1, static_cast<std::int64_t>(options)) - 1));
    };
    if (value.is_array()) {
        std::for_each(value.array("'answer'").begin(), value.array("'answer'").end(), one);
    } else {
        one(value);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace

Question read_question(const JsonValue &value) {
    static const std::map<std::string, QuestionKind> kinds = {{"choice", QuestionKind::Choice},
                                                              {"predict", QuestionKind::Predict},
                                                              {"paint", QuestionKind::Paint},
                                                              {"number", QuestionKind::Number},
                                                              {"text", QuestionKind::Text}};
    static const std::map<QuestionKind, std::vector<std::string>> keys = {{QuestionKind::Choice, {"options", "answer"}},
                                                                          {QuestionKind::Predict, {"cities", "reveal"}},
                                                                          {QuestionKind::Paint, {"largest", "reveal"}},
                                                                          {QuestionKind::Number, {"of", "within"}},
                                                                          {QuestionKind::Text, {}}};
    Question out;
    const JsonValue *kind = value.find("kind");
    if (!kind) {
        value.fail("a question without 'kind'", "choice, predict, paint, number or text");
    }
    const auto found = kinds.find(kind->text("'kind'"));
    if (found == kinds.end()) {
        kind->fail("an unknown kind of question '" + in_one_line(kind->text("'kind'")) + "'",
                   "choice, predict, paint, number or text");
    }
    out.kind = found->second;
    std::vector<std::string> known = keys.at(out.kind);
    std::vector<std::string> missing = known;
    known.insert(known.end(), {"kind", "question"});
    missing.push_back("question");
    const JsonValue *right = nullptr;
    for (const auto &[key, inner] : value.object("'ask'")) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            unknown_key(inner, key, "a question of the kind '" + found->first + "'", known);
        }
        missing.erase(std::remove(missing.begin(), missing.end(), key), missing.end());
        if (key == "question") {
            out.words = inner.text(in_quotes(key));
        } else if (key == "options") {
            out.options = read_options(inner);
        } else if (key == "answer") {
            right = &inner;
        } else if (key == "cities") {
            for (const JsonValue &city : inner.array(in_quotes(key))) {
                out.cities.push_back(city.text("a city"));
            }
        } else if (key == "largest") {
            out.largest = static_cast<int>(inner.whole(in_quotes(key), 1, most_cities));
        } else if (key == "reveal") {
            out.reveal = read_keys(inner, "'reveal'");
        } else if (key == "of") {
            out.of = read_asked(inner);
        } else if (key == "within") {
            out.within = inner.number(in_quotes(key));
            if (!(out.within >= 0 && out.within <= 1)) {
                inner.fail("'within' is not a share", "0 to 1");
            }
        }
    }
    missing.erase(std::remove(missing.begin(), missing.end(), "reveal"), missing.end());
    if (!missing.empty()) {
        value.fail("a question of the kind '" + found->first + "' without " + in_quotes(missing.front()),
                   joined_with_or(known));
    }
    if (out.kind == QuestionKind::Choice) {
        if (out.options.size() < 2) {
            value.fail("a choice among " + std::to_string(out.options.size()), "two options at least");
        }
        out.right = read_right(*right, out.options.size());
    }
    if (out.kind == QuestionKind::Predict && out.cities.empty()) {
        value.fail("a prediction without cities", "one city at least");
    }
    return out;
}

} // namespace catchment
