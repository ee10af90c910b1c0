// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// The driver is all header; this gives its meta-object a home.
#include "fakeflowdriver.h"
