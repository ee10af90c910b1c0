// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "signalwatch.h"

#include <QSocketNotifier>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace desk {

namespace {

constexpr std::array watched{SIGINT, SIGTERM, SIGHUP};

// A signal handler may touch little more than this.
volatile std::sig_atomic_t writeEnd = -1; // NOLINT(*-avoid-non-const-global-variables): as above

void note(int)
{
    const char byte = 0;
    // A full pipe has told already.
    [[maybe_unused]] const ssize_t written = write(writeEnd, &byte, 1);
}

void setHandler(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART | (handler == note ? SA_RESETHAND : 0);
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

} // namespace

SignalWatch::SignalWatch(QObject *parent)
    : QObject(parent)
{
    if (pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    writeEnd = m_pipe[1];
    auto *notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &SignalWatch::drain);
    for (const int number : watched)
        setHandler(number, note);
}

SignalWatch::~SignalWatch()
{
    if (m_pipe[0] == -1)
        return;
    for (const int number : watched)
        setHandler(number, SIG_DFL);
    writeEnd = -1;
    for (const int end : m_pipe)
        close(end);
}

void SignalWatch::drain()
{
    char byte = 0;
    while (read(m_pipe[0], &byte, 1) == 1) { }
    Q_EMIT endWanted();
}

} // namespace desk
