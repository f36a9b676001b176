// CursesTerminal: to be built.
