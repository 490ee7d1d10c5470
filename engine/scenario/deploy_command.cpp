// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/deploy_command.h"

#include "scenario/undeployed.h"
#include "world/spelling.h"

#include <algorithm>
#include <charconv>

namespace catchment {
namespace {

struct Word {
    std::string text;
    std::size_t column = 0;
};

/// The length of a typographic quotation mark at `at`, 0 where there is none. Word processors put them in place of
/// straight ones, so a command pasted from a hand-out has them.
std::size_t typographic_quote(std::string_view words, std::size_t at) {
    const std::string_view three = words.substr(at, 3);
    return three == "\u201C" || three == "\u201D" || three == "\u201E" ? 3 : 0;
}

/// Splits like a shell: blanks between words, '…' and "…" around, backslash before.
std::vector<Word> split(std::string_view words) {
    std::vector<Word> out;
    bool inside = false;
    for (std::size_t i = 0; i < words.size();) {
        const char c = words[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            inside = false;
            ++i;
            continue;
        }
        if (!inside) {
            out.push_back({{}, i});
            inside = true;
        }
        const std::size_t typographic = typographic_quote(words, i);
        if (typographic > 0) {
            std::size_t end = i + typographic;
            while (end < words.size() && typographic_quote(words, end) == 0) {
                out.back().text += words[end++];
            }
            if (end == words.size()) {
                throw CommandError(i, "the quote is not closed; expected another one");
            }
            i = end + typographic;
        } else if (c == '"' || c == '\'') {
            const std::size_t end = words.find(c, i + 1);
            if (end == std::string_view::npos) {
                throw CommandError(i, std::string("the quote ") + c + " is not closed; expected another " + c);
            }
            out.back().text += words.substr(i + 1, end - i - 1);
            i = end + 1;
        } else if (c == '\\' && i + 1 < words.size()) {
            out.back().text += words[i + 1];
            i += 2;
        } else {
            out.back().text += c;
            ++i;
        }
    }
    return out;
}

class Parser {
public:
    Parser(std::vector<Word> words, std::size_t end, const Operator &op)
        : words_(std::move(words)), end_(end), op_(op) {}

    DeployCommand parse() {
        const Word program = next("'fly deploy' or 'fly scale count'");
        if (program.text != "fly" && program.text != "flyctl") {
            throw CommandError(program.column, "unknown command '" + program.text +
                                                   "'; expected 'fly deploy -a APP -r CODE …' "
                                                   "or 'fly scale count N --region a,b -a APP'");
        }
        const Word verb = next("'deploy' or 'scale count'");
        if (verb.text == "deploy") {
            command_.kind = DeployCommand::Kind::Deploy;
        } else if (verb.text == "scale") {
            const Word what = next("'count'");
            if (what.text != "count") {
                throw CommandError(what.column, "unknown word '" + what.text + "'; expected 'count'");
            }
            command_.kind = DeployCommand::Kind::Scale;
        } else {
            throw CommandError(verb.column, "unknown word '" + verb.text + "'; expected 'deploy' or 'scale count'");
        }
        bool counted = false;
        while (at_ < words_.size()) {
            const Word word = words_[at_++];
            if (word.text.starts_with("-")) {
                option(word);
            } else if (command_.kind == DeployCommand::Kind::Scale && !counted) {
                read_count(word);
                counted = true;
            } else {
                throw CommandError(word.column, "unknown word '" + word.text + "'; expected -a APP or -r CODE");
            }
        }
        if (command_.kind == DeployCommand::Kind::Scale && !counted) {
            throw CommandError(end_, "no count; expected 'fly scale count N --region a,b'");
        }
        if (command_.regions.empty()) {
            throw CommandError(end_, "no region; expected -r CODE, for example -r " +
                                         (op_.regions.empty() ? std::string("ams") : op_.regions.front().code));
        }
        return std::move(command_);
    }

private:
    const Word &next(const std::string &expected) {
        if (at_ == words_.size()) {
            throw CommandError(end_, "the command ends too early; expected " + expected);
        }
        return words_[at_++];
    }

