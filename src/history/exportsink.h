// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIODevice>

#include <atomic>
#include <functional>

namespace desk {

/*!
 * Passes on what is written, one row with each write, and tells now and then how many there were.
 * Once it is cancelled writing fails.
 */
class ExportSink final : public QIODevice {
    Q_OBJECT

public:
    using Progress = std::function<void(qint64 rows)>;

    //! Opened at once. The device is open; it and the flag must outlive it.
    ExportSink(QIODevice &to, Progress progress, const std::atomic<bool> &isCancelled);

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 length) override;

private:
    QIODevice &m_to;
    Progress m_progress;
    const std::atomic<bool> &m_isCancelled;
    qint64 m_rows = 0;
};

} // namespace desk
