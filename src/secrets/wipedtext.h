// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <span>
#include <vector>

namespace desk {

//! Overwrites the characters in a way that the optimizer must not leave out.
void wipe(std::span<char16_t> characters);

/*!
 * A text in memory of its own that is overwritten when the object goes. That is all it promises:
 * text() makes a QString, and neither that, nor the copies that input fields, sockets and Qt made
 * before, nor what the system wrote to swap space can be wiped from here.
 */
class WipedText {
public:
    explicit WipedText(QStringView text);
    ~WipedText() { wipe(m_characters); }
    WipedText(WipedText &&) noexcept = default;
    WipedText &operator=(WipedText &&other) noexcept;
    WipedText(const WipedText &) = delete;
    WipedText &operator=(const WipedText &) = delete;

    QString text() const;

private:
    std::vector<char16_t> m_characters;
};

} // namespace desk
