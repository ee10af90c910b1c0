// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "wipedtext.h"

namespace desk {

void wipe(std::span<char16_t> characters)
{
    for (volatile char16_t &character : characters)
        character = 0;
}

WipedText::WipedText(QStringView text)
    : m_characters(text.utf16(), text.utf16() + text.size())
{
}

WipedText &WipedText::operator=(WipedText &&other) noexcept
{
    m_characters.swap(other.m_characters); // the other one wipes what was here
    return *this;
}

QString WipedText::text() const
{
    return QString::fromUtf16(m_characters.data(), qsizetype(m_characters.size()));
}

} // namespace desk
