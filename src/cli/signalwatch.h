// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <array>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace desk {

/*!
 * Turns the wish to end this process (Ctrl+C, a closed terminal, a shutdown) into a signal of the
 * event loop. The second wish of the same kind is not asked for: it ends the process as usual. One
 * at a time in a process.
 */
class SignalWatch final : public QObject {
    Q_OBJECT

public:
    explicit SignalWatch(QObject *parent = nullptr);
    ~SignalWatch() override;
    Q_DISABLE_COPY_MOVE(SignalWatch)

Q_SIGNALS:
    void endWanted();

private:
    void drain();

    std::array<int, 2> m_pipe{-1, -1};
};

} // namespace desk
