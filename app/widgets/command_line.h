// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QCompleter;
class QStandardItemModel;

namespace catchment {
struct Operator;
}

namespace catchment::app {

/// Where in the words a region code is being written: characters [start, start + length).
struct RegionWord {
    int start = 0;
    int length = 0;
    friend bool operator==(const RegionWord &, const RegionWord &) = default;
};

/// The region code at `cursor`, which may be empty so far; nothing where no region is expected there: after `-r`,
/// `--region` or `--regions`, also behind a comma, a quote or `=`.
std::optional<RegionWord> regionWordAt(const QString &words, int cursor);

/// A line for commands: up and down go through what was entered before, and region codes are completed.
class CommandLine : public QLineEdit {
    Q_OBJECT

public:
    explicit CommandLine(QWidget *parent = nullptr);

    /// Offers the codes and aliases of these regions.
    void setRegions(const Operator &op);

    /// Keeps `words` for going back to; the same words twice in a row are kept once.
    void remember(const QString &words);

    /// Is a completion chosen, so that Enter means to take it?
    bool completing() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void offer();
    void take(const QString &code);
    void showPast(int at);

    QCompleter *completer_;
    QStandardItemModel *codes_;
    QStringList past_;
    int at_ = 0;    ///< into past_; its size: the words being written
    QString draft_; ///< those, while older ones are shown
};

} // namespace catchment::app
