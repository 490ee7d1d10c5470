// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/rib_results.h"

#include "io/prefix.h"
#include "rib/rib_simulator.h"
#include "rib/rib_ties.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <deque>
#include <exception>
#include <mutex>
#include <span>
#include <thread>

namespace catchment {
namespace {

using Node = AsGraph::Node;

void append(std::string &out, std::uint32_t number) {
    char digits[10];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, static_cast<std::size_t>(end - digits));
}

void append(std::string &out, std::span<const Asn> networks) {
    out += '[';
    bool first = true;
    for (const Asn asn : networks) {
        out += first ? "" : ", ";
        append(out, asn.value);
        first = false;
    }
    out += ']';
}

std::string_view word(LearnedFrom learned) {
    switch (learned) {
    case LearnedFrom::Own:
        return "own";
    case LearnedFrom::Customer:
        return "customer";
    case LearnedFrom::Peer:
        return "peer";
    case LearnedFrom::Provider:
        return "provider";
    case LearnedFrom::None:
        break;
    }
    return "none";
}

/// The lines about one prefix, one after the other.
struct Segment {
    std::string text;
    std::vector<std::size_t> ends; ///< per network asked for: where its line ends
};

/// One thread's tools.
class Worker {
public:
    explicit Worker(const RibQuestion &question) : question_(question) {
        if (question.prefer.empty()) {
            solver_.emplace(question.graph, question.validators);
            ties_.emplace(*solver_);
        } else {
            simulator_.emplace(question.graph, question.validators, question.prefer);
        }
    }

    /// Fills the segment with the lines of these networks; what oscillates where there is no end to it.
    std::vector<Asn> work(const RibPrefix &prefix, std::span<const Node> networks, Segment &segment) {
        segment.text.clear();
        segment.ends.clear();
        if (simulator_) {
            std::vector<Asn> restless = simulator_->run(prefix);
            if (!restless.empty()) {
                segment.ends.assign(networks.size(), 0);
                return restless;
            }
        } else if (question_.ties) {
            solver_->solve_with_ties(prefix);
            ties_->restart();
        } else {
            solver_->solve(prefix);
        }
        const RibSolution &solution = simulator_ ? simulator_->solution() : solver_->solution();
        const std::string prefix_words = to_string(prefix.prefix);
        for (const Node node : networks) {
            if (solution.reached(node)) {
                line(solution, node, prefix_words, segment.text);
            }
            segment.ends.push_back(segment.text.size());
        }
        return {};
    }

private:
    void line(const RibSolution &solution, Node node, const std::string &prefix_words, std::string &out) {
        path_.clear();
        solution.append_path(node, path_);
        out += "{\"asn\": ";
        append(out, solution.graph->asn(node).value);
        out += ", \"prefix\": \"";
        out += prefix_words;
        out += "\", \"path\": ";
        append(out, path_);
        out += ", \"learnedFrom\": \"";
        out += word(solution.learned_from(node));
        out += "\", \"announcer\": ";
        append(out, solution.graph->asn(solution.prefix->announcers[solution.announcer(node)].node).value);
        if (question_.ties && solver_) {
            out += ", \"ties\": [";
            bool first = true;
            for (const std::vector<Asn> &path : ties_->paths(node, *question_.ties)) {
                out += first ? "" : ", ";
                append(out, path);
                first = false;
            }
            out += "], \"origins\": ";
            append(out, ties_->origins(node));
        }
        out += "}\n";
    }

    const RibQuestion &question_;
    std::optional<RibSolver> solver_;
    std::optional<RibTies> ties_;
    std::optional<RibSimulator> simulator_;
    std::vector<Asn> path_;
};

/// Prefixes are computed by all workers, each taking the next one; networks block by block, so that the lines of
/// a block fit into memory. What comes out of it is put together in order.
class Run {
public:
    explicit Run(const RibQuestion &question)
        : question_(question), segments_(question.prefixes.size()), restless_(question.prefixes.size()) {
        const std::size_t cores = question.threads != 0 ? question.threads : std::thread::hardware_concurrency();
        const std::size_t workers = std::clamp<std::size_t>(cores, 1, std::max<std::size_t>(segments_.size(), 1));
        for (std::size_t i = 0; i < workers; ++i) {
            workers_.emplace_back(question);
        }
    }

    void write(const std::function<void(std::string_view)> &write) {
        const std::size_t prefixes = std::max<std::size_t>(question_.prefixes.size(), 1);
        const std::size_t per_line = 1 + question_.ties.value_or(0);
        const std::size_t block = std::max<std::size_t>(question_.most_lines / prefixes / per_line, 1);
        const std::span<const Node> networks = question_.networks;
        for (std::size_t begin = 0; begin < networks.size(); begin += block) {
            const auto these = networks.subspan(begin, std::min(block, networks.size() - begin));
            compute(these);
            put_together(these.size(), write);
        }
    }

    std::vector<RibOscillation> oscillations() {
        std::vector<RibOscillation> out;
        for (std::size_t p = 0; p < restless_.size(); ++p) {
            if (!restless_[p].empty()) {
                out.push_back({question_.prefixes[p].prefix, std::move(restless_[p])});
            }
        }
        return out;
    }

private:
    void compute(std::span<const Node> networks) {
        std::atomic<std::size_t> next = 0;
        std::exception_ptr failure;
        std::mutex mutex;
        const auto work = [&](Worker &worker) {
            try {
                for (std::size_t p = next++; p < segments_.size(); p = next++) {
                    restless_[p] = worker.work(question_.prefixes[p], networks, segments_[p]);
                }
            } catch (...) {
                const std::scoped_lock lock(mutex);
                failure = std::current_exception();
            }
        };
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 1; i < workers_.size(); ++i) {
                threads.emplace_back([&work, &worker = workers_[i]] { work(worker); });
            }
            work(workers_.front());
        }
        if (failure) {
            std::rethrow_exception(failure);
        }
    }

    void put_together(std::size_t networks, const std::function<void(std::string_view)> &write) const {
        if (segments_.size() == 1) {
            write(segments_.front().text);
            return;
        }
        std::string out;
        for (std::size_t n = 0; n < networks; ++n) {
            for (const Segment &segment : segments_) {
                const std::size_t begin = n == 0 ? 0 : segment.ends[n - 1];
                out.append(segment.text, begin, segment.ends[n] - begin);
            }
            if (out.size() > (std::size_t{1} << 20) || n + 1 == networks) {
                write(out);
                out.clear();
            }
        }
    }

    const RibQuestion &question_;
    std::vector<Segment> segments_;          ///< per prefix
    std::vector<std::vector<Asn>> restless_; ///< per prefix
    std::deque<Worker> workers_;
};

} // namespace

std::vector<RibOscillation> write_rib(const RibQuestion &question, const std::function<void(std::string_view)> &write) {
    Run run(question);
    run.write(write);
    return run.oscillations();
}

} // namespace catchment
