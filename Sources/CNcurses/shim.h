#pragma once
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <term.h>
#include <langinfo.h>
#include <wchar.h>
#include <stdio.h>
#include <fcntl.h>
#include "guard.h"

/* Attributes are macros that Swift cannot read. */
static const attr_t shim_bold = A_BOLD;
static const attr_t shim_dim = A_DIM;
static const attr_t shim_underline = A_UNDERLINE;
static const attr_t shim_reverse = A_REVERSE;

/* Variables of the library, and functions that Swift's view of the C library lacks. */
static inline int shim_colors(void) { return COLORS; }
static inline int shim_color_pairs(void) { return COLOR_PAIRS; }
static inline int shim_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
static inline const char *shim_codeset(void) { return nl_langinfo(CODESET); }
/* The names of the terminal's texts and numbers, in the order of its description; NULL after the last. */
static inline const char *shim_text_name(int place) { return strnames[place]; }
static inline const char *shim_number_name(int place) { return numnames[place]; }
static inline WINDOW *shim_curscr(void) { return curscr; }
static inline WINDOW *shim_newscr(void) { return newscr; }

/* The C library has it only for programs that ask for all of it before anything else, which Swift does not. */
extern int dup3(int from, int to, int flags);
static inline int shim_point(int descriptor, int at) { return dup3(at, descriptor, O_CLOEXEC); }

/* A cell of one scalar in an attribute and a colour pair; marks are put into chars[1...4] afterwards. */
static inline void shim_set_cell(cchar_t *cell, uint32_t scalar, attr_t attributes, int pair) {
    cell->attr = attributes | (attr_t)COLOR_PAIR(pair < 256 ? pair : 255);
    cell->chars[0] = (wchar_t)scalar;
    cell->chars[1] = cell->chars[2] = cell->chars[3] = cell->chars[4] = 0;
    cell->ext_color = pair;
}
static inline void shim_add_mark(cchar_t *cell, int place, uint32_t scalar) {
    if (place >= 1 && place < CCHARW_MAX) cell->chars[place] = (wchar_t)scalar;
}
