// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/svg_text.h"

#include "maps/fonts.h"

#include <array>
#include <charconv>
#include <cmath>

namespace catchment::maps::svg {
namespace {

constexpr double steps = 100; // of a pixel: two decimals

/// A coordinate in steps.
struct Step {
    long long x = 0, y = 0;
    friend bool operator==(const Step &, const Step &) = default;
    friend Step operator-(const Step &a, const Step &b) { return {a.x - b.x, a.y - b.y}; }
};

Step rounded(const QPainterPath::Element &element) {
    return {std::llround(element.x * steps), std::llround(element.y * steps)};
}

void append_steps(QByteArray &out, long long value, bool first) {
    if (!first && value >= 0)
        out += ' ';
    if (value < 0)
        out += '-';
    const long long size = std::llabs(value), whole = size / 100, rest = size % 100;
    if (whole > 0 || rest == 0)
        out += QByteArray::number(whole);
    if (rest == 0)
        return;
    out += '.';
    out += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0)
        out += static_cast<char>('0' + rest % 10);
}

void append(QByteArray &out, Step step, bool first) {
    append_steps(out, step.x, first);
    append_steps(out, step.y, false);
}

} // namespace

QByteArray number(double value, int decimals) {
    std::array<char, 64> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    if (error != std::errc())
        return "0";
    QByteArray out(buffer.data(), end - buffer.data());
    if (out.contains('.')) {
        while (out.endsWith('0'))
            out.chop(1);
        if (out.endsWith('.'))
            out.chop(1);
    }
    return out == "-0" ? "0" : out;
}

QByteArray point(QPointF at) { return number(at.x()) + ' ' + number(at.y()); }

QByteArray attribute(const char *name, const QByteArray &value) { return QByteArray(" ") + name + "=\"" + value + '"'; }

QByteArray escaped(const QString &text) {
    QString out;
    for (const QChar c : text) {
        if (c == u'&')
            out += QStringLiteral("&amp;");
        else if (c == u'<')
            out += QStringLiteral("&lt;");
        else if (c == u'>')
            out += QStringLiteral("&gt;");
        else if (c == u'"')
            out += QStringLiteral("&quot;");
        else if (c == u'\t' || c == u'\n' || (c >= u' ' && c != QChar(0xfffe) && c != QChar(0xffff)))
            out += c;
    }
    return out.toUtf8();
}

QByteArray identifier(const QString &text) {
    QByteArray out;
    for (const char c : text.toUtf8()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_';
        out += plain ? c : '_';
    }
    return out;
}

QByteArray path_data(const QPainterPath &path) {
    QByteArray out;
    Step start, at;
    char last = 0;
    const auto close = [&] {
        // Qt joins the ends of a subpath that comes back to where it began.
        if (last != 0 && last != 'm' && at == start)
            out += 'z';
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const Step next = rounded(element);
        if (element.isMoveTo()) {
            close();
            // Absolute, so that no subpath depends on how the one before it ended.
            out += 'M';
            append(out, next, true);
            start = at = next;
            last = 'm';
        } else if (element.isCurveTo()) {
            const Step second = rounded(path.elementAt(i + 1)), end = rounded(path.elementAt(i + 2));
            const bool first = last != 'c';
            if (first)
                out += 'c';
            append(out, next - at, first);
            append(out, second - at, false);
            append(out, end - at, false);
            at = end;
            i += 2;
            last = 'c';
        } else if (next != at) {
            const bool first = last != 'l';
            if (first)
                out += 'l';
            append(out, next - at, first);
            at = next;
            last = 'l';
        }
    }
    close();
    return out;
}

int font_pixels(double size) { return map_font(size).pixelSize(); }

QByteArray font_families() { return "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif"; }

} // namespace catchment::maps::svg
