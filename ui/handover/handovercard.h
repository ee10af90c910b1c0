// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/clipboardlease.h"

#include "handover/handover.h"
#include "handover/handovermessage.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <memory>

namespace desk {

class QrDialog;
struct ErrorMessage;

namespace Ui {
class HandOverCard;
}

/*!
 * The section "Hand over": a magic link to be sent, and the message around it. The link is hidden
 * until somebody asks for it, and what is copied here leaves the clipboard again by itself. What is
 * written in the message is kept for each language until the next present() or clear().
 */
class HandOverCard final : public QWidget {
    Q_OBJECT

public:
    explicit HandOverCard(QWidget *parent = nullptr, ClipboardLease::Times times = {});
    ~HandOverCard() override;

    void present(const HandOver &handOver);
    //! Forgets link and message. What lies on the clipboard stays there for its time.
    void clear();
    //! Something was presented and not cleared since.
    bool hasLink() const { return !m_handOver.link.isEmpty(); }
    void focusFirstAction();
    //! To be called when the system has no program for mails.
    void showMailFailure();
    /*!
     * Whether people may ask to keep the link in the keychain; not offered unless told so. What is
     * presented is not kept until setKept() says so.
     */
    void offerKeeping(bool offered);
    //! What became of keepRequested() or forgetRequested().
    void setKept(bool kept);
    //! The keychain refused; it is as it was before.
    void showKeepingFailure(const ErrorMessage &message);
    //! Hides link and QR code and refuses to show them; e-mails and ids show as dots.
    void setMasked(bool masked);

Q_SIGNALS:
    //! What it was: "Link" or "Message".
    void copied(const QString &label);
    //! To be opened by the system; the message lies on the clipboard, for the mail has no text yet.
    void mailRequested(const QUrl &address);
    //! The link is to be kept, or not any longer; answered by setKept().
    void keepRequested(const desk::Secret &link);
    void forgetRequested();
    void newConnectionRequested();
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpLook();
    void setUpActions();
    void setUpMessage();
    void setUpKeeping();
    void setRevealed(bool revealed);
    void showRemaining(int seconds);
    void showMessage(FlowLanguage language);
    void changeLanguage();
    void noteMark();
    void drawIcon();
    void showSummary();
    //! True, with a sentence, if the link must not be seen now.
    bool refuse();

    HandOverMessage message() const;
    void copyLink();
    void copyMessage();
    void openAsMail();
    void showQrCode();

    std::unique_ptr<Ui::HandOverCard> m_ui;
    ClipboardLease m_lease;
    HandOver m_handOver;
    FlowLanguage m_language = FlowLanguage::English; //!< of the message that is shown
    QHash<FlowLanguage, HandOverMessage> m_written; //!< messages that a person has changed
    QString m_onClipboard; //!< label of what was copied
    QPointer<QrDialog> m_qrDialog;
    bool m_isMasked = false;
    bool m_isKept = false;
};

} // namespace desk
