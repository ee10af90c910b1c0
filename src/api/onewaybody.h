// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace desk {

/*!
 * A body that can be read once. Qt sends a request again by itself, without a word, if a connection
 * ends before it was answered, and rewinds the body for that; this one does not let it, so that
 * what may have arrived is never sent twice. Open from the beginning.
 */
class OneWayBody final : public QIODevice {
    Q_OBJECT

public:
    explicit OneWayBody(QByteArray body, QObject *parent = nullptr);

    bool isSequential() const override { return false; } // so that its size is known beforehand
    qint64 size() const override { return m_body.size(); }
    bool seek(qint64 position) override;
    bool reset() override { return seek(0); }

protected:
    qint64 readData(char *data, qint64 longest) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

} // namespace desk
