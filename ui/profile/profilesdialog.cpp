// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profilesdialog.h"

#include "ui/parts/notice.h"
#include "ui/profile/importreportdialog.h"
#include "ui/profile/profileeditor.h"
#include "ui/profile/profileitems.h"
#include "ui/profile/profilelistview.h"
#include "ui/profile/storenotice.h"
#include "ui/theme/metrics.h"

#include "profiles/profileexport.h"
#include "profiles/profilestore.h"
#include "profiles/profiletransfer.h"
#include "secrets/secretkeeper.h"
#include "wording/keywording.h"
#include "wording/profilefilewording.h"
#include "wording/profilewording.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto keysProperty = "keys";

void present(Notice *notice, const ErrorMessage &message)
{
    notice->present({Notice::Tone::Error, message.headline, message.advice, message.details, {}});
}

} // namespace

ProfilesDialog::ProfilesDialog(ProfileStore &store, SecretKeeper &keeper, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_keeper(keeper)
    , m_states(keeper)
    , m_bin(store, keeper)
    , m_list(new ProfileListView(this))
    , m_unused(new QLabel(this))
    , m_notice(new Notice(this))
    , m_undo(new Notice(this))
{
    setObjectName(u"profilesDialog"_s);
    setWindowTitle(tr("Profiles"));
    m_notice->setObjectName(u"profilesNotice"_s);
    m_undo->setObjectName(u"undoBar"_s);

    auto *body = new QHBoxLayout;
    body->setSpacing(Metrics::space(3));
    body->addWidget(makeList(), 1);
    body->addWidget(makeButtons());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Metrics::space(4), Metrics::space(4), Metrics::space(4), Metrics::space(4));
    layout->setSpacing(Metrics::space(3));
    layout->addWidget(new StoreNotice(store, this));
    layout->addWidget(m_notice);
    layout->addLayout(body, 1);
    layout->addWidget(m_undo);

    connect(&store, &ProfileStore::changed, this, &ProfilesDialog::refresh);
    connect(&m_states, &KeyStates::changed, this, &ProfilesDialog::refresh);
    connect(&m_bin, &ProfileBin::contentChanged, this, &ProfilesDialog::showBin);
    connect(&m_bin, &ProfileBin::keyStayed, this, &ProfilesDialog::showKeyStayed);
    connect(m_undo, &Notice::actionTriggered, this, &ProfilesDialog::undoDeletion);
    auto *undo = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z), this);
    connect(undo, &QShortcut::activated, this, &ProfilesDialog::undoDeletion);
    refresh();
    m_states.look(store.profiles().profiles());
    resize(Metrics::space(190), Metrics::space(110));
    m_list->setFocus();
}

QWidget *ProfilesDialog::makeList()
{
    auto *column = new QWidget(this);
    m_list->setObjectName(u"profilesList"_s);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setModel(&m_model);
    m_unused->setObjectName(u"unusedProfiles"_s);
    m_unused->setTextFormat(Qt::PlainText);
    m_unused->setForegroundRole(QPalette::PlaceholderText);
    m_unused->setFont(Metrics::small());
    m_unused->setWordWrap(true);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_unused);
    connect(m_list, &ProfileListView::opened, this, &ProfilesDialog::editChosen);
    connect(m_list, &ProfileListView::chosenChanged, this, &ProfilesDialog::noteChoice);
    connect(m_list, &ProfileListView::moveRequested, this,
        [this](const QString &id, qsizetype position) {
            if (const auto error = m_store.move(id, position))
                showErrors({*error});
        });
    return column;
}

