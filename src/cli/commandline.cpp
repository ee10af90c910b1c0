// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "commandline.h"

#include "adhocaccess.h"
#include "batchoptions.h"
#include "detailsoptions.h"
#include "givenoptions.h"
#include "historyoptions.h"
#include "options.h"

#include "core/connectlink.h"
#include "core/inputtext.h"
#include "evidence/evidencebundle.h"
#include "practice/practicefaults.h"
#include "wording/evidencewording.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::CommandLine)
};

constexpr int longestTimeout = 24 * 60 * 60;
constexpr int highestPort = 65535;
const QLatin1StringView practiceProfile("practice");
constexpr qsizetype longestProfileName = 100;

std::optional<int> wholeNumber(const QString &text, int lowest, int highest)
{
    static const QRegularExpression digits(u"\\A[0-9]{1,6}\\z"_s);
    if (!digits.match(text).hasMatch())
        return std::nullopt;
    const int number = text.toInt();
    return number < lowest || number > highest ? std::nullopt : std::optional(number);
}

// Reads one command line, step by step; the first step that refuses ends it.
class CommandLineReader {
public:
    CommandLineReader(const QStringList &arguments, const QProcessEnvironment &environment)
        : m_environment(environment)
        , m_given(arguments)
    {
        m_result.verb = m_given.verb();
    }

    Result<CommandLine, UsageError> read()
    {
        if (isSet(OptionId::Help) || isSet(OptionId::Version)) {
            m_result.action =
                isSet(OptionId::Help) ? CommandLine::Action::Help : CommandLine::Action::Version;
            return m_result;
        }
        if (const Refusal refusal = m_given.check())
            return Unexpected{UsageError{*refusal, isSet(OptionId::Json)}};
        constexpr std::array steps{
            &CommandLineReader::readGeneralOptions,
            &CommandLineReader::readEnvironment,
            &CommandLineReader::readDetails,
            &CommandLineReader::readWords,
            &CommandLineReader::readFlowOptions,
            &CommandLineReader::readRecordOptions,
            &CommandLineReader::readEvidenceOptions,
            &CommandLineReader::readChangeOptions,
            &CommandLineReader::readHistoryOptions,
            &CommandLineReader::readBatchOptions,
            &CommandLineReader::readPracticeOptions,
        };
        for (const auto step : steps) {
            if (const Refusal refusal = (this->*step)())
                return Unexpected{UsageError{*refusal, isSet(OptionId::Json)}};
        }
        return m_result;
    }

private:
    bool isSet(OptionId id) const { return m_given.isSet(id); }
    std::optional<QString> rawValue(OptionId id) const { return m_given.rawValue(id); }
    std::optional<QString> value(OptionId id) const { return m_given.value(id); }

    Refusal readGeneralOptions()
    {
        m_result.json = isSet(OptionId::Json);
        m_result.quiet = isSet(OptionId::Quiet);
        m_result.dataDirectory = rawValue(OptionId::DataDir);
        if (m_result.dataDirectory && m_result.dataDirectory->isEmpty())
            return Words::tr("--data-dir needs a folder.");
        if (const std::optional<QString> text = rawValue(OptionId::Timeout)) {
            const std::optional<int> seconds = wholeNumber(*text, 1, longestTimeout);
            if (!seconds) {
                return Words::tr("--timeout needs a whole number of seconds from 1 to %1.")
                    .arg(longestTimeout);
            }
            m_result.timeout = std::chrono::seconds(*seconds);
        }
        return std::nullopt;
    }

    Refusal readEnvironment()
    {
        if (const Refusal refusal = readProfile())
            return refusal;
        const std::optional<QString> address = rawValue(OptionId::BaseUrl);
        if (!address)
            return std::nullopt;
        Result<QUrl, QString> baseUrl = checkedBaseUrl(*address);
        if (!baseUrl)
            return baseUrl.error();
        Result<Secret, QString> key =
            checkedApiKey(m_environment.value(apiKeyVariable), apiKeyVariable);
        if (!key)
            return key.error();
        m_result.adHoc = ApiAccess{ProfileKind::AdHoc, *baseUrl, *key, {}};
        return std::nullopt;
    }

    Refusal readProfile()
    {
        const std::optional<QString> value = rawValue(OptionId::Profile);
        if (!value)
            return std::nullopt;
        if (isSet(OptionId::BaseUrl))
            return Words::tr("--profile and --base-url exclude each other.");
        const QString name = cleanedInput(*value);
        if (name.isEmpty())
            return Words::tr("--profile needs the name of a profile, such as practice.");
        if (name.size() > longestProfileName || hasControlCharacters(name))
            return Words::tr("--profile is not the name of a profile.");
        if (name.compare(practiceProfile, Qt::CaseInsensitive) != 0)
            m_result.profile = name;
        return std::nullopt;
    }

    Refusal readDetails()
    {
        m_result.address = m_given.address();
        const Refusal refusal = readDetailsOptions(m_given, m_result.details);
        m_result.prefill = givenDetails(m_given, m_result.details);
        return refusal;
    }

    Refusal readWords()
    {
        if (m_given.isVerb(Verb::Window))
            return std::nullopt;
        Result<VerbWords, QString> read =
            readVerbWords(m_given.verb(), m_given.words(), isSet(OptionId::Unmap));
        if (!read)
            return read.error();
        m_result.words = *read;
        return std::nullopt;
    }

