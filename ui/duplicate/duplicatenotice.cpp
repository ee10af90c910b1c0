// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/duplicate/duplicatenotice.h"

#include "ui/theme/metrics.h"

#include "wording/duplicatewording.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk {

DuplicateNotice::DuplicateNotice(QWidget *parent)
    : QWidget(parent)
    , m_notice(new Notice(this))
{
    m_notice->setObjectName(u"duplicateNotice"_s);
    m_notice->setDismissible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, Metrics::space(2));
    layout->addWidget(m_notice);
    connect(m_notice, &Notice::actionTriggered, this,
        [this] { Q_EMIT reconnectRequested(integrationId()); });
    connect(
        m_notice, &Notice::secondActionTriggered, this, &DuplicateNotice::createAnywayRequested);
    // Return answers as it does in a dialog.
    const QList<QPushButton *> buttons = m_notice->findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        button->setAutoDefault(true);
    hide();
}

void DuplicateNotice::present(
    const QList<Duplicate> &duplicates, bool isWaved, const QDateTime &now)
{
    m_duplicates = duplicates;
    setVisible(!duplicates.isEmpty());
    if (duplicates.isEmpty()) {
        m_notice->dismiss();
        return;
    }
    Notice::Content content;
    content.action = tr("Reconnect it");
    if (isWaved) {
        content.headline = DuplicateWording::waved(duplicates);
    } else {
        content.tone = Notice::Tone::Warning;
        content.headline = DuplicateWording::headline(duplicates);
        content.text = DuplicateWording::advice(duplicates, now);
        content.secondAction = tr("Create anyway");
    }
    m_notice->present(content);
}

QString DuplicateNotice::integrationId() const
{
    return m_duplicates.isEmpty() ? QString() : m_duplicates.constFirst().integration.id;
}

void DuplicateNotice::focusAnswer()
{
    m_notice->focusAction();
    // Once the layout has made room for it.
    QTimer::singleShot(0, this, [this] {
        for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
            if (auto *scroll = qobject_cast<QScrollArea *>(above))
                scroll->ensureWidgetVisible(this);
        }
    });
}

} // namespace desk
