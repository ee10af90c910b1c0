// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/templates/savetemplatedialog.h"

#include "ui/theme/metrics.h"

#include "wording/draftswording.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

SaveTemplateDialog::SaveTemplateDialog(
    TemplateStore &store, const ConnectDetails &form, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_form(form)
    , m_name(new QLineEdit(this))
    , m_withClient(new QCheckBox(tr("With the client’s details"), this))
    , m_summary(new QLabel(this))
    , m_notice(new Notice(this))
{
    setWindowTitle(tr("Save as Template"));
    auto *label = new QLabel(tr("Name"), this);
    label->setBuddy(m_name);
    m_name->setAccessibleName(tr("Name"));
    m_name->setObjectName(u"nameEdit"_s);
    m_name->setMaxLength(int(TemplateLimit::name));
    m_withClient->setObjectName(u"withClientCheck"_s);
    m_withClient->setToolTip(tr("Email, organization and origin ID"));
    m_withClient->setVisible(m_form != withoutClient(m_form));
    m_summary->setObjectName(u"summary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Save template"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"saveButton"_s);
    m_save->setProperty("emphasis", u"primary"_s);
    m_save->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(5), Metrics::space(4), Metrics::space(5), Metrics::space(4));
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_notice);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_withClient);
    layout->addWidget(m_summary);
    layout->addStretch();
    layout->addSpacing(Metrics::space(2));
    layout->addWidget(buttons);
    setMinimumWidth(Metrics::space(105));

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &SaveTemplateDialog::save);
    connect(m_notice, &Notice::actionTriggered, this, &SaveTemplateDialog::replace);
    connect(m_name, &QLineEdit::textChanged, this, [this] { tell({}); });
    connect(m_withClient, &QCheckBox::toggled, this, &SaveTemplateDialog::showSummary);
    showSummary();
    m_name->setFocus(Qt::OtherFocusReason);
}

ConnectDetails SaveTemplateDialog::detailsToSave() const
{
    return m_withClient->isChecked() ? m_form : withoutClient(m_form);
}

void SaveTemplateDialog::showSummary()
{
    //: %1 is a list of values, such as "ATS · personio · Deutsch"
    m_summary->setText(tr("Saves: %1").arg(DraftsWording::summary(detailsToSave())));
}

void SaveTemplateDialog::save()
{
    finish(m_store.create(m_name->text(), detailsToSave()));
}

void SaveTemplateDialog::replace()
{
    const std::optional<Template> known = m_store.named(m_name->text());
    // Another window may have deleted it while this one was asking.
    finish(known ? m_store.replace(known->id, detailsToSave())
                 : m_store.create(m_name->text(), detailsToSave()));
}

void SaveTemplateDialog::finish(const Result<Template, TemplateError> &result)
{
    if (!result) {
        showError(result.error());
        return;
    }
    Q_EMIT saved(*result);
    accept();
}

void SaveTemplateDialog::showError(const TemplateError &error)
{
    const std::optional<Template> known = m_store.named(m_name->text());
    if (error.kind == TemplateError::Kind::NameTaken && known) {
        //: %1 is the name of a template
        tell(Notice::Content{Notice::Tone::Warning, tr("Replace “%1”?").arg(known->name),
            //: %1 is a list of values, such as "ATS · personio · Deutsch"
            tr("It holds: %1").arg(DraftsWording::summary(known->details)), {},
            tr("Replace template")});
        return;
    }
    tell(Notice::Content{Notice::Tone::Error, tr("Not saved"), DraftsWording::sentence(error),
        error.file ? error.file->systemText : QString(), {}});
    m_name->setFocus(Qt::OtherFocusReason);
}

void SaveTemplateDialog::tell(const std::optional<Notice::Content> &content)
{
    if (content)
        m_notice->present(*content);
    else
        m_notice->dismiss();
    adjustSize();
}

} // namespace desk