    void option(const Word &word) {
        std::string name = word.text;
        std::optional<Word> value;
        if (const auto equals = name.find('='); equals != std::string::npos) {
            value = Word{name.substr(equals + 1), word.column + equals + 1};
            name.resize(equals);
        }
        const bool app = name == "-a" || name == "--app";
        const bool region = name == "-r" || name == "--region" || name == "--regions";
        if (!app && !region) {
            throw CommandError(word.column, "unknown option '" + name + "'; expected -a (--app) or -r (--region)");
        }
        if (!value) {
            if (at_ < words_.size() && words_[at_].text.starts_with("-")) {
                throw CommandError(words_[at_].column,
                                   "nothing after " + name + "; expected " + (app ? "the app's name" : "region codes"));
            }
            value = next(app ? "the app's name" : "region codes");
        }
        if (app) {
            if (trimmed(value->text).empty()) {
                throw CommandError(value->column, "the app's name is empty; expected a name such as my-app");
            }
            command_.app = trimmed(value->text);
        } else {
            read_regions(*value);
        }
    }

    void read_regions(const Word &word) {
        std::size_t begin = 0;
        while (begin <= word.text.size()) {
            const std::size_t comma = std::min(word.text.find(',', begin), word.text.size());
            const std::string_view code = trimmed(std::string_view(word.text).substr(begin, comma - begin));
            begin = comma + 1;
            if (code.empty()) {
                throw CommandError(word.column, "a region code is empty; expected codes with a comma between");
            }
            const auto region = find_region(op_, code);
            if (!region) {
                throw CommandError(word.column, "unknown region '" + std::string(code) + "'; expected a code such as " +
                                                    joined_with_or(closest_regions(op_, code, 3)));
            }
            const std::string &known = op_.regions[region->index()].code;
            if (std::ranges::find(command_.regions, known) == command_.regions.end()) {
                command_.regions.push_back(known);
            }
        }
    }

    void read_count(const Word &word) {
        const char *first = word.text.data();
        const char *last = first + word.text.size();
        const auto [end, error] = std::from_chars(first, last, command_.count);
        if (error != std::errc() || end != last || command_.count < 0 || command_.count > 1000) {
            throw CommandError(word.column, "'" + word.text + "' is no count; expected a whole number from 0 to 1000");
        }
    }

    std::vector<Word> words_;
    std::size_t end_;
    const Operator &op_;
    std::size_t at_ = 0;
    DeployCommand command_;
};

} // namespace

DeployCommand parse_deploy_command(std::string_view words, const Operator &op) {
    return Parser(split(words), words.size(), op).parse();
}

namespace {

/// So many, all of them healthy.
void run_instances(Scenario &scenario, const std::string &region, int count) {
    std::vector<Instances> &all = scenario.edge.instances;
    const auto found = std::ranges::find(all, region, &Instances::region);
    if (found != all.end()) {
        *found = {region, count, 0};
    } else if (count > 1) {
        all.push_back({region, count, 0});
    }
}

} // namespace

Scenario apply(const DeployCommand &command, Scenario scenario) {
    if (!command.app.empty()) {
        scenario.app = command.app;
    }
    if (command.kind == DeployCommand::Kind::Deploy) {
        scenario.regions = command.regions;
        drop_undeployed(scenario);
        return scenario;
    }
    for (const std::string &code : command.regions) {
        if (command.count == 0) {
            std::erase(scenario.regions, code);
            continue;
        }
        if (!scenario.deploys(code)) {
            scenario.regions.push_back(code);
        }
        if (scenario.announce == Announce::Everywhere) {
            run_instances(scenario, code, command.count);
        }
    }
    drop_undeployed(scenario);
    return scenario;
}

} // namespace catchment
