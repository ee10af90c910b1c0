// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exportsink.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 rowsBetweenTwoWords = 500;

} // namespace

ExportSink::ExportSink(QIODevice &to, Progress progress, const std::atomic<bool> &isCancelled)
    : m_to(to)
    , m_progress(std::move(progress))
    , m_isCancelled(isCancelled)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 ExportSink::readData(char *, qint64)
{
    return -1;
}

qint64 ExportSink::writeData(const char *data, qint64 length)
{
    if (m_isCancelled)
        return -1;
    const qint64 written = m_to.write(data, length);
    if (written != length)
        setErrorString(m_to.errorString());
    if (++m_rows % rowsBetweenTwoWords == 0)
        m_progress(m_rows);
    return written;
}

} // namespace desk
