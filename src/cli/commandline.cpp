// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "commandline.h"

#include "adhocaccess.h"
#include "options.h"

#include "core/connectlink.h"
#include "core/detailscheck.h"
#include "core/inputtext.h"
#include "core/nearest.h"
#include "practice/practicefaults.h"
#include "wording/detailswording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
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

//! Why a command line is refused, or nothing.
using Refusal = std::optional<QString>;

OptionId optionFor(DetailsField field)
{
    switch (field) {
    case DetailsField::Email:
        return OptionId::Email;
    case DetailsField::Organization:
        return OptionId::Organization;
    case DetailsField::OriginId:
        return OptionId::OriginId;
    case DetailsField::Category:
        return OptionId::Category;
    case DetailsField::Tool:
        return OptionId::Tool;
    case DetailsField::RemoteEnvironment:
        return OptionId::RemoteEnvironment;
    case DetailsField::Language:
        return OptionId::Language;
    case DetailsField::ScopeConfigId:
        return OptionId::ScopeConfigId;
    case DetailsField::Filtering:
        return OptionId::Filtering;
    case DetailsField::FieldMapping:
        return OptionId::FieldMapping;
    case DetailsField::LinkType:
        return OptionId::LinkType;
    }
    Q_UNREACHABLE();
}

std::optional<int> wholeNumber(const QString &text, int lowest, int highest)
{
    static const QRegularExpression digits(u"\\A[0-9]{1,6}\\z"_s);
    if (!digits.match(text).hasMatch())
        return std::nullopt;
    const int number = text.toInt();
    return number < lowest || number > highest ? std::nullopt : std::optional(number);
}

template <typename Value> QStringList wireNames(const QList<Value> &values)
{
    QStringList names;
    for (const Value value : values)
        names.append(wireName(value));
    return names;
}

// Reads one command line, step by step; the first step that refuses ends it.
class CommandLineReader {
public:
    CommandLineReader(const QStringList &arguments, const QProcessEnvironment &environment)
        : m_environment(environment)
    {
        m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
        for (const Option &option : allOptions()) {
            QCommandLineOption parsed(option.name);
            parsed.setValueName(option.valueName);
            m_parser.addOption(parsed);
        }
        m_isWellFormed = m_parser.parse(arguments);
    }

    Result<CommandLine, UsageError> read()
    {
        const QStringList words = m_parser.positionalArguments();
        if (!words.isEmpty())
            m_result.verb = verbFromName(words.first()).value_or(Verb::Window);
        if (isSet(OptionId::Help) || isSet(OptionId::Version)) {
            m_result.action =
                isSet(OptionId::Help) ? CommandLine::Action::Help : CommandLine::Action::Version;
            return m_result;
        }
        constexpr std::array steps{
            &CommandLineReader::checkForKey,
            &CommandLineReader::checkForm,
            &CommandLineReader::checkWords,
            &CommandLineReader::checkOptions,
            &CommandLineReader::readGeneralOptions,
            &CommandLineReader::readEnvironment,
            &CommandLineReader::readDetails,
            &CommandLineReader::readWords,
            &CommandLineReader::readFlowOptions,
            &CommandLineReader::readRecordOptions,
            &CommandLineReader::readChangeOptions,
            &CommandLineReader::readPracticeOptions,
        };
        for (const auto step : steps) {
            if (const Refusal refusal = (this->*step)())
                return Unexpected{UsageError{*refusal, isSet(OptionId::Json)}};
        }
        return m_result;
    }

private:
    bool isSet(OptionId id) const { return m_parser.isSet(optionOf(id).name); }

    //! As it was typed.
    std::optional<QString> rawValue(OptionId id) const
    {
        return isSet(id) ? std::optional(m_parser.value(optionOf(id).name)) : std::nullopt;
    }

    //! Cleaned; what is empty then counts as not given.
    std::optional<QString> value(OptionId id) const
    {
        const std::optional<QString> raw = rawValue(id);
        if (!raw || cleanedInput(*raw).isEmpty())
            return std::nullopt;
        return cleanedInput(*raw);
    }

