// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_panel.h"

#include "app/lessons/lesson_document.h"
#include "app/lessons/lesson_run.h"
#include "app/lessons/mark_view.h"
#include "app/lessons/question_view.h"
#include "app/workspace.h"
#include "maps/fonts.h"

#include <QAbstractTextDocumentLayout>
#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace catchment::app {
namespace {

QLabel *wrapped(const QString &words, const QString &role, QWidget *parent) {
    auto *label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", role);
    return label;
}

} // namespace

LessonPanel::LessonPanel(Workspace &workspace, LessonRun &run, QWidget *parent)
    : QWidget(parent), workspace_(workspace), run_(run), title_(new QLabel(this)), place_(new QLabel(this)),
      progress_(new QProgressBar(this)), text_(new QTextBrowser(this)), asked_(new QWidget(this)),
      asked_layout_(new QVBoxLayout(asked_)), hint_(new QPushButton(tr("H&int"), this)),
      back_(new QPushButton(tr("&Back"), this)), check_(new QPushButton(tr("&Check"), this)),
      next_(new QPushButton(tr("&Next"), this)) {
    setObjectName(QStringLiteral("lessonPanel"));
    setAttribute(Qt::WA_StyledBackground);
    title_->setTextFormat(Qt::PlainText);
    title_->setObjectName(QStringLiteral("lessonTitle"));
    title_->setProperty("role", QStringLiteral("lessonTitle"));
    title_->setWordWrap(true);
    place_->setProperty("role", QStringLiteral("muted"));
    place_->setObjectName(QStringLiteral("lessonPlace"));
    auto *leave = new QToolButton(this);
    leave->setObjectName(QStringLiteral("lessonLeave"));
    leave->setText(QStringLiteral("✕"));
    leave->setToolTip(tr("Leave the lesson"));
    leave->setAccessibleName(leave->toolTip());
    connect(leave, &QToolButton::clicked, this, &LessonPanel::leaveWanted);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(4);
    progress_->setAccessibleName(tr("Steps that are complete"));
    text_->setObjectName(QStringLiteral("lessonText"));
    text_->setAccessibleName(tr("What the lesson says"));
    text_->setOpenExternalLinks(true);
    text_->setFrameShape(QFrame::NoFrame);
    asked_layout_->setContentsMargins(0, 0, 0, 0);
    asked_layout_->setSpacing(6);
    hint_->setObjectName(QStringLiteral("lessonHint"));
    back_->setObjectName(QStringLiteral("lessonBack"));
    check_->setObjectName(QStringLiteral("lessonCheck"));
    next_->setObjectName(QStringLiteral("lessonNext"));

    auto *top = new QHBoxLayout;
    top->addWidget(title_, 1);
    top->addWidget(leave, 0, Qt::AlignTop);
    auto *second = new QHBoxLayout;
    second->addWidget(progress_, 1);
    second->addWidget(place_);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(back_);
    buttons->addWidget(hint_);
    buttons->addStretch(1);
    buttons->addWidget(check_);
    buttons->addWidget(next_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addLayout(second);
    layout->addWidget(text_, 1);
    layout->addWidget(asked_);
    layout->addLayout(buttons);
    setMinimumWidth(maps::text_room(220));

    connect(hint_, &QPushButton::clicked, this, [this] {
        hinted_ = true;
        showText();
        showButtons();
    });
    // The question below takes its height after the text is set; what the user scrolls to then stays.
    connect(text_->verticalScrollBar(), &QScrollBar::rangeChanged, this, &LessonPanel::scrollToNews);
    connect(text_->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { news_ = 0; });
    connect(back_, &QPushButton::clicked, &run_, &LessonRun::back);
    connect(next_, &QPushButton::clicked, this, [this] { run_.over() ? emit leaveWanted() : run_.next(); });
    connect(check_, &QPushButton::clicked, this, &LessonPanel::check);
    connect(&run_, &LessonRun::changed, this, &LessonPanel::show);
    connect(&run_, &LessonRun::marksChanged, this, &LessonPanel::showButtons);
    connect(&workspace.appearance, &Appearance::changed, this, [this] {
        if (run_.running()) {
            showText();
        }
    });
}

void LessonPanel::show() {
    if (!run_.running()) {
        return;
    }
    const int count = static_cast<int>(run_.lesson().steps.size());
    title_->setText(QString::fromStdString(run_.lesson().title));
    place_->setText(run_.over() ? tr("done") : tr("%1 of %2").arg(run_.at() + 1).arg(count));
    progress_->setMaximum(count);
    progress_->setValue(static_cast<int>(run_.at()));
    if (run_.over() || !run_.answer().done) {
        hinted_ = false;
    }
    showText();
    run_.over() ? showEnd() : showQuestion();
    showButtons();
}

void LessonPanel::showText() {
    QString markdown;
    news_ = 0;
    if (run_.over()) {
        markdown = tr("## You are through\n\n%1 of %2 points.").arg(run_.points()).arg(run_.pointsOf());
        markdown += QStringLiteral("\n\n") + tr("To read on:") + QStringLiteral("\n\n");
        for (const LessonSource &source : run_.lesson().sources) {
            markdown += QStringLiteral("- [%1](%2)\n")
                            .arg(QString::fromStdString(source.title), QString::fromStdString(source.url));
        }
    } else {
        const LessonStep &step = run_.step();
        markdown =
            QStringLiteral("### %1\n\n%2").arg(QString::fromStdString(step.heading), QString::fromStdString(step.text));
        if (run_.at() == 0 && !run_.lesson().goals.empty()) {
            markdown += QStringLiteral("\n\n*%1*\n\n%2")
                            .arg(tr("After this lesson you can:"), QString::fromStdString(run_.lesson().goals));
        }
        const QString known = markdown;
        if (hinted_) {
            markdown += QStringLiteral("\n\n**%1** %2").arg(tr("Hint:"), QString::fromStdString(step.hint));
        }
        if ((step.question || step.task) && run_.complete() && !step.answer.empty()) {
            markdown += QStringLiteral("\n\n---\n\n") + QString::fromStdString(step.answer);
        }
        if (markdown != known) {
            QTextDocument before;
            setLessonText(before, known, maps::font(14));
            news_ = before.blockCount();
        }
    }
    setLessonText(*text_->document(), markdown, maps::font(14));
    text_->moveCursor(QTextCursor::Start);
    scrollToNews();
}

/// Hint and answer are read from their beginning.
void LessonPanel::scrollToNews() {
    const QTextBlock block = text_->document()->findBlockByNumber(news_);
    if (news_ > 0 && block.isValid()) {
        const double top = text_->document()->documentLayout()->blockBoundingRect(block).top();
        text_->verticalScrollBar()->setValue(static_cast<int>(top));
    }
}

void LessonPanel::showQuestion() {
    question_ = nullptr;
    marks_ = nullptr;
    while (QLayoutItem *item = asked_layout_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const LessonStep &step = run_.step();
    if (step.question) {
        asked_layout_->addWidget(
            wrapped(QString::fromStdString(step.question->words), QStringLiteral("question"), asked_));
        if (step.question->kind == QuestionKind::Predict || step.question->kind == QuestionKind::Paint) {
            marks_ = new MarkView(workspace_, run_, asked_);
            asked_layout_->addWidget(marks_);
            connect(marks_, &MarkView::turnChanged, this, &LessonPanel::turnChanged);
        } else {
            question_ = new QuestionView(*step.question, run_.answer(), run_.score(), asked_);
            asked_layout_->addWidget(question_);
            connect(question_, &QuestionView::edited, this, &LessonPanel::showButtons);
            connect(question_, &QuestionView::submitted, this, &LessonPanel::check);
        }
        if (run_.score() && run_.score()->of > 0) {
            auto *points = wrapped(tr("%1 of %2 points").arg(run_.score()->points).arg(run_.score()->of),
                                   QStringLiteral("points"), asked_);
            points->setObjectName(QStringLiteral("lessonPoints"));
            asked_layout_->addWidget(points);
            QAccessibleEvent event(points, QAccessible::Alert);
            QAccessible::updateAccessibility(&event);
        }
    }
    if (step.task && (!step.question || run_.score())) {
        auto *task = wrapped((run_.complete() ? QStringLiteral("✓ ") : QStringLiteral("→ ")) +
                                 QString::fromStdString(step.task->words),
                             run_.complete() ? QStringLiteral("good") : QStringLiteral("question"), asked_);
        task->setObjectName(QStringLiteral("lessonTask"));
        asked_layout_->addWidget(task);
    }
}

void LessonPanel::showEnd() {
    question_ = nullptr;
    marks_ = nullptr;
    while (QLayoutItem *item = asked_layout_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!run_.lesson().id.empty()) {
        auto *save = new QPushButton(tr("&Save my answers …"), asked_);
        save->setObjectName(QStringLiteral("lessonHandIn"));
        connect(save, &QPushButton::clicked, this, &LessonPanel::handInWanted);
        asked_layout_->addWidget(save);
    }
}

void LessonPanel::showButtons() {
    if (!run_.running()) {
        return;
    }
    const bool asks = run_.asks();
    hint_->setVisible(!run_.over() && !run_.step().hint.empty() && !hinted_ && !run_.complete());
    back_->setVisible(run_.canGoBack());
    check_->setVisible(asks);
    check_->setText(marks_ ? tr("&Reveal") : tr("&Check"));
    const bool enough = marks_ ? !run_.answer().marks.empty() : question_ && question_->ready();
    check_->setEnabled(enough);
    check_->setDefault(asks);
    next_->setVisible(!asks);
    next_->setEnabled(run_.complete());
    next_->setText(run_.over() ? tr("&Leave") : tr("&Next"));
}

void LessonPanel::check() {
    if (marks_) {
        run_.submit(run_.answer());
    } else if (question_ && question_->ready()) {
        run_.submit(question_->answer());
    }
}

} // namespace catchment::app
