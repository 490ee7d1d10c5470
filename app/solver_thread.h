// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "study/catchments.h"
#include "study/comparison.h"
#include "study/edge_study.h"

#include <QObject>
#include <QString>

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace catchment::app {

/// What is to be solved: a scenario, and the one to hold it against.
struct SolveRequest {
    Scenario scenario;
    std::optional<Scenario> before;
};

/// What came out. Immutable results, shared with whoever shows them.
struct SolveResult {
    std::shared_ptr<const Catchments> catchments;
    std::shared_ptr<const Catchments> before; ///< none where there was nothing to compare with
    Comparison comparison;                    ///< of the two; empty without `before`
    std::optional<BehindEdge> behind;         ///< where every edge announces
    std::optional<EdgeComparison> edges;      ///< of the two, where every edge announces in one of them at least
    double milliseconds = 0;                  ///< that solving `scenario` took
};

/// Reads the world and solves scenarios in a thread of its own, one at a time.
///
/// A newer request cancels the older one, and a result that comes too late is dropped: `solved` and
/// `solveFailed` always answer the last request. All signals come on the thread that this object lives in.
class SolverThread : public QObject {
    Q_OBJECT

public:
    explicit SolverThread(QObject *parent = nullptr);
    ~SolverThread() override;

    /// Reads the tables in `folder`; requests wait for it.
    void readWorld(std::filesystem::path folder);

    void solve(SolveRequest request);

    /// Is there a request whose answer has not come yet?
    bool busy() const { return busy_; }

signals:
    void worldRead(std::shared_ptr<const catchment::World> world);
    /// The tables cannot be read; the text says where and why.
    void worldFailed(const QString &text);
    void solved(const catchment::app::SolveResult &result);
    /// The scenario cannot be solved on this world; the text says why.
    void solveFailed(const QString &text);

private:
    class Worker;

    void run(std::stop_token stop);
    void runWorld(Worker &worker, const std::filesystem::path &folder);
    void runSolve(Worker &worker, const SolveRequest &request, quint64 generation, std::stop_token cancelled);

    std::mutex mutex_; ///< guards the four below
    std::condition_variable_any wake_;
    std::optional<std::filesystem::path> world_asked_;
    std::optional<SolveRequest> solve_asked_;
    std::stop_source running_;

    quint64 generation_ = 0; ///< of the last request; on the owner's thread, copied under the mutex
    bool busy_ = false;
    std::jthread thread_; ///< last, so that it ends before what it uses
};

} // namespace catchment::app
