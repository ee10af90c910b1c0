// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "completions.h"

#include "helptext.h"
#include "options.h"
#include "verb.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool takesFile(OptionId id)
{
    return id == OptionId::Screenshot || id == OptionId::Har || id == OptionId::Evidence
        || id == OptionId::Output || id == OptionId::Mails || id == OptionId::Export;
}

//! What may be the first word behind a verb.
QStringList wordsOf(Verb verb)
{
    if (verb == Verb::Tools)
        return valuesOf(OptionId::Category);
    if (verb == Verb::Completions)
        return wordNames(verb).constFirst().split(u'|');
    return {};
}

QStringList spelledOptions(Verbs verbs)
{
    QStringList spelled;
    for (const QString &name : optionNames(verbs))
        spelled.append(u"--"_s + name);
    return spelled;
}

QString bashCase(const QString &pattern, const QString &action)
{
    return u"        %1) %2 ;;\n"_s.arg(pattern, action);
}

QString bashScript()
{
    QString values;
    for (const Option &option : allOptions()) {
        if (!valuesOf(option.id).isEmpty())
            values +=
                bashCase(option.spelled(), u"words='%1'"_s.arg(valuesOf(option.id).join(u' ')));
        else if (takesFile(option.id))
            values += bashCase(option.spelled(),
                u"mapfile -t COMPREPLY < <(compgen -f -- \"$current\"); return"_s);
        else if (option.id == OptionId::DataDir)
            values += bashCase(option.spelled(),
                u"mapfile -t COMPREPLY < <(compgen -d -- \"$current\"); return"_s);
        else if (option.takesValue())
            values += bashCase(option.spelled(), u"return"_s);
    }
    QString verbs;
    for (const Verb verb : allVerbs())
        verbs += bashCase(
            nameOf(verb), u"words='%1'"_s.arg((wordsOf(verb) + spelledOptions(verb)).join(u' ')));
    verbs += bashCase(
        u"*"_s, u"words='%1'"_s.arg((verbNames() + spelledOptions(Verb::Window)).join(u' ')));
    return u"_connect_desk() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} "
           "words=\n"
           "    COMPREPLY=()\n"
           "    case $previous in\n%1    esac\n"
           "    if [ -z \"$words\" ]; then\n"
           "        case ${COMP_WORDS[1]} in\n%2        esac\n"
           "    fi\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
           "}\n"
           "complete -F _connect_desk connect-desk\n"_s.arg(values, verbs);
}

// In a zsh specification these would end a part of it.
QString zshText(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'\\', u"\\\\"_s)
        .replace(u'\'', u"'\\''"_s)
        .replace(u'[', u"\\["_s)
        .replace(u']', u"\\]"_s)
        .replace(u':', u"\\:"_s);
}

QString zshOption(const Option &option)
{
    const QString mark = option.mayBeRepeated() ? u"*"_s : QString();
    QString spec = mark + option.spelled() + u'[' + zshText(descriptionOf(option)) + u']';
    if (option.takesValue()) {
        const QStringList values = valuesOf(option.id);
        const QString action = !values.isEmpty() ? u'(' + values.join(u' ') + u')'
            : takesFile(option.id)               ? u"_files"_s
            : option.id == OptionId::DataDir     ? u"_files -/"_s
                                                 : u" "_s;
        spec += u':' + QString(option.valueName).toLower() + u':' + action;
    }
    return u"'"_s + spec + u"'"_s;
}

QString zshScript()
{
    QString cases;
    for (const Verb verb : allVerbs()) {
        QStringList specs;
        for (const Option &option : allOptions()) {
            if (option.verbs.testFlag(verb))
                specs.append(zshOption(option));
        }
        if (!wordsOf(verb).isEmpty())
            specs.append(u"'1:word:(%1)'"_s.arg(wordsOf(verb).join(u' ')));
        cases += u"    %1)\n        _arguments %2\n        ;;\n"_s.arg(
            nameOf(verb), specs.join(u" \\\n            "_s));
    }
    QStringList verbs;
    for (const Verb verb : allVerbs())
        verbs.append(u"'%1:%2'"_s.arg(nameOf(verb), zshText(summaryOf(verb))));
    return u"#compdef connect-desk\n"
           "_connect_desk() {\n"
           "    local -a verbs\n"
           "    verbs=(\n        %1\n    )\n"
           "    if (( CURRENT == 2 )); then\n"
           "        _describe verb verbs\n"
           "        return\n"
           "    fi\n"
           "    local verb=$words[2]\n"
           "    shift words\n"
           "    (( CURRENT-- ))\n"
           "    case $verb in\n%2    esac\n"
           "}\n"
           "compdef _connect_desk connect-desk\n"_s.arg(verbs.join(u"\n        "_s), cases);
}

QString fishText(const QString &text)
{
    QString escaped = text;
    return u'\'' + escaped.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString fishOption(const Option &option)
{
    QStringList verbs;
    for (const Verb verb : allVerbs()) {
        if (option.verbs.testFlag(verb))
            verbs.append(nameOf(verb));
    }
    QString line =
        u"complete -c connect-desk -n '__fish_seen_subcommand_from %1' -l %2 -d %3"_s.arg(
            verbs.join(u' '), option.name, fishText(descriptionOf(option)));
    if (!valuesOf(option.id).isEmpty())
        line += u" -x -a '%1'"_s.arg(valuesOf(option.id).join(u' '));
    else if (takesFile(option.id) || option.id == OptionId::DataDir)
        line += u" -r -F"_s;
    else if (option.takesValue())
        line += u" -x"_s;
    return line + u'\n';
}

QString fishScript()
{
    QString script = u"complete -c connect-desk -f\n"_s;
    for (const Verb verb : allVerbs()) {
        script += u"complete -c connect-desk -n __fish_use_subcommand -a %1 -d %2\n"_s.arg(
            nameOf(verb), fishText(summaryOf(verb)));
        if (!wordsOf(verb).isEmpty())
            script +=
                u"complete -c connect-desk -n '__fish_seen_subcommand_from %1' -a '%2'\n"_s.arg(
                    nameOf(verb), wordsOf(verb).join(u' '));
    }
    for (const Option &option : allOptions())
        script += fishOption(option);
    return script;
}

} // namespace

QString completionScript(Shell shell)
{
    switch (shell) {
    case Shell::Bash:
        return bashScript();
    case Shell::Zsh:
        return zshScript();
    case Shell::Fish:
        return fishScript();
    }
    Q_UNREACHABLE();
}

} // namespace desk
