// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowhosts.h"
#include "versiontext.h"
#include "window.h"

#include "cli/commandline.h"
#include "cli/completions.h"
#include "cli/console.h"
#include "cli/helptext.h"
#include "cli/makeverbrun.h"
#include "cli/signalwatch.h"
#include "core/logging.h"
#include "core/redactor.h"
#include "wording/translation.h"

#include <QApplication>
#include <QFile>
#include <QNetworkProxyFactory>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <memory>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::Main)
};

// Standard output and error by their numbers and without a buffer, so that a reader that went away
// is noticed at once; by way of stdio it would be noticed at the end, if at all.
struct Streams {
    Streams()
    {
        out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered);
        err.open(2, QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    QFile out;
    QFile err;
};

QStringList argumentList(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QFile::decodeName(argv[i]));
    return arguments;
}

int exitStatus(ExitCode exitCode)
{
    return static_cast<int>(exitCode);
}

bool printText(const QString &text)
{
    Streams streams;
    const QByteArray bytes = text.toUtf8();
    return streams.out.write(bytes) == bytes.size();
}

int refuse(const Failure &failure, bool json, const Redactor &redactor)
{
    Streams streams;
    Console console(streams.out, streams.err, redactor,
        json ? Console::Form::Json : Console::Form::Text, false);
    console.fail(failure);
    return exitStatus(failure.exitCode);
}

QString informationFor(const CommandLine &commandLine)
{
    if (commandLine.action == CommandLine::Action::Version)
        return versionText();
    if (commandLine.action == CommandLine::Action::Help)
        return helpText(commandLine.verb);
    return completionScript(commandLine.words.shell);
}

int inform(int argc, char **argv, const CommandLine &commandLine)
{
    // The plugin is looked for beside the program, and wants what runWithDesktop() gives it.
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    const QCoreApplication application(argc, argv);
    return exitStatus(printText(informationFor(commandLine)) ? ExitCode::Done : ExitCode::Other);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"connect-desk"_s);
    QCoreApplication::setOrganizationName(u"connect-desk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DESK_VERSION));
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("DISPLAY")
        || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

int runVerb(QCoreApplication &application, const CommandLine &commandLine, Redactor &redactor)
{
    Streams streams;
    Console console(streams.out, streams.err, redactor,
        commandLine.json ? Console::Form::Json : Console::Form::Text, commandLine.quiet);
    const bool keepsPictures = commandLine.screenshot || commandLine.evidencePersonalData;
    const std::unique_ptr<VerbRun> run = makeVerbRun(
        commandLine, console, redactor, [keepsPictures] { return makeFlowHost(keepsPictures); });
    const SignalWatch signalWatch;
    QObject::connect(&signalWatch, &SignalWatch::endWanted, run.get(), &VerbRun::interrupt);
    if (auto *desktop = qobject_cast<QGuiApplication *>(&application)) {
        // Closing the window of the flow would otherwise end the program as if all were well.
        QGuiApplication::setQuitOnLastWindowClosed(false);
        QObject::connect(
            desktop, &QGuiApplication::lastWindowClosed, run.get(), &VerbRun::interrupt);
    }
    ExitCode exitCode = ExitCode::Other;
    QObject::connect(
        run.get(), &VerbRun::finished, &application,
        [&exitCode](ExitCode ended) {
            exitCode = ended;
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    QTimer::singleShot(0, run.get(), &VerbRun::start);
    QCoreApplication::exec();
    return exitStatus(exitCode);
}

int runWithoutDesktop(int argc, char **argv, const CommandLine &commandLine, Redactor &redactor)
{
    QCoreApplication application(argc, argv);
    installTranslation(application);
    return runVerb(application, commandLine, redactor);
}

// The browser engine writes to standard error by itself, past every log handler and our redactor,
// and may do so after our last line, which scripts read.
void silenceEngine()
{
    // It lists its switches whenever it starts.
    QLoggingCategory::setFilterRules(u"qt.webenginecontext.info=false"_s);
    constexpr const char *variable = "QTWEBENGINE_CHROMIUM_FLAGS";
    const QByteArray flags = qgetenv(variable);
    if (!flags.contains("--log-level") && !flags.contains("--enable-logging"))
        qputenv(variable, (flags + " --log-level=3").trimmed());
}

int runWithDesktop(int argc, char **argv, const CommandLine &commandLine, Redactor &redactor)
{
    if (!hasDisplay()) {
        if (commandLine.verb == Verb::Window) {
            const QString sentence =
                Words::tr("There is no display to open the window on. The verbs "
                          "work without one; see --help.");
            return refuse(plainFailure(ExitCode::Other, u"display"_s, sentence), false, redactor);
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    silenceEngine();
    // The browser engine comes later, as a plugin, and is too late to ask for this then.
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication application(argc, argv);
    installTranslation(application);
    if (commandLine.verb != Verb::Window)
        return runVerb(application, commandLine, redactor);
    const Result<int, Failure> status = runWindow(commandLine, redactor);
    return status ? *status : refuse(status.error(), false, redactor);
}

// The first file or connection to be opened takes the number of a stream that the caller has
// closed, and would then be sent what is meant for the reader of that stream.
void occupyStandardStreams()
{
#ifdef Q_OS_UNIX
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) == -1) [[maybe_unused]]
            const int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    }
#endif
}

int run(int argc, char **argv)
{
    Redactor redactor;
    const RedactedLogging logging(redactor);
    const Result<CommandLine, UsageError> commandLine =
        parseCommandLine(argumentList(argc, argv), QProcessEnvironment::systemEnvironment());
    if (!commandLine) {
        const UsageError &error = commandLine.error();
        return refuse(
            plainFailure(ExitCode::Usage, u"usage"_s, error.sentence), error.json, redactor);
    }
    if (commandLine->action != CommandLine::Action::Run || commandLine->verb == Verb::Completions)
        return inform(argc, argv, *commandLine);
    // Whoever starts a child process of ours, the browser engine included, must not hand it the
    // key.
    qunsetenv(QByteArray(apiKeyVariable.data(), apiKeyVariable.size()).constData());
    nameApplication();
    // For the browser engine, which leaves this computer's own addresses alone; our own calls have
    // OutsideProxies.
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    const bool needsDesktop =
        commandLine->verb == Verb::Window || commandLine->verb == Verb::Connect;
    return needsDesktop ? runWithDesktop(argc, argv, *commandLine, redactor)
                        : runWithoutDesktop(argc, argv, *commandLine, redactor);
}

} // namespace

} // namespace desk

int main(int argc, char **argv) // NOLINT(bugprone-exception-escape): out of memory, at most
{
    desk::occupyStandardStreams();
    // A reader that goes away is told by the result of a write.
    std::signal(SIGPIPE, SIG_IGN);
    return desk::run(argc, argv);
}
