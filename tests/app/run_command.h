// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

/// What a command prints, and its status.
namespace catchment::app {

struct Result {
    int status = 0;
    std::string out;
    std::string err;
};

inline Result run(const Command &command, const std::vector<std::string> &words) {
    std::ostringstream out, err;
    std::streambuf *const old_out = std::cout.rdbuf(out.rdbuf());
    std::streambuf *const old_err = std::cerr.rdbuf(err.rdbuf());
    const int status = run_command(command, words);
    std::cout.rdbuf(old_out);
    std::cerr.rdbuf(old_err);
    return {status, out.str(), err.str()};
}

inline QJsonObject json(const Result &result) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(result.out)).object();
}

inline bool has(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

/// The row of an array whose `key` is `value`.
inline QJsonObject row_of(const QJsonValue &array, const QString &value, const QString &key = QStringLiteral("code")) {
    for (const QJsonValue &row : array.toArray()) {
        if (row[key].toString() == value) {
            return row.toObject();
        }
    }
    return {};
}

} // namespace catchment::app
