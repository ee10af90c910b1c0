// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/tools/noteview.h"

#include "ui/theme/metrics.h"
#include "ui/tools/notedocument.h"

#include "wording/toolwording.h"

#include <QDesktopServices>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

NoteView::NoteView(QWidget *parent)
    : QTextBrowser(parent)
    , m_note(new NoteDocument(this))
{
    setObjectName(u"toolNote"_s);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_note->setDocumentMargin(Metrics::space(2));
    m_note->setIndentWidth(Metrics::space(4));
    setDocument(m_note);
    connect(this, &QTextBrowser::anchorClicked, this, &NoteView::open);
}

void NoteView::setNote(const QString &markdown)
{
    m_markdown = markdown;
    m_note->setDefaultFont(font());
    m_note->setNote(markdown);
    moveCursor(QTextCursor::Start);
    fitHeight();
}

QSize NoteView::sizeHint() const
{
    return {Metrics::space(60), height()};
}

QSize NoteView::minimumSizeHint() const
{
    return {Metrics::space(20), Metrics::space(8)};
}

QVariant NoteView::loadResource(int, const QUrl &)
{
    return QByteArray();
}

void NoteView::fitHeight()
{
    m_note->setTextWidth(viewport()->width());
    const int wanted = qRound(m_note->size().height());
    setFixedHeight(std::clamp(wanted, Metrics::space(8), Metrics::space(50)));
}

void NoteView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void NoteView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    // The colour of links is laid down when the text is read.
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty())
        setNote(m_markdown);
}

bool NoteView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTextBrowser::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QUrl url(anchorAt(help->pos()));
    // Not the tooltip that the Markdown gives a link: it may say anything.
    if (isNoteLink(url))
        QToolTip::showText(help->globalPos(), ToolWording::opensInBrowser(url), viewport());
    else
        QToolTip::hideText();
    return true;
}

void NoteView::open(const QUrl &url)
{
    if (isNoteLink(url))
        QDesktopServices::openUrl(url);
}

} // namespace desk