QWidget *ProfilesDialog::makeButtons()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::space(2));
    const auto add = [this, column](const QString &text, const char *name, const QKeySequence &keys,
                         void (ProfilesDialog::*action)()) {
        auto *button = new QPushButton(text);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        button->setToolTip(keys.toString(QKeySequence::NativeText));
        button->setProperty(keysProperty, button->toolTip());
        connect(button, &QPushButton::clicked, this, action);
        // A shortcut of the button's own waits a moment, and loses what is pressed meanwhile.
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, [this, button, action] {
            if (button->isEnabled())
                (this->*action)();
        });
        column->addWidget(button);
        return button;
    };
    add(tr("New…"), "newButton", Qt::CTRL | Qt::Key_N, &ProfilesDialog::createNew);
    m_edit = add(tr("Edit…"), "editButton", Qt::Key_F2, &ProfilesDialog::editChosen);
    m_duplicate = add(
        tr("Duplicate"), "duplicateButton", Qt::CTRL | Qt::Key_D, &ProfilesDialog::duplicateChosen);
    m_delete = add(tr("Delete"), "deleteButton", Qt::Key_Delete, &ProfilesDialog::deleteChosen);
    column->addSpacing(Metrics::space(2));
    m_up = add(tr("Move up"), "upButton", Qt::ALT | Qt::Key_Up, &ProfilesDialog::moveUp);
    m_down = add(tr("Move down"), "downButton", Qt::ALT | Qt::Key_Down, &ProfilesDialog::moveDown);
    column->addSpacing(Metrics::space(2));
    add(tr("Import…"), "importButton", {}, &ProfilesDialog::chooseImport);
    m_export = add(tr("Export…"), "exportButton", {}, &ProfilesDialog::chooseExport);
    column->addStretch();
    add(tr("Close"), "closeButton", {}, &ProfilesDialog::accept);
    return side;
}

void ProfilesDialog::setCurrent(const QString &profileId)
{
    m_currentId = profileId;
    m_wanted = profileId;
    refresh();
}

void ProfilesDialog::done(int result)
{
    m_bin.empty();
    QDialog::done(result);
}

void ProfilesDialog::refresh()
{
    const int row = m_list->currentIndex().row();
    const QString chosen = std::exchange(m_wanted, {});
    const QString wanted = chosen.isEmpty() ? m_list->chosenId() : chosen;
    m_model.clear();
    const QList<Profile> profiles = m_store.profiles().profiles();
    for (const Profile &profile : profiles) {
        QStandardItem *item = makeProfileItem(profile, KeyWording::brief(m_states.of(profile)));
        item->setData(profile.id == m_currentId, ProfileRole::IsCurrent);
        m_model.appendRow(item);
    }
    m_list->setCurrentIndex(m_model.index(std::clamp(row, 0, m_model.rowCount() - 1), 0));
    m_list->choose(wanted);
    m_states.look(profiles);
    const QList<LeftOutProfile> leftOut = m_store.leftOut();
    m_unused->setText(ProfileFileWording::unused(leftOut));
    m_unused->setToolTip(ProfileFileWording::list(leftOut).toHtmlEscaped());
    m_unused->setVisible(!leftOut.isEmpty());
    noteChoice();
}

void ProfilesDialog::noteChoice()
{
    if (!m_export)
        return;
    const QString id = m_list->chosenId();
    const int row = m_list->currentIndex().row();
    const bool isOwn = !id.isEmpty() && id != practiceProfileId();
    const QString reason = isOwn
        ? QString()
        : ProfileWording::sentence({ProfileError::Field::Whole, ProfileError::Problem::Fixed});
    m_edit->setEnabled(!id.isEmpty());
    const auto enable = [&reason, isOwn](QPushButton *button, bool isPossible) {
        button->setEnabled(isOwn && isPossible);
        const QString keys = button->property(keysProperty).toString();
        button->setToolTip(reason.isEmpty() ? keys : reason);
        button->setAccessibleDescription(reason);
    };
    enable(m_duplicate, true);
    enable(m_delete, true);
    enable(m_up, row > 1);
    enable(m_down, row + 1 < m_model.rowCount());
    const bool hasOwn = m_model.rowCount() > 1;
    m_export->setEnabled(hasOwn);
    m_export->setToolTip(hasOwn ? tr("Keys are never exported.")
                                : tr("There is no profile but Practice, which is never exported."));
}

void ProfilesDialog::createNew()
{
    openEditor(std::nullopt);
}

void ProfilesDialog::editChosen()
{
    if (const auto profile = m_store.profiles().byId(m_list->chosenId()))
        openEditor(profile);
}

void ProfilesDialog::openEditor(const std::optional<Profile> &profile)
{
    auto *editor = new ProfileEditor(m_store, m_keeper, profile, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &ProfileEditor::saved, this, [this](const QString &id) {
        m_wanted = id;
        refresh();
        Q_EMIT profileSaved(id);
    });
    editor->open();
}