    bool isVerb(Verbs verbs) const { return verbs.testFlag(m_result.verb); }

    Refusal checkForKey()
    {
        static const QStringList spellings{
            u"api-key"_s, u"apikey"_s, u"api_key"_s, u"key"_s, u"bearer"_s, u"secret"_s};
        const QStringList unknown = m_parser.unknownOptionNames();
        for (const QString &name : unknown) {
            if (spellings.contains(name.toLower())) {
                //: %1 is an option, %2 the name of an environment variable
                return Words::tr("There is no option --%1, because everybody on this computer can "
                                 "read the arguments of a program; put the API key into the "
                                 "environment variable %2.")
                    .arg(name.toLower(), apiKeyVariable);
            }
        }
        return std::nullopt;
    }

    Refusal checkForm()
    {
        if (m_isWellFormed)
            return std::nullopt;
        const QStringList unknown = m_parser.unknownOptionNames();
        if (unknown.isEmpty())
            return m_parser.errorText();
        // What looks like an option may be a token, and must not be repeated then.
        if (isVerb(Verb::Resolve) && m_parser.positionalArguments().size() == 1)
            return Words::tr(
                "resolve needs a token; one that begins with a dash goes behind “--”.");
        const QString &name = unknown.first();
        const QString sentence = mayBeRepeated(name)
            ? Words::tr("There is no option --%1.").arg(name)
            : Words::tr("One of the options is not known.");
        const Verbs verbs = m_result.verb;
        std::optional<QString> meant = nearest(name, optionNames(verbs));
        if (meant)
            meant = "--"_L1 + *meant;
        return orMeant(sentence, meant);
    }

    Refusal checkWords()
    {
        const QStringList words = m_parser.positionalArguments();
        if (words.isEmpty())
            return std::nullopt;
        const QString &word = words.first();
        if (!verbFromName(word)) {
            const QString sentence = mayBeRepeated(word)
                ? Words::tr("There is no verb “%1”.").arg(word)
                : Words::tr("The first word is not a verb.");
            const std::optional<QString> meant = nearest(word, verbNames());
            if (meant)
                return orMeant(sentence, meant);
            return sentence + u' ' + Words::tr("The verbs are: %1.").arg(verbNames().join(", "_L1));
        }
        return std::nullopt;
    }

    Refusal checkOptions()
    {
        for (const Option &option : allOptions()) {
            if (!m_parser.isSet(option.name))
                continue;
            if (!option.verbs.testFlag(m_result.verb))
                return doesNotBelong(option);
            const QStringList values = m_parser.values(option.name);
            if (values.size() > 1 && !option.mayBeRepeated())
                return Words::tr("The option %1 is given twice.").arg(option.spelled());
            // The parser takes whatever comes next for the value, another option included.
            if (std::any_of(values.begin(), values.end(), isAnOption))
                return Words::tr("The option %1 has no value.").arg(option.spelled());
        }
        return std::nullopt;
    }

    QString doesNotBelong(const Option &option) const
    {
        QStringList verbs;
        for (const Verb verb : allVerbs()) {
            if (option.verbs.testFlag(verb))
                verbs.append(nameOf(verb));
        }
        if (isVerb(Verb::Window)) {
            //: %1 is an option, %2 a list of verbs
            return Words::tr("The option %1 needs a verb in front of it: %2.")
                .arg(option.spelled(), verbs.join(", "_L1));
        }
        //: %1 is an option, %2 a verb, %3 a list of verbs
        return Words::tr("The option %1 does not go with %2, only with: %3.")
            .arg(option.spelled(), nameOf(m_result.verb), verbs.join(", "_L1));
    }

