// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/worksheet.h"

#include "app/lessons/lesson_document.h"
#include "io/files.h"
#include "lesson/answers.h"
#include "lesson/claim.h"
#include "maps/figure.h"
#include "maps/fonts.h"
#include "maps/painter.h"
#include "maps/pdf_writer.h"

#include <QBuffer>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace catchment::app {
namespace {

constexpr QSize picture_size(1600, 800);
constexpr int most_cities = 12; ///< of a painting, on paper
const QUrl picture_name(QStringLiteral("map"));
const QString line =
    QStringLiteral("\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_");

QString words(const std::string &text) { return QString::fromStdString(text); }

QImage draw(const std::shared_ptr<const Catchments> &catchments, bool plain) {
    maps::FigureOptions options;
    options.size = picture_size;
    options.parts = {maps::FigurePart::Attribution};
    if (plain) {
        for (const maps::Layer layer :
             {maps::Layer::Cells, maps::Layer::Contested, maps::Layer::CatchmentBorders, maps::Layer::Markers}) {
            options.layers.erase(layer);
        }
        options.layers.erase(maps::Layer::Flows);
    } else {
        options.parts.insert(maps::FigurePart::Legend);
    }
    QImage out(picture_size, QImage::Format_RGB32);
    out.fill(Qt::white);
    QPainter painter(&out);
    maps::paint(painter, maps::layout_figure(catchments, options));
    return out;
}

/// As wide as the text on an A4 page; the picture has more pixels than that.
void fitPicture(QTextDocument &document) {
    constexpr double width = 500; // at 96 to the inch
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (!it.fragment().charFormat().isImageFormat()) {
                continue;
            }
            QTextImageFormat format = it.fragment().charFormat().toImageFormat();
            format.setWidth(width);
            format.setHeight(width * picture_size.height() / picture_size.width());
            QTextCursor cursor(&document);
            cursor.setPosition(it.fragment().position());
            cursor.setPosition(it.fragment().position() + it.fragment().length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
            return;
        }
    }
}

} // namespace

Worksheet::Worksheet(const Lesson &lesson, LessonSolver &solver, bool answers)
    : lesson_(lesson), solver_(solver), answers_(answers) {
    const auto scenarios = step_scenarios(lesson);
    markdown_ = QStringLiteral("# %1\n\n").arg(words(lesson.title));
    markdown_ += answers ? QStringLiteral("**%1**\n\n").arg(tr("With answers"))
                         : tr("Name:") + QLatin1Char(' ') + line + QStringLiteral("\n\n");
    markdown_ += QStringLiteral("**%1**\n\n%2\n\n").arg(tr("Goals"), words(lesson.goals));
    if (answers) {
        markdown_ += QStringLiteral("**%1**\n\n%2\n\n").arg(tr("For the teacher"), words(lesson.teacher));
    }
    markdown_ += QStringLiteral("![%1](map)\n\n").arg(tr("Map"));
    int number = 0;
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        addStep(lesson.steps[i], scenarios[i], ++number);
    }
    markdown_ += QStringLiteral("## %1\n\n").arg(tr("To read on"));
    for (const LessonSource &source : lesson.sources) {
        markdown_ += QStringLiteral("- %1: %2\n").arg(words(source.title), words(source.url));
    }
    picture_ = draw(solver.solve(scenarios.front().begin), !answers);
}

void Worksheet::addStep(const LessonStep &step, const StepScenarios &scenarios, int number) {
    markdown_ += QStringLiteral("## %1 · %2\n\n%3\n\n").arg(number).arg(words(step.heading), words(step.text));
    if (step.question) {
        addQuestion(step, scenarios);
    }
    if (step.task) {
        markdown_ += QStringLiteral("**%1** %2\n\n").arg(tr("Do:"), words(step.task->words));
    }
    if (answers_ && !step.answer.empty()) {
        markdown_ += QStringLiteral("*%1* %2\n\n").arg(tr("Answer:"), words(step.answer));
    }
    if (answers_ && !step.teacher.empty()) {
        markdown_ += QStringLiteral("*%1* %2\n\n").arg(tr("For the teacher:"), words(step.teacher));
    }
}

void Worksheet::addQuestion(const LessonStep &step, const StepScenarios &scenarios) {
    const Question &question = *step.question;
    markdown_ += QStringLiteral("**%1**\n\n").arg(words(question.words));
    switch (question.kind) {
    case QuestionKind::Choice:
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            const bool right =
                std::find(question.right.begin(), question.right.end(), static_cast<int>(i)) != question.right.end();
            markdown_ += QStringLiteral("%1 %2\n\n")
                             .arg(answers_ && right ? QStringLiteral("☒") : QStringLiteral("☐"),
                                  words(question.options[i].text));
        }
        break;
    case QuestionKind::Predict:
    case QuestionKind::Paint:
        addMarks(question, *solver_.solve(scenarios.revealed));
        break;
    case QuestionKind::Number:
        markdown_ += answers_
                         ? QStringLiteral("**%1**\n\n")
                               .arg(QLocale().toString(asked_number(question.of, *solver_.solve(scenarios.revealed),
                                                                    lesson_.file.string(), step.line),
                                                       'f', 1))
                         : line + QStringLiteral("\n\n");
        break;
    case QuestionKind::Text:
        if (!answers_) {
            markdown_ += line + line + QStringLiteral("\n\n") + line + line + QStringLiteral("\n\n");
        }
        break;
    }
}

void Worksheet::addMarks(const Question &question, const Catchments &revealed) {
    auto cities = asked_cities(question, revealed.world());
    cities.resize(std::min<std::size_t>(cities.size(), most_cities));
    markdown_ +=
        QStringLiteral("| %1 | %2 |%3\n|---|---|%4\n")
            .arg(tr("City"), tr("Your prediction"), answers_ ? QStringLiteral(" %1 |").arg(tr("Answer")) : QString(),
                 answers_ ? QStringLiteral("---|") : QString());
    for (const CityId id : cities) {
        const auto region = revealed.cities[id.index()].region;
        markdown_ += QStringLiteral("| %1, %2 | \u2003\u2003\u2003\u2003\u2003\u2003 |")
                         .arg(words(revealed.world().city(id).name), words(revealed.world().city(id).country));
        if (answers_) {
            markdown_ +=
                QStringLiteral(" %1 |").arg(region ? words(revealed.op().regions[region->index()].code) : tr("none"));
        }
        markdown_ += QLatin1Char('\n');
    }
    markdown_ += QLatin1Char('\n');
}

void Worksheet::print(QPagedPaintDevice &paper) const {
    QTextDocument document;
    QFont font = maps::map_font(1);
    font.setPointSizeF(10.5); // of paper: pixels would not grow with its resolution
    setLessonText(document, markdown_, font);
    document.addResource(QTextDocument::ImageResource, picture_name, picture_);
    fitPicture(document);
    document.print(&paper);
}

void Worksheet::writePdf(const QString &file) const {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter paper(&buffer);
        paper.setPageSize(QPageSize(QPageSize::A4));
        paper.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
        paper.setTitle(words(lesson_.title));
        paper.setCreator(QStringLiteral("Catchment"));
        print(paper);
    }
    maps::fix_pdf_date(bytes, QString::fromStdString(solver_.world()->date));
    write_file(file.toStdString(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace catchment::app
