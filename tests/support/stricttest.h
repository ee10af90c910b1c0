// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTest>

namespace desk::test {

/*!
 * Base of every test class: a warning that the test did not announce with QTest::ignoreMessage
 * fails it. A test class with an init() of its own calls this one first.
 */
class StrictTest : public QObject {
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

} // namespace desk::test

/*!
 * main() of a test that needs the given application class. AA_ShareOpenGLContexts has to be set
 * before the application exists, or the browser engine cannot be loaded later.
 */
#define DESK_TEST_MAIN(Application, TestClass)                                                     \
    int main(int argc, char *argv[])                                                               \
    {                                                                                              \
        QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);                                \
        Application app(argc, argv);                                                               \
        TestClass test;                                                                            \
        return QTest::qExec(&test, argc, argv);                                                    \
    }
