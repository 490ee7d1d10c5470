// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/json_value.h"
#include "scenario/scenario.h"
#include "world/ids.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// A lesson: what is said, what happens, what is asked. Its format is described in resources/lessons/README.md.
namespace catchment {

/// Keys of a scenario that replace those in force, as they stand in the lesson's file: `{"regions": ["ewr"]}`.
using ScenarioKeys = std::optional<JsonValue>;

/// What a step brings into view; what is empty stays as it is.
struct LessonView {
    std::string city;                            ///< id
    std::optional<Asn> network;                  ///< whose users in the city are followed
    std::optional<Asn> decision;                 ///< of this network on the way
    std::vector<std::string> panels;             ///< words of lesson_panels
    std::optional<std::array<double, 4>> extent; ///< west, south, east, north in degrees
    bool lens = false;                           ///< by distance beside by BGP
    bool moved = false;                          ///< only what moved
};

/// The panels that a lesson can name.
const std::vector<std::string> &lesson_panels();

enum class QuestionKind { Choice, Predict, Paint, Number, Text };

struct LessonOption {
    std::string text;
    std::string next; ///< id of the step to go on with; empty: as the step says
};

/// What a number is asked of: a value of a city, of a region, or of the summary, in the words of `solve`.
struct AskedValue {
    enum class Of { City, Region, Summary };
    Of of = Of::City;
    std::string name; ///< city id or region code; empty of the summary
    std::string value;
};

struct Question {
    QuestionKind kind = QuestionKind::Text;
    std::string words;
    std::vector<LessonOption> options; ///< of a choice
    std::vector<int> right;            ///< the right ones, from 0, ascending
    std::vector<std::string> cities;   ///< ids, of a prediction
    int largest = 0;                   ///< how many of the largest cities count, where a catchment is painted
    AskedValue of;                     ///< of a number
    double within = 0;                 ///< how far off still counts, as a share of the right number
    ScenarioKeys reveal;               ///< what takes effect when the answer is shown

    /// The most points that an answer can get.
    int points() const;
};

/// What is to be done; all that is given must have come about.
struct LessonTask {
    std::string words;
    ScenarioKeys scenario;
    std::string select;          ///< city id
    std::string panel;           ///< of lesson_panels
    std::optional<Asn> decision; ///< of this network, opened in the journey
    std::string event;           ///< as for `converge`, played to its end
};

struct LessonStep {
    std::string id;
    std::string heading;
    std::string text;    ///< Markdown, as the following
    std::string answer;  ///< shown once the step is complete
    std::string hint;    ///< shown on request
    std::string teacher; ///< for the teacher alone
    ScenarioKeys scenario;
    LessonView show;
    std::optional<Question> question;
    std::optional<LessonTask> task;
    std::vector<JsonValue> claims; ///< see check_claim
    std::size_t next = 0;          ///< the step to go on with; the number of steps: none, the lesson is over
    std::size_t line = 0;          ///< of the lesson's file
};

struct LessonSource {
    std::string title;
    std::string url;
};

struct Lesson {
    std::string id; ///< the folder's name
    std::filesystem::path file;
    std::string title;
    std::string summary;
    int minutes = 0;
    std::string goals;   ///< Markdown, as the following
    std::string teacher; ///< how to teach it
    Scenario start;
    std::filesystem::path start_file;
    std::vector<LessonSource> sources;
    std::vector<LessonStep> steps;

    int points() const;
    /// The step with an id; nothing where there is none.
    std::optional<std::size_t> find(const std::string &step_id) const;
};

} // namespace catchment
