// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace desk {

class BatchDesk;
class BatchRun;
class ProfileBadge;

/*!
 * The plan in one sentence, where the links go, and the one button that begins; then how far the
 * run is and what can be done about it; at last how it ended. Says by signal what a person wants.
 */
class BatchRunPanel final : public QWidget {
    Q_OBJECT

public:
    explicit BatchRunPanel(QWidget *parent = nullptr);

    //! isWaiting: the client of the profile is not there yet.
    void showPlan(const BatchDesk &desk, bool isWaiting);
    void showRun(const BatchRun &run);
    int concurrency() const;
    void setConcurrency(int atOnce);
    //! Later, if it cannot be pressed yet and nobody goes elsewhere meanwhile.
    void focusStart();

Q_SIGNALS:
    //! Begins, or goes on with a run that was cancelled.
    void startRequested();
    void pauseRequested();
    void resumeRequested();
    void cancelRequested();
    void retryFailedRequested();
    void retryUnknownRequested();
    void planRequested(); //!< back to the plan, to make another
    void folderRequested();
    void mailsRequested();
    void concurrencyChanged(int atOnce);
    void outputChosen(const QString &file);

private:
    QString output() const;
    void showOutput(const QString &file);
    QWidget *makeOutput();
    QWidget *makeButtons();
    QPushButton *addButton(const char *name, const QString &text, void (BatchRunPanel::*signal)());
    void chooseOutput();
    void showWarning();
    void showButtons(const BatchRun &run);

    ProfileBadge *m_profile;
    QLabel *m_sentence;
    QLabel *m_detail;
    QWidget *m_outputBox = nullptr;
    QLineEdit *m_output = nullptr;
    QPushButton *m_chooseOutput = nullptr;
    QSpinBox *m_concurrency = nullptr;
    QLabel *m_warning;
    QProgressBar *m_progress;
    QWidget *m_buttons = nullptr;
    QPushButton *m_start = nullptr;
    bool m_isStartAwaited = false;
    QPointer<QWidget> m_focusMeanwhile;
    QPushButton *m_pause = nullptr;
    QPushButton *m_resume = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_retryFailed = nullptr;
    QPushButton *m_retryUnknown = nullptr;
    QPushButton *m_folder = nullptr;
    QPushButton *m_mails = nullptr;
    QPushButton *m_plan = nullptr;
};

} // namespace desk
