// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tandem {

class AgentPictures;

// Lets the agent choose a file for their picture. `pictures` may go while it is open.
void choosePicture(QWidget *parent, AgentPictures &pictures);

} // namespace tandem
