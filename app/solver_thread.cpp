// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/solver_thread.h"

#include "io/world_reader.h"
#include "routing/solver.h"

#include <QElapsedTimer>

#include <deque>
#include <exception>
#include <utility>

namespace catchment::app {

/// What stays in the thread: the world, its solver, and the last few results, so that undo costs nothing.
class SolverThread::Worker {
public:
    struct Solved {
        Scenario scenario;
        std::shared_ptr<const Catchments> catchments;
        double milliseconds = 0;
    };

    void setWorld(std::shared_ptr<const World> world) {
        solver_.emplace(std::move(world));
        kept_.clear();
        fresh_ = true;
    }

    bool ready() const { return solver_.has_value(); }

    /// Nothing where `stop` was requested.
    std::optional<Solved> solve(const Scenario &scenario, std::stop_token stop) {
        for (const Solved &kept : kept_) {
            if (kept.scenario == scenario) {
                return kept;
            }
        }
        if (std::exchange(fresh_, false)) {
            // The first run prepares what all later ones share, which is not what solving takes.
            solver_->solve(scenario, stop);
        }
        QElapsedTimer timer;
        timer.start();
        const auto solution = solver_->solve(scenario, stop);
        if (!solution || stop.stop_requested()) {
            return {};
        }
        Solved solved{scenario, catchment::catchments(solution), 0};
        solved.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        kept_.push_back(solved);
        if (kept_.size() > keep) {
            kept_.pop_front();
        }
        return solved;
    }

private:
    static constexpr std::size_t keep = 8;
    std::optional<Solver> solver_;
    std::deque<Solved> kept_;
    bool fresh_ = true;
};

SolverThread::SolverThread(QObject *parent)
    : QObject(parent), thread_([this](std::stop_token stop) { run(std::move(stop)); }) {}

SolverThread::~SolverThread() {
    thread_.request_stop();
    const std::scoped_lock lock(mutex_);
    running_.request_stop();
}

void SolverThread::readWorld(std::filesystem::path folder) {
    {
        const std::scoped_lock lock(mutex_);
        world_asked_ = std::move(folder);
    }
    wake_.notify_one();
}

void SolverThread::solve(SolveRequest request) {
    busy_ = true;
    {
        const std::scoped_lock lock(mutex_);
        ++generation_;
        solve_asked_ = std::move(request);
        running_.request_stop();
    }
    wake_.notify_one();
}

void SolverThread::run(std::stop_token stop) {
    Worker worker;
    while (!stop.stop_requested()) {
        std::optional<std::filesystem::path> folder;
        std::optional<SolveRequest> request;
        quint64 generation = 0;
        std::stop_token cancelled;
        {
            std::unique_lock lock(mutex_);
            const auto something = [&] { return world_asked_ || (solve_asked_ && worker.ready()); };
            if (!wake_.wait(lock, stop, something)) {
                return;
            }
            if (world_asked_) {
                folder = std::exchange(world_asked_, {});
            } else {
                request = std::exchange(solve_asked_, {});
                generation = generation_;
                running_ = std::stop_source();
                cancelled = running_.get_token();
            }
        }
        if (folder) {
            runWorld(worker, *folder);
        } else {
            runSolve(worker, *request, generation, cancelled);
        }
    }
}

void SolverThread::runWorld(Worker &worker, const std::filesystem::path &folder) {
    try {
        std::shared_ptr<const World> world = read_world(folder);
        worker.setWorld(world);
        QMetaObject::invokeMethod(
            this, [this, world] { emit worldRead(world); }, Qt::QueuedConnection);
    } catch (const std::exception &error) {
        const QString text = QString::fromUtf8(error.what());
        QMetaObject::invokeMethod(
            this, [this, text] { emit worldFailed(text); }, Qt::QueuedConnection);
    }
}

void SolverThread::runSolve(Worker &worker, const SolveRequest &request, quint64 generation,
                            std::stop_token cancelled) {
    SolveResult result;
    QString problem;
    try {
        const auto after = worker.solve(request.scenario, cancelled);
        if (!after) {
            return;
        }
        result.catchments = after->catchments;
        result.milliseconds = after->milliseconds;
        if (request.scenario.announce == Announce::Everywhere) {
            result.behind = behind_edge(*result.catchments);
        }
        if (request.before) {
            try {
                if (const auto before = worker.solve(*request.before, cancelled)) {
                    result.before = before->catchments;
                    result.comparison = compare(*result.before, *result.catchments);
                    if (has_edges(*result.before, *result.catchments)) {
                        result.edges = compare_edges(*result.before, *result.catchments);
                    }
                }
            } catch (const std::exception &) {
                // What cannot be solved is not compared with.
            }
        }
    } catch (const std::exception &error) {
        problem = QString::fromUtf8(error.what());
    }
    const auto answer = [this, generation, result = std::move(result), problem] {
        if (generation != generation_) {
            return;
        }
        busy_ = false;
        if (problem.isEmpty()) {
            emit solved(result);
        } else {
            emit solveFailed(problem);
        }
    };
    QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
}

} // namespace catchment::app
