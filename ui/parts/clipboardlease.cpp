// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/clipboardlease.h"

#include "ui/parts/sensitivemimedata.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <utility>

namespace desk {

ClipboardLease::ClipboardLease(QObject *parent)
    : ClipboardLease(Times(), parent)
{
}

ClipboardLease::ClipboardLease(Times times, QObject *parent)
    : QObject(parent)
    , m_times(times)
{
    m_tick.setInterval(times.step);
    connect(&m_tick, &QTimer::timeout, this, &ClipboardLease::tick);
    connect(
        QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &ClipboardLease::noteChange);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &ClipboardLease::clearNow);
}

ClipboardLease::~ClipboardLease()
{
    const QSignalBlocker blocker(this);
    // Without an application there is no clipboard either.
    if (qApp)
        clearNow();
}

void ClipboardLease::put(const Secret &text)
{
    if (text.isEmpty())
        return;
    m_text = text;
    QGuiApplication::clipboard()->setMimeData(sensitiveMimeData(text).release());
    m_deadline.setRemainingTime(m_times.whole);
    m_tick.start();
    tellRemaining();
}

void ClipboardLease::clearNow()
{
    if (!isHeld())
        return;
    const Secret text = std::exchange(m_text, {});
    QClipboard *clipboard = QGuiApplication::clipboard();
    // Whoever asked a clipboard manager to keep it has the same text, which has to go as well.
    if (clipboard->text() == text.reveal())
        clipboard->clear();
    end();
}

void ClipboardLease::tick()
{
    if (m_deadline.hasExpired())
        clearNow();
    else
        tellRemaining();
}

void ClipboardLease::noteChange()
{
    if (isHeld() && QGuiApplication::clipboard()->text() != m_text.reveal())
        end();
}

void ClipboardLease::tellRemaining()
{
    const auto left = m_deadline.remainingTimeAsDuration();
    Q_EMIT remaining(int(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

void ClipboardLease::end()
{
    m_text = {};
    m_tick.stop();
    Q_EMIT ended();
}

} // namespace desk
