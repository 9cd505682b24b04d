-- SPDX-License-Identifier: GPL-3.0-or-later
-- By which requests agents gave an interaction away, so that they are answered alike when they are
-- asked again.
ALTER TABLE interaction ADD COLUMN partings TEXT;
