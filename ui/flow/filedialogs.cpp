// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "filedialogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class FileDialogs {
    Q_DECLARE_TR_FUNCTIONS(desk::FileDialogs)

public:
    static QString titleOf(const SaveRequest &request)
    {
        if (request.what == SaveRequest::What::Print)
            return tr("Save the page as PDF");
        if (request.host.isEmpty())
            return tr("Save a file of the Connect flow");
        if (request.size < 0) {
            //: %1 is a host name
            return tr("Save a file from %1").arg(request.host);
        }
        //: %1 is a host name, %2 the size of the file
        return tr("Save a file from %1 (%2)")
            .arg(request.host, QLocale().formattedDataSize(request.size));
    }

    static QString titleOf(const UploadRequest &request)
    {
        if (request.isMultiple)
            return tr("Choose files for the Connect flow");
        return tr("Choose a file for the Connect flow");
    }
};

QString usualFolder()
{
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return QFileInfo(downloads).isDir() ? downloads : QDir::homePath();
}

QWidget *windowOf(const QPointer<QWidget> &widget)
{
    return widget ? widget->window() : nullptr;
}

class SaveDialog final : public OpenQuestion {
public:
    explicit SaveDialog(QFileDialog *dialog)
        : m_dialog(dialog)
    {
    }
    ~SaveDialog() override
    {
        if (!m_dialog)
            return;
        // Not deleted here: the caller may be one of its own signals.
        m_dialog->disconnect();
        m_dialog->hide();
        m_dialog->deleteLater();
    }
    Q_DISABLE_COPY_MOVE(SaveDialog)

private:
    QPointer<QFileDialog> m_dialog; // also gone if its window went first
};

class UploadDialog final : public UploadChooser {
public:
    explicit UploadDialog(QWidget *widget)
        : m_widget(widget)
    {
    }
    ~UploadDialog() override { delete m_dialog; }
    Q_DISABLE_COPY_MOVE(UploadDialog)

    void cancel() override
    {
        if (m_dialog)
            m_dialog->reject();
    }

protected:
    QStringList ask(const UploadRequest &request) override
    {
        // On the heap, because its window may go while it is open.
        m_dialog = new QFileDialog(windowOf(m_widget), FileDialogs::titleOf(request));
        m_dialog->setObjectName(u"uploadDialog"_s);
        m_dialog->setFileMode(
            request.isMultiple ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
        const QPointer<QFileDialog> dialog = m_dialog;
        const bool isAccepted = dialog->exec() == QDialog::Accepted;
        const QStringList files = dialog && isAccepted ? dialog->selectedFiles() : QStringList();
        delete dialog;
        return files;
    }

private:
    QPointer<QWidget> m_widget;
    QPointer<QFileDialog> m_dialog;
};

} // namespace

FlowPresenters::Save saveDialogsFor(QWidget *widget)
{
    return [widget = QPointer(widget)](const SaveRequest &request,
               const FlowPresenters::SaveAnswer &answer) -> std::unique_ptr<OpenQuestion> {
        auto *dialog = new QFileDialog(windowOf(widget), FileDialogs::titleOf(request));
        dialog->setObjectName(u"saveDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setFileMode(QFileDialog::AnyFile);
        dialog->setDirectory(usualFolder());
        dialog->selectFile(request.fileName);
        QObject::connect(dialog, &QDialog::finished, dialog, [dialog, answer](int result) {
            const QStringList chosen = dialog->selectedFiles();
            answer(result == QDialog::Accepted ? chosen.value(0) : QString());
        });
        dialog->open();
        return std::make_unique<SaveDialog>(dialog);
    };
}

std::shared_ptr<UploadChooser> uploadDialogFor(QWidget *widget)
{
    return std::make_shared<UploadDialog>(widget);
}

} // namespace desk
