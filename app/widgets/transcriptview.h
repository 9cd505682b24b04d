// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transcriptrow.h"
#include "widgets/widgets_export.h"

#include <QListView>
#include <QPixmap>

#include <functional>

class QPushButton;

namespace tandem {

class BubbleDelegate;
class Look;
class TranscriptModel;

// A conversation's lines: virtual, so that only what is seen is drawn; stays at the newest line
// while it is there. Lines can be selected and copied as text.
class TANDEM_WIDGETS_EXPORT TranscriptView : public QListView
{
    Q_OBJECT

public:
    explicit TranscriptView(const Look &look, QWidget *parent = nullptr);

    void show(TranscriptModel *model);
    // The small pictures of files.
    void drawPicturesWith(std::function<QPixmap(FileId)> pictures);
    // Which lines may be redacted, as the menu then offers it; none: no line.
    void offerRedaction(std::function<bool(const TranscriptRow &)> isOffered);
    // Of the selected lines, with who and when.
    QString selectedText() const;

signals:
    void retryAsked(const std::string &key);
    void discardAsked(const std::string &key);
    // To be saved; one that is not gone.
    void fileAsked(const tandem::TranscriptRow &row);
    void redactionAsked(const tandem::TranscriptRow &row);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    using QListView::show;

private:
    bool isAtEnd() const;
    void goToEnd();
    void stayAtEnd();
    void placeJump();
    void askForFile(const QModelIndex &index);
    void copy() const;

    const Look &m_look;
    BubbleDelegate *m_delegate;
    QPushButton *m_jump;
    std::function<bool(const TranscriptRow &)> m_isRedactable;
    bool m_sticks = true;
};

} // namespace tandem