void ProfilesDialog::duplicateChosen()
{
    const auto original = m_store.profiles().byId(m_list->chosenId());
    const auto copy = m_store.duplicate(m_list->chosenId(), ProfileWording::wordForCopy());
    if (!copy) {
        showErrors(copy.error());
        return;
    }
    m_wanted = copy->id;
    refresh();
    m_notice->present({Notice::Tone::Information,
        //: %1 is the name of a new profile, %2 that of the one it was copied from
        tr("%1 is a copy of %2").arg(copy->name, original->name),
        tr("The key is not part of it: edit the copy to enter one."), {}, {}});
}

void ProfilesDialog::deleteChosen()
{
    const QString id = m_list->chosenId();
    m_notice->dismiss();
    const auto removed = m_bin.remove(id);
    if (!removed)
        showErrors(removed.error());
    else
        Q_EMIT profileRemoved(id);
}

void ProfilesDialog::undoDeletion()
{
    if (!m_bin.content())
        return;
    const QString id = m_bin.content()->profile.id;
    const auto restored = m_bin.undo();
    if (!restored) {
        showErrors(restored.error());
        return;
    }
    m_list->choose(id);
    m_list->setFocus(Qt::OtherFocusReason);
}

void ProfilesDialog::showBin()
{
    const auto &content = m_bin.content();
    if (!content) {
        m_undo->dismiss();
        return;
    }
    m_undo->present({Notice::Tone::Information,
        //: %1 is the name of a profile
        tr("%1 was deleted").arg(content->profile.name),
        tr("Its key is kept for some seconds more, in case you undo this."), {},
        tr("Undo deletion")});
}

void ProfilesDialog::showKeyStayed(const QString &name, const SecretError &error)
{
    ErrorMessage message = KeyWording::message(error, KeyWording::Action::Remove);
    //: %1 is the name of a deleted profile, %2 one or more sentences about the keychain
    message.advice = tr("The keychain may hold the key of %1 still. %2").arg(name, message.advice);
    present(m_notice, message);
}

void ProfilesDialog::moveUp()
{
    moveBy(-1);
}

void ProfilesDialog::moveDown()
{
    moveBy(1);
}

void ProfilesDialog::moveBy(int rows)
{
    const int row = m_list->currentIndex().row();
    if (const auto error = m_store.move(m_list->chosenId(), row + rows))
        showErrors({*error});
}

void ProfilesDialog::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import Profiles"), {}, tr("JSON files (*.json)"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ProfilesDialog::importFrom);
    dialog->open();
}

void ProfilesDialog::importFrom(const QString &file)
{
    m_notice->dismiss();
    const auto document = readProfileExport(file);
    if (!document) {
        present(m_notice, ProfileFileWording::message(document.error()));
        return;
    }
    const auto report = m_store.import(*document);
    if (!report) {
        present(m_notice, ProfileFileWording::message(report.error()));
        return;
    }
    if (!report->added.isEmpty())
        m_list->choose(report->added.constFirst().id);
    showReport(*report);
}

void ProfilesDialog::showReport(const ProfileImportReport &report)
{
    auto *dialog = new ImportReportDialog(report, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProfilesDialog::chooseExport()
{
    auto *dialog = new QFileDialog(
        this, tr("Export Profiles"), u"connect-desk-profiles.json"_s, tr("JSON files (*.json)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ProfilesDialog::exportTo);
    dialog->open();
}

void ProfilesDialog::exportTo(const QString &file)
{
    const ExportedProfiles exported = exportProfiles(m_store.profiles());
    if (const auto problem = writeProfileExport(file, exported.document)) {
        present(m_notice, ProfileFileWording::message(*problem));
        return;
    }
    m_notice->present({Notice::Tone::Success, ProfileFileWording::headline(exported),
        ProfileFileWording::text(exported), QDir::toNativeSeparators(file), {}});
}

void ProfilesDialog::showErrors(const QList<ProfileError> &errors)
{
    m_notice->present({Notice::Tone::Error, tr("This cannot be done"),
        ProfileWording::sentences(errors), {}, {}});
}

} // namespace desk
