// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "qrcode.h"

#include <qrencode.h>

#include <cerrno>
#include <memory>

namespace desk {

namespace {

struct Free {
    void operator()(QRcode *code) const { QRcode_free(code); }
};

constexpr int anyVersion = 0;
// More than the largest code holds, and an int.
constexpr qsizetype longest = 4096;

} // namespace

Result<QrCode, QrProblem> QrCode::of(const Secret &text)
{
    const QByteArray bytes = text.reveal().toUtf8();
    if (bytes.isEmpty())
        return Unexpected{QrProblem::Empty};
    if (bytes.size() > longest)
        return Unexpected{QrProblem::TooLong};
    // The lowest level of error correction: a screen has no stains, and larger modules scan better.
    const std::unique_ptr<QRcode, Free> code(QRcode_encodeData(int(bytes.size()),
        reinterpret_cast<const unsigned char *>(bytes.data()), anyVersion, QR_ECLEVEL_L));
    if (!code)
        return Unexpected{errno == ERANGE ? QrProblem::TooLong : QrProblem::Failed};

    QrCode result(code->width + 2 * quietZone);
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width; ++column) {
            const bool isDark = code->data[qsizetype{row} * code->width + column] & 1U;
            const qsizetype at = qsizetype{row + quietZone} * result.m_size + column + quietZone;
            result.m_dark.setBit(at, isDark);
        }
    }
    return result;
}

bool QrCode::isDark(int column, int row) const
{
    if (column < 0 || row < 0 || column >= m_size || row >= m_size)
        return false;
    return m_dark.testBit(qsizetype{row} * m_size + column);
}

} // namespace desk
