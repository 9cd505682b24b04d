// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/contextpane.h"
#include "models/casedata.h"

#include <functional>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tandem {

class Look;

// What is known of the matter: subject, page, attached data; the data can be edited.
class CasePane final : public ContextPane
{
    Q_OBJECT

public:
    // set: key to value; remove: keys.
    using Save = std::function<void(InteractionId, const protocol::Data &set,
                                    const std::vector<std::string> &remove)>;

    // Whether this agent may change it.
    using MayEdit = std::function<bool(InteractionId)>;

    CasePane(const Look &look, MayEdit mayEdit, Save save, QWidget *parent = nullptr);

    void show(const protocol::Interaction *interaction) override;

private:
    struct Edit
    {
        CaseField field;
        QLineEdit *value = nullptr;
    };

    void build();
    void addRow(const CaseField &field);
    void addNewRow();
    void startEditing();
    void save();
    void stopEditing();

    const Look &m_look;
    MayEdit m_mayEdit;
    Save m_save;
    InteractionId m_id;
    bool m_canEdit = false;
    bool m_isEditing = false;
    std::vector<CaseField> m_fields;
    std::vector<Edit> m_edits;
    QLineEdit *m_newKey = nullptr;
    QLineEdit *m_newValue = nullptr;
    QPushButton *m_edit;
    QPushButton *m_saveButton;
    QPushButton *m_cancel;
    QWidget *m_body = nullptr;
    QGridLayout *m_grid = nullptr;
    QVBoxLayout *m_column;
};

} // namespace tandem
