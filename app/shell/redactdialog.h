// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transcriptreader.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace tandem {

class Look;

// Which passage of a message is taken out for ever, and why.
class RedactDialog : public QDialog
{
    Q_OBJECT

public:
    RedactDialog(const Look &look, const QString &text, QWidget *parent);

signals:
    // no passage: the whole text.
    void chosen(std::optional<tandem::TranscriptReader::Passage> passage, const QString &reason);

private:
    std::optional<TranscriptReader::Passage> passage() const;
    void refresh();

    const QString m_message;
    QPlainTextEdit *m_text;
    QLabel *m_what;
    QLineEdit *m_reason;
    QPushButton *m_redact;
};

} // namespace tandem