    static bool isAnOption(const QString &word)
    {
        const auto &options = allOptions();
        return std::any_of(options.begin(), options.end(),
            [&word](const Option &option) { return word == option.spelled(); });
    }

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
        if (const std::optional<QString> name = rawValue(OptionId::Profile)) {
            if (isSet(OptionId::BaseUrl))
                return Words::tr("--profile and --base-url exclude each other.");
            if (cleanedInput(*name) != practiceProfile)
                return unknownProfile(cleanedInput(*name));
        }
        const std::optional<QString> address = rawValue(OptionId::BaseUrl);
        if (!address)
            return std::nullopt;
        Result<QUrl, QString> baseUrl = checkedBaseUrl(*address);
        if (!baseUrl)
            return baseUrl.error();
        Result<Secret, QString> key =
            cleanedApiKey(m_environment.value(apiKeyVariable), apiKeyVariable);
        if (!key)
            return key.error();
        m_result.adHoc = ApiAccess{ProfileKind::AdHoc, *baseUrl, *key, {}};
        return std::nullopt;
    }

    static QString unknownProfile(const QString &name)
    {
        static const QRegularExpression plainName(u"\\A[\\w .-]{1,40}\\z"_s);
        const QString known = Words::tr("Profiles on this computer: %1.").arg(practiceProfile);
        if (!plainName.match(name).hasMatch())
            return Words::tr("--profile names no profile.") + u' ' + known;
        return Words::tr("--profile: there is no profile “%1”.").arg(name) + u' ' + known;
    }

    Refusal readDetails()
    {
        ConnectDetails &details = m_result.details;
        details.email = value(OptionId::Email).value_or(QString());
        details.organization = value(OptionId::Organization).value_or(QString());
        details.originId = value(OptionId::OriginId);
        details.tool = value(OptionId::Tool);
        details.remoteEnvironment = value(OptionId::RemoteEnvironment);
        details.scopeConfigId = value(OptionId::ScopeConfigId);
        details.filtering = isSet(OptionId::Filtering);
        details.fieldMapping = isSet(OptionId::FieldMapping);
        m_result.hasDetails = std::any_of(allOptions().begin(), allOptions().end(),
            [this](const Option &option) { return isField(option) && isSet(option.id); });
        if (Refusal refusal = readChoices())
            return refusal;
        if (!isVerb(Verbs(Verb::Connect) | Verb::CreateLink))
            return std::nullopt;
        const QList<DetailsError> errors = checkDetails(details);
        if (errors.isEmpty())
            return std::nullopt;
        const DetailsError &error = errors.first();
        //: %1 is an option, %2 a sentence
        return Words::tr("%1: %2").arg(
            optionOf(optionFor(error.field)).spelled(), DetailsWording::sentence(error));
    }

    static bool isField(const Option &option)
    {
        constexpr Verbs detailed = Verbs(Verb::Window) | Verb::Connect | Verb::CreateLink;
        return (option.verbs & detailed) == detailed && !option.verbs.testFlag(Verb::Resolve);
    }

    Refusal readChoices()
    {
        ConnectDetails &details = m_result.details;
        const auto upper = [](const QString &text) { return text.toUpper(); };
        const auto lower = [](const QString &text) { return text.toLower(); };
        // "magic-link" is how one writes it where "create-link" is a word.
        const auto underlined = [](const QString &text) {
            return text.toUpper().replace(u'-', u'_').replace(u' ', u'_');
        };
        if (Refusal refusal = readChoice(
                OptionId::Category, details.category, upper, categoryFromWire, allCategories()))
            return refusal;
        if (Refusal refusal = readChoice(OptionId::Language, details.language, lower,
                flowLanguageFromWire, allFlowLanguages()))
            return refusal;
        if (Refusal refusal = readChoice(
                OptionId::LinkType, details.linkType, underlined, linkTypeFromWire, allLinkTypes()))
            return refusal;
        if (isVerb(Verb::Connect) && details.linkType != LinkType::Embedded) {
            return Words::tr(
                "--link-type: connect shows the flow itself, so it needs EMBEDDED. A link "
                "to send comes from create-link.");
        }
        return std::nullopt;
    }

    template <typename Value, typename Spelling, typename FromWire>
    Refusal readChoice(OptionId id, Value &into, Spelling spelling, FromWire fromWire,
        const QList<Value> &choices) const
    {
        const std::optional<QString> text = value(id);
        if (!text)
            return std::nullopt;
        const QString spelled = spelling(*text);
        if (const std::optional<Value> known = fromWire(spelled)) {
            into = *known;
            return std::nullopt;
        }
        return noneOf(id, *text, spelled, wireNames(choices));
    }

    static QString noneOf(
        OptionId id, const QString &typed, const QString &spelled, const QStringList &names)
    {
        const QString list = names.join(", "_L1);
        const QString option = optionOf(id).spelled();
        const QString sentence = mayBeRepeated(typed)
            //: %1 is an option, %2 the value given, %3 a list of values
            ? Words::tr("%1: “%2” is none of %3.").arg(option, typed, list)
            //: %1 is an option, %2 a list of values
            : Words::tr("%1: the value is none of %2.").arg(option, list);
        return orMeant(sentence, nearest(spelled, names));
    }

    Refusal readWords()
    {
        if (isVerb(Verb::Window))
            return std::nullopt;
        const QStringList words = m_parser.positionalArguments().sliced(1);
        Result<VerbWords, QString> read =
            readVerbWords(m_result.verb, words, isSet(OptionId::Unmap));
        if (!read)
            return read.error();
        m_result.words = *read;
        return std::nullopt;
    }

    Refusal readFlowOptions()
    {
        m_result.autopilot = isSet(OptionId::Autopilot);
        const bool isLocal = !m_result.adHoc || isLoopbackHost(m_result.adHoc->baseUrl.host());
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

    static Refusal checkFile(OptionId id, const QString &name, const QString &suffix)
    {
        const QFileInfo file(name);
        const QString option = optionOf(id).spelled();
        if (file.suffix().compare(suffix, Qt::CaseInsensitive) != 0) {
            //: %1 is an option, %2 the end of a file name
            return Words::tr("%1 needs a file whose name ends with .%2.").arg(option, suffix);
        }
        if (file.isDir())
            return Words::tr("%1 needs a file, and that is a folder.").arg(option);
        if (!QFileInfo(file.path()).isDir())
            return Words::tr("%1: the folder of that file does not exist.").arg(option);
        return std::nullopt;
    }

    Refusal readRecordOptions()
    {
        m_result.verbose = isSet(OptionId::Verbose);
        m_result.hideEmail = isSet(OptionId::HideEmail);
        if (m_result.verbose && m_result.quiet)
            return Words::tr("--verbose and --quiet exclude each other.");
        if (const std::optional<QString> form = value(OptionId::CopyAs)) {
            const QStringList forms{u"curl"_s, u"powershell"_s, u"python"_s, u"typescript"_s};
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

    Refusal readChangeOptions()
    {
        if (isVerb(Verb::Delete) && !isSet(OptionId::Yes)) {
            return Words::tr("delete cannot be undone: the integration and its data are gone for "
                             "good. Add --yes if that is what you want.");
        }
        const std::optional<QString> type = value(OptionId::SyncType);
        if (!type)
            return std::nullopt;
        const QStringList types{wireName(SyncType::Full), wireName(SyncType::Delta)};
        if (!types.contains(type->toUpper()))
            return noneOf(OptionId::SyncType, *type, type->toUpper(), types);
        m_result.syncType =
            type->toUpper() == types.constFirst() ? SyncType::Full : SyncType::Delta;
        return std::nullopt;
    }

    Refusal readPracticeOptions()
    {
        const QStringList faults = m_parser.values(optionOf(OptionId::Fault).name);
        if (faults.size() > PracticeFaults::maximumCount)
            return Words::tr("--fault: more than %1 faults.").arg(PracticeFaults::maximumCount);
        for (const QString &text : faults) {
            const Result<PracticeFault, QString> fault = parsePracticeFault(text);
            if (!fault)
                //: %1 is an option, %2 a sentence
                return Words::tr("%1: %2").arg(optionOf(OptionId::Fault).spelled(), fault.error());
            m_result.faults.append(*fault);
        }
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
    QCommandLineParser m_parser;
    bool m_isWellFormed = false;
    CommandLine m_result;
};

} // namespace

Result<CommandLine, UsageError> parseCommandLine(
    const QStringList &arguments, const QProcessEnvironment &environment)
{
    return CommandLineReader(arguments, environment).read();
}

} // namespace desk
