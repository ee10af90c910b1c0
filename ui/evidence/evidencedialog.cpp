// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/evidence/evidencedialog.h"

#include "ui/parts/labels.h"
#include "ui/parts/notice.h"
#include "ui/theme/metrics.h"

#include "wording/evidencewording.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

EvidenceDialog::EvidenceDialog(Provider provider, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_provider(std::move(provider))
    , m_preview(m_provider())
    , m_mask(new QCheckBox(tr("Mask personal data"), this))
    , m_maskIds(new QCheckBox(tr("Mask integration IDs, too"), this))
    , m_pictures(new QCheckBox(this))
    , m_contents(mutedLabel({}, this))
    , m_target(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_notice(new Notice(this))
{
    setObjectName(u"evidenceDialog"_s);
    setWindowTitle(tr("Save Evidence"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(plainLabel(
        tr("What a bug report needs about this session. Keys, links and tokens are never in it."),
        this));
    layout->addLayout(makeChoices());
    layout->addWidget(m_contents);
    layout->addLayout(makeTarget());
    layout->addWidget(m_notice);
    layout->addStretch();
    layout->addSpacing(Metrics::space(1));
    makeButtons();
    layout->addWidget(m_buttons);
    setMinimumWidth(Metrics::space(125));
    m_target->setText(QDir::toNativeSeparators(
        QDir(folder).filePath(EvidenceBundle::proposedName(m_preview.madeAt))));
    connect(m_notice, &Notice::actionTriggered, this, &EvidenceDialog::openFolder);
    showContents();
    // Without this its lines are measured as if they were short, and room is left below them.
    layout->activate();
    resize(minimumWidth(), layout->totalHeightForWidth(minimumWidth()));
}

QBoxLayout *EvidenceDialog::makeChoices()
{
    m_mask->setObjectName(u"evidenceMask"_s);
    m_mask->setChecked(true);
    m_maskIds->setObjectName(u"evidenceMaskIds"_s);
    m_pictures->setObjectName(u"evidencePictures"_s);
    m_contents->setObjectName(u"evidenceContents"_s);
    const qsizetype pictures = m_preview.pictures.size();
    m_pictures->setText(pictures == 0
            ? tr("Screenshots: there are none")
            : tr("%n screenshot(s), which show personal data", nullptr, int(pictures)));
    m_pictures->setEnabled(pictures > 0);
    // What belongs to the first choice stands below its text.
    auto *masking = new QVBoxLayout;
    masking->setContentsMargins(style()->pixelMetric(QStyle::PM_IndicatorWidth)
            + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing),
        0, 0, 0);
    masking->setSpacing(Metrics::space(2));
    masking->addWidget(mutedLabel(
        tr("The same e-mail, organization or ID gets the same name, such as email-1."), this));
    masking->addWidget(m_maskIds);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_mask);
    layout->addLayout(masking);
    layout->addSpacing(Metrics::space(1));
    layout->addWidget(m_pictures);
    connect(m_mask, &QCheckBox::toggled, m_maskIds, &QCheckBox::setEnabled);
    connect(m_pictures, &QCheckBox::toggled, this, &EvidenceDialog::showContents);
    return layout;
}

QBoxLayout *EvidenceDialog::makeTarget()
{
    auto *label = new QLabel(tr("Save as"), this);
    label->setBuddy(m_target);
    m_target->setObjectName(u"evidenceTarget"_s);
    m_target->setAccessibleName(label->text());
    m_choose->setObjectName(u"evidenceChoose"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::space(2));
    row->addWidget(m_target, 1);
    row->addWidget(m_choose);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(label);
    layout->addLayout(row);
    layout->addWidget(
        mutedLabel(tr("A zip file if the name ends with .zip, a folder otherwise."), this));
    connect(m_choose, &QPushButton::clicked, this, &EvidenceDialog::chooseTarget);
    connect(m_target, &QLineEdit::textChanged, m_notice, &Notice::dismiss);
    return layout;
}

void EvidenceDialog::makeButtons()
{
    m_write = m_buttons->addButton(tr("Save evidence"), QDialogButtonBox::AcceptRole);
    m_close = m_buttons->button(QDialogButtonBox::Close);
    m_write->setObjectName(u"evidenceSave"_s);
    m_write->setProperty("emphasis", u"primary"_s);
    m_write->setDefault(true);
    m_close->setObjectName(u"evidenceClose"_s);
    m_choose->setAutoDefault(false);
    m_close->setAutoDefault(false);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &EvidenceDialog::write);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

EvidenceOptions EvidenceDialog::options() const
{
    EvidenceOptions options;
    options.masksPersonalData = m_mask->isChecked();
    options.masksIntegrationIds = m_maskIds->isChecked();
    options.hasPictures = m_pictures->isChecked();
    return options;
}

QString EvidenceDialog::target() const
{
    return QDir::fromNativeSeparators(m_target->text().trimmed());
}

void EvidenceDialog::setTarget(const QString &target)
{
    m_target->setText(QDir::toNativeSeparators(target));
}

void EvidenceDialog::showContents()
{
    const QStringList names = EvidenceBundle::fileNames(m_preview, options());
    //: %1 is a list of files
    m_contents->setText(tr("It will hold: %1").arg(names.join(u", "_s)));
}

void EvidenceDialog::chooseTarget()
{
    const QFileInfo current(target());
    auto *dialog = new QFileDialog(this, windowTitle(), current.path());
    dialog->setObjectName(u"evidenceTargetDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Nothing is ever written over, and the dialog could only ask whether it may be.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    const QString folder = tr("Folder (*)");
    dialog->setNameFilters({tr("Zip files (*.zip)"), folder});
    dialog->setDefaultSuffix(u"zip"_s);
    dialog->selectFile(current.fileName());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, folder](const QString &filter) {
        dialog->setDefaultSuffix(filter == folder ? QString() : u"zip"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &EvidenceDialog::setTarget);
    dialog->open();
}

void EvidenceDialog::write()
{
    const QString name = target();
    if (const auto problem =
            EvidenceBundle(m_provider(), options(), EvidenceWording::words()).writeTo(name)) {
        showProblem(*problem);
        return;
    }
    showWritten(name);
    Q_EMIT written(name);
}

void EvidenceDialog::showWritten(const QString &name)
{
    const QFileInfo info(name);
    m_folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    m_notice->present({Notice::Tone::Success, tr("The evidence was saved"),
        QDir::toNativeSeparators(info.absoluteFilePath()), {}, tr("Open folder")});
    m_close->setFocus();
}

void EvidenceDialog::showProblem(const EvidenceProblem &problem)
{
    const ErrorMessage message = EvidenceWording::message(problem);
    m_notice->present({Notice::Tone::Error, message.headline, message.advice, message.details, {}});
    m_target->setFocus();
}

void EvidenceDialog::openFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder));
}

} // namespace desk