    Refusal readFlowOptions()
    {
        m_result.autopilot = isSet(OptionId::Autopilot);
        m_result.topLevel = isSet(OptionId::TopLevel);
        const bool isLocal = !m_result.profile
            && (!m_result.adHoc || isLoopbackHost(m_result.adHoc->baseUrl.host()));
        if (m_result.autopilot && !isLocal) {
            return Words::tr(
                "--autopilot is for practice: it goes with the practice profile or with "
                "a --base-url on this machine only.");
        }
        m_result.screenshot = rawValue(OptionId::Screenshot);
        if (!m_result.screenshot)
            return std::nullopt;
        return checkFile(OptionId::Screenshot, *m_result.screenshot, u"png"_s);
    }

    Refusal readRecordOptions()
    {
        m_result.verbose = isSet(OptionId::Verbose);
        m_result.hideEmail = isSet(OptionId::HideEmail);
        if (m_result.verbose && m_result.quiet)
            return Words::tr("--verbose and --quiet exclude each other.");
        if (const std::optional<QString> form = value(OptionId::CopyAs)) {
            const QStringList forms = valuesOf(OptionId::CopyAs);
            const qsizetype index = forms.indexOf(form->toLower());
            if (index < 0)
                return noneOf(OptionId::CopyAs, *form, form->toLower(), forms);
            if (m_result.json)
                return Words::tr("--copy-as and --json exclude each other.");
            m_result.copyAs = static_cast<CopyForm>(index);
        } else if (isSet(OptionId::CopyAs)) {
            return Words::tr("The option %1 has no value.")
                .arg(optionOf(OptionId::CopyAs).spelled());
        }
        m_result.har = rawValue(OptionId::Har);
        return m_result.har ? checkFile(OptionId::Har, *m_result.har, u"har"_s) : std::nullopt;
    }

    Refusal readEvidenceOptions()
    {
        m_result.evidence = rawValue(OptionId::Evidence);
        m_result.evidencePersonalData = isSet(OptionId::EvidencePersonalData);
        if (m_result.evidence) {
            const auto problem = EvidenceBundle::checkTarget(*m_result.evidence);
            if (!problem)
                return std::nullopt;
            return Words::tr("%1: %2").arg(
                optionOf(OptionId::Evidence).spelled(), EvidenceWording::sentence(*problem));
        }
        if (!m_result.evidencePersonalData)
            return std::nullopt;
        //: Both are options
        return Words::tr("%1 goes with %2 only.")
            .arg(optionOf(OptionId::EvidencePersonalData).spelled(),
                optionOf(OptionId::Evidence).spelled());
    }

    Refusal readChangeOptions()
    {
        if (m_given.isVerb(Verb::Delete) && !isSet(OptionId::Yes)) {
            return Words::tr("delete cannot be undone: the integration and its data are gone for "
                             "good. Add --yes if that is what you want.");
        }
        const std::optional<QString> type = value(OptionId::SyncType);
        if (!type)
            return std::nullopt;
        const QStringList types = valuesOf(OptionId::SyncType);
        if (!types.contains(type->toUpper()))
            return noneOf(OptionId::SyncType, *type, type->toUpper(), types);
        m_result.syncType =
            type->toUpper() == types.constFirst() ? SyncType::Full : SyncType::Delta;
        return std::nullopt;
    }

    Refusal readHistoryOptions()
    {
        m_result.allowDuplicate = isSet(OptionId::AllowDuplicate);
        if (!m_given.isVerb(Verbs(Verb::History) | Verb::Restore | Verb::Forget))
            return std::nullopt;
        return readHistoryWish(m_given, m_result.history);
    }

    Refusal readBatchOptions()
    {
        return m_given.isVerb(Verb::Batch) ? readBatchWish(m_given, m_result.batch) : std::nullopt;
    }

    Refusal readBehaviours()
    {
        const QStringList names = m_given.values(OptionId::Flow);
        if (names.size() > PracticeBehaviours::maximumCount)
            return Words::tr("--flow: more than %1 names.").arg(PracticeBehaviours::maximumCount);
        for (const QString &text : names) {
            const auto behaviour = parsePracticeBehaviour(text);
            if (!behaviour)
                //: %1 is an option, %2 a sentence
                return Words::tr("%1: %2").arg(
                    optionOf(OptionId::Flow).spelled(), behaviour.error());
            m_result.behaviours.append(*behaviour);
        }
        return std::nullopt;
    }

    Refusal readPracticeOptions()
    {
        const QStringList faults = m_given.values(OptionId::Fault);
        if (faults.size() > PracticeFaults::maximumCount)
            return Words::tr("--fault: more than %1 faults.").arg(PracticeFaults::maximumCount);
        for (const QString &text : faults) {
            const Result<PracticeFault, QString> fault = parsePracticeFault(text);
            if (!fault)
                //: %1 is an option, %2 a sentence
                return Words::tr("%1: %2").arg(optionOf(OptionId::Fault).spelled(), fault.error());
            m_result.faults.append(*fault);
        }
        if (Refusal refusal = readBehaviours())
            return refusal;
        const std::optional<QString> text = rawValue(OptionId::Port);
        if (!text)
            return std::nullopt;
        const std::optional<int> port = wholeNumber(*text, 0, highestPort);
        if (!port) {
            return Words::tr("--port needs a number from 1 to %1, or 0 for any free port.")
                .arg(highestPort);
        }
        m_result.port = static_cast<quint16>(*port);
        return std::nullopt;
    }

    const QProcessEnvironment &m_environment;
    GivenOptions m_given;
    CommandLine m_result;
};

} // namespace

Result<CommandLine, UsageError> parseCommandLine(
    const QStringList &arguments, const QProcessEnvironment &environment)
{
    return CommandLineReader(arguments, environment).read();
}

} // namespace desk
