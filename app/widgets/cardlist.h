// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "widgets/widgets_export.h"

#include <QListView>

namespace tandem {

class InteractionsModel;
class Look;

// The cards of the agent's interactions.
class TANDEM_WIDGETS_EXPORT CardList : public QListView
{
    Q_OBJECT

public:
    explicit CardList(const Look &look, QWidget *parent = nullptr);

    void show(InteractionsModel *model);
    // Selects the card without signalling `chosen`.
    void setCurrent(InteractionId id);

signals:
    void chosen(tandem::InteractionId id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    using QListView::show;

private:
    InteractionsModel *m_model = nullptr;
    bool m_isSilent = false;
};

} // namespace tandem
