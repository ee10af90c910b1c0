// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <utility>
#include <variant>

namespace desk {

//! Wraps an error so that it cannot be mistaken for a value of the same type.
template <typename E> struct Unexpected {
    E error;
};

template <typename E> Unexpected(E) -> Unexpected<E>;

/*!
 * A value or the reason why there is none; a small stand-in for std::expected of C++23, and named
 * like it. value() may only be asked of a result that hasValue(), error() only of one that has not.
 */
template <typename T, typename E> class [[nodiscard]] Result {
public:
    Result(T value) // NOLINT(google-explicit-constructor): reads as `return value;`
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Unexpected<E> unexpected) // NOLINT(google-explicit-constructor): as above
        : m_content(std::in_place_index<1>, std::move(unexpected.error))
    {
    }

    bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    const T &value() const & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const E &error() const & { return std::get<1>(m_content); }

    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }

private:
    std::variant<T, E> m_content;
};

} // namespace desk
