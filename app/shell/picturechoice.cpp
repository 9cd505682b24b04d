// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/picturechoice.h"

#include "models/agentpictures.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QMessageBox>
#include <QPointer>

namespace tandem {

namespace {

struct PictureTexts
{
    Q_DECLARE_TR_FUNCTIONS(PictureChoice)
};

void take(QWidget *parent, AgentPictures &pictures, const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    if (const auto image = reader.read(); !image.isNull())
        return pictures.change(image);
    auto *box = new QMessageBox(QMessageBox::Warning, PictureTexts::tr("No picture"),
                                PictureTexts::tr("%1 cannot be shown: %2")
                                    .arg(QFileInfo(path).fileName(), reader.errorString()),
                                QMessageBox::Ok, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace

void choosePicture(QWidget *parent, AgentPictures &pictures)
{
    QStringList endings;
    for (const auto &format : QImageReader::supportedImageFormats())
        endings += QStringLiteral("*.") + QString::fromLatin1(format);
    auto *dialog =
        new QFileDialog(parent,
                        PictureTexts::tr("Your picture: colleagues see it, and customers "
                                         "where the company shows pictures"),
                        QString(), PictureTexts::tr("Pictures (%1)").arg(endings.join(u' ')));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [parent, pictures = QPointer(&pictures)](const QString &path) {
                         if (pictures)
                             take(parent, *pictures, path);
                     });
    dialog->open();
}

} // namespace tandem
