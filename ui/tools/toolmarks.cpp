// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/tools/toolmarks.h"

#include "ui/parts/wraplayout.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/tools/noteview.h"

#include "catalogue/webaddress.h"
#include "wording/toolwording.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool hasCoverage(const Tool &tool)
{
    return !tool.readModels.isEmpty() || !tool.writeActions.isEmpty() || !tool.features.isEmpty();
}

QSize smallIcon()
{
    const int side = Metrics::iconSize() * 3 / 4;
    return {side, side};
}

bool hasText(const std::optional<QString> &note)
{
    return note && !note->trimmed().isEmpty();
}

} // namespace

ToolMarks::ToolMarks(QWidget *parent)
    : QWidget(parent)
    , m_row(new QWidget(this))
    , m_note(new NoteView(this))
{
    auto *row = new WrapLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::space(1));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_row);
    layout->addWidget(m_note);

    m_marks = {{addButton(u"paidApiMark"_s, tr("Paid API")), &Tool::paidApiNote},
        {addButton(u"partnershipMark"_s, tr("Partnership")), &Tool::partnerOnlyNote},
        {addButton(u"fastTrackMark"_s, tr("Fast track")), &Tool::fastTrackNote}};
    for (const Mark &mark : std::as_const(m_marks)) {
        mark.button->setCheckable(true);
        const bool isGoodNews = mark.note == &Tool::fastTrackNote;
        mark.button->setIcon(isGoodNews ? icon(IconName::Info, ColorToken::Practice)
                                        : icon(IconName::TriangleAlert, ColorToken::Warning));
        connect(mark.button, &QPushButton::toggled, this,
            [this, mark](bool isOpen) { toggle(mark, isOpen); });
    }
    setUpGuide();
    m_coverage = addButton(u"coverageButton"_s, tr("Coverage…"));
    connect(m_coverage, &QPushButton::clicked, this, &ToolMarks::coverageRequested);
    m_note->hide();
    hide();
}

QPushButton *ToolMarks::addButton(const QString &name, const QString &label)
{
    auto *button = new QPushButton(label, m_row);
    button->setObjectName(name);
    button->setFont(Metrics::small());
    button->setIconSize(smallIcon());
    button->setProperty("emphasis", u"quiet"_s);
    m_row->layout()->addWidget(button);
    return button;
}

void ToolMarks::setUpGuide()
{
    m_guideButton = addButton(u"guideButton"_s, tr("Connection guide"));
    m_guideButton->setIcon(icon(IconName::ExternalLink));
    m_copyGuide = addButton(u"copyGuideButton"_s, {});
    m_copyGuide->setIcon(icon(IconName::Copy));
    m_copyGuide->setAccessibleName(tr("Copy connection guide"));
    m_copyGuide->setToolTip(tr("Copy connection guide"));
    connect(m_guideButton, &QPushButton::clicked, this, &ToolMarks::openGuide);
    connect(m_copyGuide, &QPushButton::clicked, this, &ToolMarks::copyGuide);
}

void ToolMarks::present(const std::optional<Tool> &tool)
{
    const Tool shown = tool.value_or(Tool());
    if (shown != m_tool)
        closeNote();
    m_tool = shown;
    bool hasMark = false;
    for (const Mark &mark : std::as_const(m_marks)) {
        mark.button->setVisible(hasText(m_tool.*mark.note));
        hasMark = hasMark || hasText(m_tool.*mark.note);
    }
    m_guide = webAddress(m_tool.connectionGuideUrl.value_or(QString()));
    m_guideButton->setVisible(!m_guide.isEmpty());
    m_guideButton->setToolTip(ToolWording::opensInBrowser(m_guide));
    m_copyGuide->setVisible(!m_guide.isEmpty());
    m_coverage->setVisible(hasCoverage(m_tool));
    setVisible(hasMark || !m_guide.isEmpty() || hasCoverage(m_tool));
}

void ToolMarks::toggle(const Mark &mark, bool isOpen)
{
    if (!isOpen) {
        const bool isAnyOpen = std::any_of(m_marks.cbegin(), m_marks.cend(),
            [](const Mark &other) { return other.button->isChecked(); });
        m_note->setVisible(isAnyOpen);
        return;
    }
    for (const Mark &other : std::as_const(m_marks)) {
        if (other.button != mark.button)
            other.button->setChecked(false);
    }
    m_note->setAccessibleName(mark.button->text());
    m_note->setNote((m_tool.*mark.note).value_or(QString()));
    m_note->show();
}

void ToolMarks::closeNote()
{
    for (const Mark &mark : std::as_const(m_marks))
        mark.button->setChecked(false);
}

void ToolMarks::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_note->isHidden()) {
        QWidget::keyPressEvent(event);
        return;
    }
    for (const Mark &mark : std::as_const(m_marks)) {
        if (mark.button->isChecked())
            mark.button->setFocus(Qt::OtherFocusReason);
    }
    closeNote();
}

void ToolMarks::openGuide()
{
    if (!m_guide.isEmpty())
        QDesktopServices::openUrl(m_guide);
}

void ToolMarks::copyGuide()
{
    QGuiApplication::clipboard()->setText(m_guide.toString(QUrl::FullyEncoded));
    Q_EMIT copied(m_guideButton->text());
}

} // namespace desk
