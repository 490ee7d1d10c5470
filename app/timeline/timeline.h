// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/scenario_document.h"
#include "app/job.h"
#include "app/results.h"
#include "app/timeline/time_scale.h"
#include "routing/playback.h"

#include <QElapsedTimer>
#include <QTimer>

namespace catchment::app {

/// An event, message by message, with the states that it leads from and to.
struct Reenactment {
    std::shared_ptr<const Convergence> convergence;
    std::shared_ptr<const Convergence> phases; ///< its two ends, with what spreads in between in three steps
    std::shared_ptr<const Catchments> before, after;
};

/// Nothing where it was stopped. Throws ScenarioError where the simulator refuses the scenario, and
/// std::runtime_error where the routes do not settle within Timeline::most_messages.
std::optional<Reenactment> reenact(const std::shared_ptr<const World> &world, const Scenario &scenario,
                                   const Event &event, const std::stop_token &stop);

/// What follows an event until the routes have settled, at one moment. The event is an edit of the scenario: the end
/// of the track is the scenario as it stands. Any other edit closes the timeline.
class Timeline : public QObject {
    Q_OBJECT

public:
    enum class Scale { Busy, Even, Phases }; ///< see TimeScale
    Q_ENUM(Scale)

    static constexpr std::size_t most_messages = 2'000'000; ///< that follow one event, those inside networks as well

    Timeline(ScenarioDocument &document, const Results &results, QObject *parent = nullptr);
    ~Timeline() override;

    /// Computes what follows an event (in the words of parse_event), makes it the scenario's, and stands before it.
    /// Emits `failed` where that cannot be, and changes nothing then.
    void open(const QString &event);
    /// The same, and plays.
    void play(const QString &event);
    /// The last edit, where it is one event: plays it from the state before.
    void playLast();
    /// The event that the last edit is; none where it is something else.
    std::optional<Event> last() const;
    /// Back to the scenario as it stands.
    void close();

    bool isOpen() const { return playback_ != nullptr; }
    bool busy() const { return job_.busy(); }
    /// In the words of parse_event; empty where closed.
    QString event() const { return event_; }
    /// Null where closed; under Scale::Phases of the phases alone.
    const catchment::Playback *playback() const { return playback_.get(); }
    /// Of the messages, whatever the scale; null where closed.
    const Reenactment *reenactment() const { return isOpen() ? &shown_ : nullptr; }
    /// Who is served by whom now: made anew at each call.
    std::shared_ptr<const Catchments> catchments() const;

    Scale scale() const { return scale_; }
    /// Goes on at the same moment; from the phases or to them at the beginning.
    void setScale(Scale scale);
    const TimeScale &timeScale() const { return time_scale_; }

    double position() const { return position_; } ///< seconds on the track
    double length() const { return time_scale_.length(); }
    void setPosition(double seconds);
    Moment now() const { return now_; }
    Moment sinceEvent() const; ///< negative before it
    void goTo(Moment moment);
    bool atEnd() const { return isOpen() && position_ >= length(); }

    /// To the next or last moment at which a route changes.
    void step();
    void stepBack();
    /// To the next route change of one of these routers; false where there is none.
    bool stepTo(const std::vector<RouterId> &routers);

    /// Which phase has been completed last, 0 … 3; always 0 but under Scale::Phases.
    int phase() const;
    /// Shows the phases and goes to the end of the next one; after the last, to the beginning.
    void nextPhase();

    bool playing() const { return clock_.isActive(); }
    /// From the end it begins again.
    void setPlaying(bool playing);
    double speed() const { return speed_; }
    void setSpeed(double speed) { speed_ = speed; }

signals:
    /// Another moment, or opened, closed, begun or ceased to play or to compute.
    void changed();
    /// Another track: opened, closed, or on another scale.
    void trackChanged();
    /// The playhead has come to the end, by whatever way.
    void finished();
    /// The text says what cannot be shown, and why.
    void failed(const QString &text);

private:
    void compute(const QString &words, bool plays);
    void compute(Scenario scenario, const Event &event, bool plays);
    void show(Reenactment reenactment, const Event &event, bool plays);
    void makeTrack();
    void moveTo(Moment moment, double position);
    void tick();

    ScenarioDocument &document_;
    const Results &results_;
    Job job_;
    Reenactment shown_;
    std::unique_ptr<catchment::Playback> playback_;
    QString event_;
    TimeScale time_scale_;
    Scale scale_ = Scale::Busy;
    Moment now_{-1};
    double position_ = 0;
    double speed_ = 1;
    QTimer clock_;
    QElapsedTimer elapsed_;
    bool own_edit_ = false; ///< the scenario changes because of the event
};

} // namespace catchment::app
