// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "evidencewording.h"

#include "profilewording.h"
#include "sessionwording.h"
#include "timelinewording.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace desk::EvidenceWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::EvidenceWording)
};

struct Sentences {
    QString headline;
    QString advice;
};

Sentences sentencesFor(EvidenceProblem::Kind kind)
{
    using Kind = EvidenceProblem::Kind;
    switch (kind) {
    case Kind::NoName:
        return {Words::tr("The evidence needs a name"),
            Words::tr("Name a folder, or a file that ends with .zip.")};
    case Kind::FolderMissing:
        return {Words::tr("The folder for the evidence does not exist"),
            Words::tr("Choose another one, or make it first.")};
    case Kind::AlreadyThere:
        return {Words::tr("There is something of that name already"),
            Words::tr("Nothing is written over it. Choose another name.")};
    case Kind::Unwritable:
        return {Words::tr("The evidence cannot be written"),
            Words::tr("Nothing was left behind. Choose another folder, or make some room.")};
    case Kind::PictureFailed:
        return {Words::tr("A screenshot cannot be written"),
            Words::tr("Nothing was left behind. Leave the screenshots out.")};
    }
    Q_UNREACHABLE();
}

} // namespace

EvidenceWords words()
{
    return {TimelineWording::words(), SessionWording::outcome,
        [](ProfileKind kind) { return ProfileWording::name(kind); }};
}

ErrorMessage message(const EvidenceProblem &problem)
{
    const Sentences sentences = sentencesFor(problem.kind);
    QStringList facts;
    if (!problem.target.isEmpty())
        facts.append(QDir::toNativeSeparators(problem.target));
    if (!problem.systemText.isEmpty())
        facts.append(problem.systemText);
    return {sentences.headline, sentences.advice, {}, facts.join(u'\n')};
}

QString sentence(const EvidenceProblem &problem)
{
    const ErrorMessage told = message(problem);
    QString facts = told.details;
    facts.replace(u'\n', u": "_s);
    const QString headline = facts.isEmpty() ? told.headline : told.headline + u": "_s + facts;
    return headline + u". "_s + told.advice;
}

} // namespace desk::EvidenceWording
